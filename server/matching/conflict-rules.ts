import { addMonths, type CalendarDate } from '../kernel/working-days';
import type {
  ConflictLevel,
  ConflictPredicate,
  ConflictWindow,
  FrozenConflictRule,
  LocalisedText,
} from '../templates';
import {
  linkSentence,
  missingDeclarationSentence,
  practiceSentence,
  reciprocitySentence,
  recusalSentence,
  selfRecusalSentence,
  teamMateSentence,
  type FactSentence,
} from './fact-sentences';

/** Ties through which a person belongs to a structure; consulting and teleradiology have rules of their own. */
export const PRACTICE_KINDS = ['EMPLOYMENT', 'LOCUM', 'TRAINING', 'OWNERSHIP'] as const;
export type PracticeKind = (typeof PRACTICE_KINDS)[number];

/** Whether people declared a fact or a registry gave it. */
export type FactSource = 'DECLARED' | 'REGISTRY';

/** The auditor practises or practised in the audited structure. */
export interface StructureTie {
  kind: PracticeKind;
  source: FactSource;
  organisation: string;
  /** Site named by the tie, if any. */
  service: string | null;
  /** The organisation runs the audited service today. */
  isSameEntity: boolean;
  from: CalendarDate;
  /** Last day; null while it lasts. */
  to: CalendarDate | null;
}

/** The auditor practises in an organisation that is linked to one of the audited service. */
export interface LinkedTie {
  kind: PracticeKind;
  source: FactSource;
  organisation: string;
  linkedOrganisation: string;
  link: string;
  /** The grouping that both belong to; null when the link is direct. */
  grouping: string | null;
  from: CalendarDate;
  to: CalendarDate | null;
}

/** Someone of the audited service audited, or is to audit, a structure of the auditor. */
export interface ReciprocalAudit {
  person: string;
  service: string;
  serviceId?: string;
  /** Day of the visit; null while it is only planned. */
  auditedOn: CalendarDate | null;
  isSameCampaign: boolean;
}

/** A member of the team practises in the same organisation as the auditor. */
export interface TeamMate {
  person: string;
  organisation: string;
  from: CalendarDate;
  to: CalendarDate | null;
}

/** What the rules look at for one auditor and one audit, whatever the day. */
export interface ConflictFacts {
  structureTies: readonly StructureTie[];
  linkedTies: readonly LinkedTie[];
  reciprocalAudits: readonly ReciprocalAudit[];
  teamMates: readonly TeamMate[];
  /** Recusals of this auditor that the service was granted on this audit. */
  grantedRecusals: readonly { decidedOn: CalendarDate | null }[];
  /** Conflicts that the auditor declared on this audit. */
  selfRecusals: readonly { declaredOn: CalendarDate | null }[];
  /** Declarations of interests that are signed and in force. */
  declarations: readonly { signedOn: CalendarDate }[];
}

/** No fact at all; not even a declaration. */
export const NO_FACTS: ConflictFacts = {
  structureTies: [],
  linkedTies: [],
  reciprocalAudits: [],
  teamMates: [],
  grantedRecusals: [],
  selfRecusals: [],
  declarations: [],
};

/** A rule that stands against an auditor on an audit, with what it saw. */
export interface FoundConflict {
  ruleCode: string;
  ruleNumber: number;
  predicate: ConflictPredicate;
  level: ConflictLevel;
  facts: FactSentence[];
}

/** One fact as windows see it; without a period it counts only where no date is asked. */
interface Tie {
  sentence: FactSentence;
  period: { from: CalendarDate | null; to: CalendarDate | null } | null;
  isSameCampaign?: boolean;
}

type Predicate = (facts: ConflictFacts) => Tie[];

const PREDICATES: Partial<Record<ConflictPredicate, Predicate>> = {
  SAME_LEGAL_ENTITY: ({ structureTies }) =>
    structureTies
      .filter(({ isSameEntity }) => isSameEntity)
      .map((tie) => ({ sentence: practiceSentence(tie), period: tie })),
  LINKED_ORGANISATION: ({ linkedTies }) =>
    linkedTies.map((tie) => ({ sentence: linkSentence(tie), period: tie })),
  // Owning a part of a structure is no past work in it.
  PAST_PRACTICE: ({ structureTies }) =>
    structureTies
      .filter(({ kind }) => kind !== 'OWNERSHIP')
      .map((tie) => ({ sentence: practiceSentence(tie), period: tie })),
  RECIPROCITY: ({ reciprocalAudits }) =>
    reciprocalAudits.map((audit) => ({
      sentence: reciprocitySentence(audit),
      period: audit.auditedOn === null ? null : { from: audit.auditedOn, to: audit.auditedOn },
      isSameCampaign: audit.isSameCampaign,
    })),
  TEAM_SAME_EMPLOYER: ({ teamMates }) =>
    teamMates.map((mate) => ({ sentence: teamMateSentence(mate), period: mate })),
  RECUSAL_GRANTED: ({ grantedRecusals }) =>
    grantedRecusals.map(({ decidedOn }) => ({ sentence: recusalSentence(decidedOn), period: null })),
  SELF_RECUSAL: ({ selfRecusals }) =>
    selfRecusals.map(({ declaredOn }) => ({ sentence: selfRecusalSentence(declaredOn), period: null })),
};

const STRENGTH: Record<ConflictLevel, number> = { BLOCK: 3, REVIEW: 2, WARN: 1 };

/**
 * Applies the rules of a campaign to the facts about one auditor and one audit (domain §4.2: rules are data). Every
 * step of a rule whose window holds counts; the strongest level of a rule wins and carries the facts of all of them.
 * @param today the legal day on which ties are looked at
 * @returns the rules that stand against the pair, strongest first, then by code
 * @throws Error for a predicate or window that the platform does not evaluate: it must not pass as no conflict
 */
export function evaluateConflicts(
  rules: readonly FrozenConflictRule[],
  facts: ConflictFacts,
  today: CalendarDate,
): FoundConflict[] {
  return rules
    .flatMap((rule) => {
      const held = rule.steps
        .map((step) => ({ level: step.level, sentences: sentencesOf(rule, step.window, facts, today) }))
        .filter(({ sentences }) => sentences.length > 0)
        .sort((a, b) => STRENGTH[b.level] - STRENGTH[a.level]);
      const [strongest] = held;
      if (!strongest) return [];
      return {
        ruleCode: rule.code,
        ruleNumber: rule.number,
        predicate: rule.predicate,
        level: strongest.level,
        facts: withoutRepeats(held.flatMap(({ sentences }) => sentences)),
      };
    })
    .sort((a, b) => STRENGTH[b.level] - STRENGTH[a.level] || (a.ruleCode < b.ruleCode ? -1 : 1));
}

function sentencesOf(
  rule: FrozenConflictRule,
  window: ConflictWindow,
  facts: ConflictFacts,
  today: CalendarDate,
): FactSentence[] {
  // The one rule that finds something missing: a declaration signed within the window.
  if (rule.predicate === 'DECLARATION_MISSING') return missingDeclaration(window, facts, today);
  const predicate = PREDICATES[rule.predicate];
  if (!predicate) throw new Error(`${rule.code}: the predicate ${rule.predicate} is not evaluated`);
  return predicate(facts)
    .filter((tie) => holds(window, tie, today))
    .map(({ sentence }) => sentence);
}

function missingDeclaration(
  window: ConflictWindow,
  { declarations }: ConflictFacts,
  today: CalendarDate,
): LocalisedText[] {
  const days = declarations.map(({ signedOn }) => signedOn).sort();
  // A delay in months ends with the day of the same number, which still counts (code of civil procedure, article 641).
  const inForce = days.some((signedOn) => addMonths(signedOn, monthsOf(window)) >= today);
  return inForce ? [] : [missingDeclarationSentence(days.at(-1) ?? null)];
}

/**
 * Whether a campaign's rules find that an auditor has no declaration of interests in force (C15).
 * @param declarations those that are signed
 */
export function isDeclarationMissing(
  rules: readonly FrozenConflictRule[],
  declarations: ConflictFacts['declarations'],
  today: CalendarDate,
): boolean {
  const asked = rules.filter(({ predicate }) => predicate === 'DECLARATION_MISSING');
  return evaluateConflicts(asked, { ...NO_FACTS, declarations }, today).length > 0;
}

/** Whether a tie counts on a day: what ended exactly so many years ago does not count any more. */
function holds(window: ConflictWindow, { period, isSameCampaign }: Tie, today: CalendarDate): boolean {
  if (window === 'none') return true;
  if (window === 'sameCampaign') return isSameCampaign === true;
  const months = window === 'now' ? 0 : monthsOf(window);
  if (period === null || (period.from !== null && period.from > today)) return false;
  const { to } = period;
  return to === null || to >= today || addMonths(to, months) > today;
}

function monthsOf(window: ConflictWindow): number {
  if (typeof window === 'object' && 'years' in window) return window.years * 12;
  if (typeof window === 'object' && 'months' in window) return window.months;
  throw new Error(`a window of ${JSON.stringify(window)} is not evaluated here`);
}

function withoutRepeats(sentences: readonly FactSentence[]): FactSentence[] {
  return [
    ...new Map(sentences.map((sentence) => [`${sentence.about ?? ''} ${sentence.fr}`, sentence])).values(),
  ];
}
