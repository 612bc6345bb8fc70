import { addMonths, type CalendarDate } from '../../kernel/working-days';
import type {
  ConflictLevel,
  ConflictPredicate,
  ConflictStepFile,
  ConflictWindow,
  FrozenConflictRule,
  LocalisedText,
} from '../../templates';
import {
  competitorSentence,
  contractSentence,
  fundingSentence,
  interestSentence,
  linkSentence,
  missingDeclarationSentence,
  personTieSentence,
  practiceSentence,
  previousAuditSentence,
  reciprocitySentence,
  recusalSentence,
  selfRecusalSentence,
  teamMateSentence,
  type FactSentence,
} from './fact-sentences';
import { NO_FACTS, PRACTICE_KINDS, type ConflictFacts, type Neighbourhood, type Period } from './facts';

/** A rule that stands against an auditor on an audit, with what it saw. */
export interface FoundConflict {
  ruleCode: string;
  ruleNumber: number;
  predicate: ConflictPredicate;
  level: ConflictLevel;
  facts: FactSentence[];
}

/** The lists of facts that each rule looks at. */
export type FactList = keyof ConflictFacts;
export const FACT_LISTS: Record<ConflictPredicate, readonly FactList[]> = {
  SAME_LEGAL_ENTITY: ['structureTies'],
  LINKED_ORGANISATION: ['linkedTies'],
  PAST_PRACTICE: ['structureTies'],
  CONSULTING: ['structureTies'],
  TELERADIOLOGY_CONTRACT: ['structureTies', 'contracts'],
  RECIPROCITY: ['reciprocalAudits'],
  PERSONAL_TIE: ['interests', 'personTies'],
  FINANCIAL_INTEREST: ['structureTies', 'interests', 'personTies'],
  COMPETITOR: ['neighbourhoods'],
  EXTERNAL_INSPECTION: ['personTies'],
  PREVIOUS_AUDIT: ['previousAudits'],
  TEAM_SAME_EMPLOYER: ['teamMates'],
  RECUSAL_GRANTED: ['grantedRecusals'],
  SELF_RECUSAL: ['selfRecusals'],
  DECLARATION_MISSING: ['declarations'],
  JOINT_RESEARCH: ['interests', 'personTies'],
  DECISION_MAKER_TIE: [],
  SHARED_VENDOR_FUNDING: ['sharedFunding'],
};

/** One fact as windows see it; without a period it counts only where no date is asked. */
interface Tie {
  /** Written only if the fact counts. */
  sentence: () => FactSentence;
  period: Period | null;
  isSameCampaign?: boolean;
  /** For what is counted in campaigns and not in years. */
  campaignsAgo?: number;
}

type Predicate = (facts: ConflictFacts, step: ConflictStepFile) => Tie[];

const practice: readonly string[] = PRACTICE_KINDS;
const ALWAYS: Period = { from: null, to: null };

/** Ties of these kinds to the audited structure. */
const structureTies =
  (isAsked: (tie: ConflictFacts['structureTies'][number]) => boolean): Predicate =>
  (facts) =>
    facts.structureTies
      .filter(isAsked)
      .map((tie) => ({ sentence: () => practiceSentence(tie), period: tie }));

/** What was declared, and what was recorded, about the auditor as a person. */
const personal =
  (
    interests: readonly ConflictFacts['interests'][number]['kind'][],
    ties: readonly ConflictFacts['personTies'][number]['kind'][],
  ): Predicate =>
  (facts) => [
    ...facts.interests
      .filter(({ kind }) => interests.includes(kind))
      .map((interest) => ({ sentence: () => interestSentence(interest), period: interest })),
    ...facts.personTies
      .filter(({ kind }) => ties.includes(kind))
      .map((tie) => ({ sentence: () => personTieSentence(tie), period: tie })),
  ];

const PREDICATES: Record<Exclude<ConflictPredicate, 'DECLARATION_MISSING'>, Predicate> = {
  SAME_LEGAL_ENTITY: structureTies(({ kind, isSameEntity }) => practice.includes(kind) && isSameEntity),
  LINKED_ORGANISATION: ({ linkedTies }) =>
    linkedTies.map((tie) => ({ sentence: () => linkSentence(tie), period: tie })),
  // Owning a part of a structure is no past work in it.
  PAST_PRACTICE: structureTies(({ kind }) => practice.includes(kind) && kind !== 'OWNERSHIP'),
  CONSULTING: structureTies(({ kind }) => kind === 'CONSULTING'),
  TELERADIOLOGY_CONTRACT: (facts, step) => [
    ...structureTies(({ kind }) => kind === 'TELERADIOLOGY')(facts, step),
    ...facts.contracts.map((contract) => ({ sentence: () => contractSentence(contract), period: contract })),
  ],
  RECIPROCITY: ({ reciprocalAudits }) =>
    reciprocalAudits.map((audit) => ({
      sentence: () => reciprocitySentence(audit),
      period: audit.auditedOn === null ? null : { from: audit.auditedOn, to: audit.auditedOn },
      isSameCampaign: audit.isSameCampaign,
    })),
  PERSONAL_TIE: personal(['FAMILY', 'LITIGATION'], ['PERSONAL_TIE']),
  FINANCIAL_INTEREST: (facts, step) => [
    ...structureTies(({ kind }) => kind === 'OWNERSHIP')(facts, step),
    ...personal(['FINANCIAL'], ['FINANCIAL_INTEREST'])(facts, step),
  ],
  COMPETITOR: ({ neighbourhoods }, step) =>
    neighbourhoods.flatMap((place) => {
      const near = nearFor(step, place);
      return near === null
        ? []
        : [{ sentence: () => competitorSentence(near, place.kilometres, step), period: ALWAYS }];
    }),
  EXTERNAL_INSPECTION: personal([], ['EXTERNAL_INSPECTION']),
  PREVIOUS_AUDIT: ({ previousAudits }) =>
    previousAudits.map((audit) => ({
      sentence: () => previousAuditSentence(audit),
      period: null,
      campaignsAgo: audit.campaignsAgo,
    })),
  TEAM_SAME_EMPLOYER: ({ teamMates }) =>
    teamMates.map((mate) => ({ sentence: () => teamMateSentence(mate), period: mate })),
  RECUSAL_GRANTED: ({ grantedRecusals }) =>
    grantedRecusals.map(({ decidedOn }) => ({ sentence: () => recusalSentence(decidedOn), period: null })),
  SELF_RECUSAL: ({ selfRecusals }) =>
    selfRecusals.map(({ declaredOn }) => ({ sentence: () => selfRecusalSentence(declaredOn), period: null })),
  JOINT_RESEARCH: personal(['RESEARCH'], ['JOINT_RESEARCH']),
  // Not about auditors: whoever decides and is tied to a service is walled off from its audits (`app.enter`).
  DECISION_MAKER_TIE: () => [],
  SHARED_VENDOR_FUNDING: ({ sharedFunding }) =>
    sharedFunding.map((funding) => ({ sentence: () => fundingSentence(funding), period: funding })),
};

/** The workplace that makes a competitor of the auditor, as a step of the rule draws the area; null when none does. */
function nearFor({ area, kilometres }: ConflictStepFile, place: Neighbourhood): string | null {
  if (kilometres !== undefined)
    return place.kilometres !== null && place.kilometres < kilometres ? place.nearest : null;
  if (area === 'DEPARTMENT') return place.inDepartment;
  return area === 'BASIN' ? place.inBasin : place.inRegion;
}

const STRENGTH: Record<ConflictLevel, number> = { BLOCK: 3, REVIEW: 2, WARN: 1 };

/**
 * Applies the rules of a campaign, which are data, to the facts about one auditor and one audit. Every
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
    .filter((rule) => hasFacts(rule, facts))
    .flatMap((rule) => {
      const held = rule.steps
        .map((step) => ({ level: step.level, sentences: sentencesOf(rule, step, facts, today) }))
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
    .sort(strongestFirst);
}

/** Whether there is anything for a rule to look at; the one rule that finds something missing always looks. */
function hasFacts({ code, predicate }: FrozenConflictRule, facts: ConflictFacts): boolean {
  const lists = (FACT_LISTS as Partial<Record<string, readonly FactList[]>>)[predicate];
  if (!lists) throw new Error(`${code}: the predicate ${predicate} is not evaluated`);
  return predicate === 'DECLARATION_MISSING' || lists.some((list) => facts[list].length > 0);
}

/** The order in which conflicts are told: the strongest first, then by code. */
export function strongestFirst(a: FoundConflict, b: FoundConflict): number {
  return STRENGTH[b.level] - STRENGTH[a.level] || (a.ruleCode < b.ruleCode ? -1 : 1);
}

function sentencesOf(
  rule: FrozenConflictRule,
  step: ConflictStepFile,
  facts: ConflictFacts,
  today: CalendarDate,
): FactSentence[] {
  // The one rule that finds something missing: a declaration signed within the window.
  if (rule.predicate === 'DECLARATION_MISSING') return missingDeclaration(step.window, facts, today);
  return PREDICATES[rule.predicate](facts, step)
    .filter((tie) => holds(step.window, tie, today))
    .map(({ sentence }) => sentence());
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
function holds(window: ConflictWindow, tie: Tie, today: CalendarDate): boolean {
  const { period, isSameCampaign, campaignsAgo } = tie;
  if (window === 'none') return true;
  if (typeof window === 'object' && 'campaigns' in window && campaignsAgo !== undefined)
    return campaignsAgo <= window.campaigns;
  if (window === 'sameCampaign') return isSameCampaign === true;
  const months = window === 'now' ? 0 : monthsOf(window);
  if (period === null || (period.from !== null && period.from > today)) return false;
  const { to } = period;
  return to === null || to >= today || addMonths(to, months) > today;
}

/** @throws Error for a window that is not a span of time */
function monthsOf(window: ConflictWindow): number {
  if (typeof window === 'object' && 'years' in window) return window.years * 12;
  if (typeof window === 'object' && 'months' in window) return window.months;
  throw new Error(`a window of ${JSON.stringify(window)} is not evaluated here`);
}

function withoutRepeats(sentences: FactSentence[]): FactSentence[] {
  if (sentences.length < 2) return sentences;
  return [
    ...new Map(sentences.map((sentence) => [`${sentence.about ?? ''} ${sentence.fr}`, sentence])).values(),
  ];
}
