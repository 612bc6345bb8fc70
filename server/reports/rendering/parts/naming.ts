import type { FindingKind, FindingSeverity } from '../../../findings';
import type { CalendarDate } from '../../../kernel/working-days';
import { KEPT_ITEMS } from '../../document/redaction';
import type { Rendering, ReportLanguage, ShownFinding } from '../shown-report';
import { counted } from '../typography';
import { KIND, KINDS, PROFESSION, SEVERITY } from '../words';

/** Those that stand: not withdrawn. */
export function standingFindings({ report }: Rendering): ShownFinding[] {
  return (report.body?.findings ?? []).filter(({ state }) => state !== 'WITHDRAWN');
}

/** Whether findings that the audience does not see can be told not to exist: it reads all of them. */
export function readsAllFindings({ report, audience }: Rendering): boolean {
  const isPart = KEPT_ITEMS.some((rule) => rule.audience === audience && rule.path === 'body.findings[]');
  return report.body?.findings !== undefined && !isPart;
}

/** Last day for an action on a finding; null when it calls for none, or the audience does not read it. */
export function actionDueOn(finding: ShownFinding, { report }: Rendering): CalendarDate | null {
  if (!finding.callsForAction || finding.state === 'WITHDRAWN') return null;
  return report.actionsDueOn?.[finding.severity ?? 'MINOR'] ?? null;
}

/** Findings of one kind and severity. */
export interface FindingGroup {
  kind: FindingKind;
  severity: FindingSeverity | null;
  findings: readonly ShownFinding[];
}

type KindAndSeverity = readonly [FindingKind, FindingSeverity | null];

const GRAVEST_FIRST: readonly KindAndSeverity[] = [
  ['NON_CONFORMITY', 'CRITICAL'],
  ['NON_CONFORMITY', 'MAJOR'],
  ['NON_CONFORMITY', 'MINOR'],
  ['NON_CONFORMITY', null],
  ['RECOMMENDATION', null],
  ['OBSERVATION', null],
];

const STRENGTHS: readonly KindAndSeverity[] = [
  ['STRENGTH', null],
  ['REMARKABLE_PRACTICE', null],
];

/** What calls for attention, gravest first; groups without a finding are left out. */
export function pointsOfAttention(rendering: Rendering): FindingGroup[] {
  return groupsOf(rendering, GRAVEST_FIRST);
}

/** Strengths, and practices worth copying. */
export function strengthsOf(rendering: Rendering): FindingGroup[] {
  return groupsOf(rendering, STRENGTHS);
}

function groupsOf(rendering: Rendering, order: readonly KindAndSeverity[]): FindingGroup[] {
  const standing = standingFindings(rendering);
  return order
    .map(([kind, severity]) => ({
      kind,
      severity,
      findings: standing.filter(
        (finding) => finding.kind === kind && (finding.severity ?? null) === severity,
      ),
    }))
    .filter(({ findings }) => findings.length > 0);
}

/** Non-conformité majeure, major non-conformity. */
export function kindName(
  { kind, severity }: { kind?: FindingKind | null; severity?: FindingSeverity | null },
  language: ReportLanguage,
): string {
  const name = kind ? KIND[kind][language] : { fr: 'Constat', en: 'Finding' }[language];
  if (!severity) return name;
  const grave = SEVERITY[severity][language];
  return language === 'fr' ? `${name} ${grave}` : capital(`${grave} ${name.toLowerCase()}`);
}

/** The group as a heading: Non-conformités majeures, Major non-conformities. */
export function groupName({ kind, severity }: FindingGroup, language: ReportLanguage): string {
  const name = KINDS[kind][language];
  if (!severity) return name;
  const grave = SEVERITY[severity][language];
  return language === 'fr' ? `${name} ${grave}s` : capital(`${grave} ${name.toLowerCase()}`);
}

/** Constat n° 3, finding no. 3. */
export function findingNumber(number: number | null | undefined, language: ReportLanguage): string {
  return language === 'fr' ? `Constat n° ${number ?? '–'}` : `Finding no. ${number ?? '–'}`;
}

/** Numbers in a row that a summary has room for. */
const NUMBERS_AT_MOST = 20;

/** Numbers of findings in a row: n° 3, 4 et 7; dots stand for those of a very long row, which stand in their own parts. */
export function numbersOf(findings: readonly ShownFinding[], language: ReportLanguage): string {
  const numbers = findings.flatMap(({ number }) => (number ? [String(number)] : []));
  if (numbers.length > NUMBERS_AT_MOST) {
    const label = language === 'fr' ? 'n° ' : 'nos. ';
    return `${label}${numbers.slice(0, NUMBERS_AT_MOST).join(', ')}…`;
  }
  const last = numbers.pop() ?? '';
  const all = numbers.length > 0 ? `${numbers.join(', ')} ${language === 'fr' ? 'et' : 'and'} ${last}` : last;
  const label = language === 'fr' ? 'n° ' : numbers.length > 0 ? 'nos. ' : 'no. ';
  return label + all;
}

/** A criterion by its code and what it asks; the code alone where the audience does not read the rest. */
export function criterionName(
  { report, language }: Rendering,
  code: string | null | undefined,
): string | null {
  if (!code) return null;
  const title = report.body?.criteria?.find((criterion) => criterion.code === code)?.title?.[language];
  return title ? `${code} – ${title}` : code;
}

/** A member of the team, or who signed. */
export interface ShownMember {
  givenName?: string;
  familyName?: string;
  profession?: string;
  employer?: string | null;
  isLead?: boolean;
}

/** Given name and family name. */
export function memberName({ givenName, familyName }: ShownMember): string {
  return `${givenName ?? ''} ${familyName ?? ''}`.trim();
}

/** The profession in words; as it stands where it is none that the program knows. */
export function professionName({ profession }: ShownMember, language: ReportLanguage): string | null {
  return profession ? (PROFESSION.get(profession)?.[language] ?? profession) : null;
}

/** A text that begins with a capital letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** How many findings there are. */
export function findingCount(n: number, language: ReportLanguage): string {
  return language === 'fr'
    ? counted(n, 'fr', 'constat', 'constats')
    : counted(n, 'en', 'finding', 'findings');
}
