import { facts, heading, quotation, type Block } from '../blocks';
import type { Rendering, ShownFinding } from '../shown-report';
import { day } from '../typography';
import { TREATMENT } from '../words';
import {
  actionDueOn,
  capital,
  criterionName,
  findingNumber,
  groupName,
  kindName,
  type FindingGroup,
} from './naming';

const WORDS = {
  fr: {
    criterion: 'Critère',
    treatment: 'Phase contradictoire',
    due: 'Action attendue au plus tard le',
    colon: ' : ',
  },
  en: {
    criterion: 'Criterion',
    treatment: 'Contradictory phase',
    due: 'Action expected by',
    colon: ': ',
  },
} as const;

/** Findings group by group, each below its heading. */
export function groupBlocks(groups: readonly FindingGroup[], rendering: Rendering): Block[] {
  return groups.flatMap((group) => [
    heading(2, groupName(group, rendering.language)),
    ...group.findings.flatMap((finding) => findingBlocks(finding, rendering)),
  ]);
}

/** One finding: its number and kind, what it is about, and its statement as the team wrote it. */
function findingBlocks(finding: ShownFinding, rendering: Rendering): Block[] {
  const { language } = rendering;
  const words = WORDS[language];
  const { number, criterion, treatment, statement } = finding;
  const due = actionDueOn(finding, rendering);
  const kind = kindName(finding, language);
  const known = facts([
    [words.criterion, criterionName(rendering, criterion)],
    [words.treatment, treatment && capital(TREATMENT[treatment][language])],
    [words.due, due && day(due, language)],
  ]);
  return [
    heading(3, number ? findingNumber(number, language) + words.colon + kind.toLowerCase() : kind),
    ...(known.kind === 'facts' && known.facts.length > 0 ? [known] : []),
    ...(statement ? [quotation(statement)] : []),
  ];
}
