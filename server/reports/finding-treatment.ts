import type { Disposition, FindingReplyKind, FindingState } from '../findings';

/** What became of a finding between the draft and the report, as its treatment table says. */
export type Treatment = 'NO_REPLY' | 'AGREED' | 'MAINTAINED' | 'AMENDED' | 'WITHDRAWN';

/**
 * The treatment of a shared finding, read from the reply and its disposition, since a final finding no longer says it.
 * The table of treatments follows what HAS does with the observations of an establishment (certification procedure,
 * articles 11 and 12).
 */
export function treatmentOf(finding: {
  state: FindingState;
  replyKind: FindingReplyKind | null;
  disposition: Disposition | null;
}): Treatment {
  if (finding.state === 'WITHDRAWN') return 'WITHDRAWN';
  if (finding.replyKind === null) return 'NO_REPLY';
  if (finding.replyKind === 'ACCEPTED') return 'AGREED';
  return finding.disposition === 'REJECTED' ? 'MAINTAINED' : 'AMENDED';
}
