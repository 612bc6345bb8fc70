import type { Silence } from '../campaigns';
import type { Disposition, FindingReplyKind, FindingState } from '../findings';

/** What can become of a finding between the draft and the report, as its treatment table says. */
export const TREATMENTS = [
  'NO_REPLY',
  'DEEMED_ACCEPTED',
  'AGREED',
  'MAINTAINED',
  'AMENDED',
  'WITHDRAWN',
] as const;
export type Treatment = (typeof TREATMENTS)[number];

/**
 * The treatment of a shared finding, read from the reply and its disposition, since a final finding no longer says it.
 * The table of treatments follows what HAS does with the observations of an establishment (certification procedure,
 * articles 11 and 12).
 * @param finding.silence what it means in the campaign that the service said nothing
 */
export function treatmentOf(finding: {
  state: FindingState;
  replyKind: FindingReplyKind | null;
  disposition: Disposition | null;
  silence: Silence;
}): Treatment {
  if (finding.state === 'WITHDRAWN') return 'WITHDRAWN';
  if (finding.replyKind === null)
    return finding.silence === 'SILENCE_IS_ACCEPTANCE' ? 'DEEMED_ACCEPTED' : 'NO_REPLY';
  if (finding.replyKind === 'ACCEPTED') return 'AGREED';
  return finding.disposition === 'REJECTED' ? 'MAINTAINED' : 'AMENDED';
}
