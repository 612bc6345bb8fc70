import type { ConflictReason } from '../../kernel/outcome';
import type { Viewer } from '../../kernel/viewer';
import { addDays, addMonths, type CalendarDate } from '../../kernel/working-days';
import type { ConflictPredicate, FrozenConflictRule } from '../../templates';
import { evaluateConflicts, strongestFirst, type FoundConflict } from './conflict-rules';
import { factFor } from './fact-sentences';
import { factStatement } from './fact-statement';
import { NO_FACTS, type ConflictFacts } from './facts';

/** One statement of the running transaction; units of work and readers have one. */
export type Ask = <T>(text: string, values: readonly unknown[]) => Promise<T[]>;

/** A service in a campaign, whether its audit is planned already or not. */
export interface ServiceToStaff {
  auditedServiceId: string;
  campaignId: string;
}

/** A rule that stands between an auditor and a service; without service, between him and all of them. */
export interface PairConflict extends FoundConflict {
  auditorId: string;
  serviceId: string | null;
}

/** Whose pairs are asked about; null stands for all auditors, and all services that take part in the campaign. */
interface Asked {
  campaignId: string;
  auditorIds: readonly string[] | null;
  serviceIds: readonly string[] | null;
  endingIds?: readonly string[];
}

interface FactRow {
  auditorId: string;
  /** Null for what is about the auditor whatever the service. */
  serviceId: string | null;
  list: keyof ConflictFacts;
  /** Null for an auditor of whom nothing is known. */
  fact: never;
}

/** What an auditor alone is judged by; nothing of it depends on the service. */
const ABOUT_AUDITOR: ReadonlySet<ConflictPredicate> = new Set(['DECLARATION_MISSING']);

/** Rules whose facts are teams of the same campaign, and not ties: a plan that is made anew looks at them itself. */
const ABOUT_TEAMS: ReadonlySet<ConflictPredicate> = new Set(['TEAM_SAME_EMPLOYER']);

/**
 * The conflicts of many auditors with one service, under the rules that its campaign froze: one statement, whatever
 * the number of auditors.
 * @param today the legal day on which ties are looked at
 * @returns for every auditor asked about, what stands against him, strongest first; empty when nothing does
 */
export async function conflictsFor(
  sql: Ask,
  rules: readonly FrozenConflictRule[],
  { campaignId, auditedServiceId }: ServiceToStaff,
  auditorIds: readonly string[],
  today: CalendarDate,
): Promise<Map<string, FoundConflict[]>> {
  const found = await find(sql, rules, { campaignId, auditorIds, serviceIds: [auditedServiceId] }, today);
  const conflicts = new Map<string, FoundConflict[]>(auditorIds.map((id) => [id, []]));
  for (const conflict of found) conflicts.get(conflict.auditorId)?.push(conflict);
  return new Map([...conflicts].map(([id, list]) => [id, list.sort(strongestFirst)]));
}

/**
 * The conflicts of many auditors with many services of one campaign, from the same statement.
 * @param asked null for all auditors, and for all services that take part: their application is neither rejected nor
 *   withdrawn, or their audit is planned and not cancelled; `endingIds` are assignments that are about to end, whose
 *   auditors are no team mates any more
 * @param ignoresTeams leaves out what follows only from who is on which team of this campaign now (C12, and C06 within
 *   the campaign): for a plan that composes all teams anew
 * @returns the pairs that something stands between; nothing for the others
 */
export async function conflictsOfCampaign(
  sql: Ask,
  rules: readonly FrozenConflictRule[],
  campaignId: string,
  today: CalendarDate,
  asked: {
    auditorIds?: readonly string[] | null;
    serviceIds?: readonly string[] | null;
    endingIds?: readonly string[];
  } = {},
  { ignoresTeams = false }: { ignoresTeams?: boolean } = {},
): Promise<PairConflict[]> {
  const whole = {
    campaignId,
    auditorIds: asked.auditorIds ?? null,
    serviceIds: asked.serviceIds ?? null,
    endingIds: asked.endingIds ?? [],
  };
  return find(sql, ignoresTeams ? withoutTeams(rules) : rules, whole, today);
}

async function find(
  sql: Ask,
  rules: readonly FrozenConflictRule[],
  asked: Asked,
  today: CalendarDate,
): Promise<PairConflict[]> {
  const aboutAuditor = rules.filter(({ predicate }) => ABOUT_AUDITOR.has(predicate));
  const aboutPair = rules.filter(({ predicate }) => !ABOUT_AUDITOR.has(predicate));
  if (rules.length === 0) return [];
  const { auditorIds, serviceIds } = asked;
  const text = factStatement(
    rules.map(({ predicate }) => predicate),
    { auditors: auditorIds === null, services: serviceIds === null },
  );
  const rows = await sql<FactRow>(text, [
    asked.campaignId,
    today,
    lookBack(rules, today),
    auditorIds && [...auditorIds],
    serviceIds && [...serviceIds],
    widestCircle(rules),
    [...(asked.endingIds ?? [])],
  ]);
  const ofAuditors = new Map<string, Gathered>();
  const ofPairs = new Map<string, { auditorId: string; serviceId: string; facts: Gathered }>();
  for (const { auditorId, serviceId, list, fact } of rows) {
    if (serviceId === null) {
      const facts = valueOf(ofAuditors, auditorId, () => ({ ...NO_FACTS }));
      if (fact !== null) add(facts, list, fact);
    } else {
      const start = () => ({ auditorId, serviceId, facts: { ...NO_FACTS } });
      add(valueOf(ofPairs, `${auditorId} ${serviceId}`, start).facts, list, fact);
    }
  }
  return [
    ...[...ofAuditors].flatMap(([auditorId, facts]) =>
      evaluateConflicts(aboutAuditor, facts, today).map((one) => ({ auditorId, serviceId: null, ...one })),
    ),
    ...[...ofPairs.values()].flatMap(({ auditorId, serviceId, facts }) =>
      evaluateConflicts(aboutPair, facts, today).map((one) => ({ auditorId, serviceId, ...one })),
    ),
  ];
}

/** The same rules, blind to the teams of the campaign. */
function withoutTeams(rules: readonly FrozenConflictRule[]): FrozenConflictRule[] {
  return rules
    .filter(({ predicate }) => !ABOUT_TEAMS.has(predicate))
    .map((rule) => ({ ...rule, steps: rule.steps.filter(({ window }) => window !== 'sameCampaign') }));
}

/** The first day on which a fact may have ended for any of the rules to look at it. */
export function lookBack(rules: readonly FrozenConflictRule[], today: CalendarDate): CalendarDate {
  const months = rules.flatMap(({ steps }) =>
    steps.map(({ window }) => {
      if (window === 'none') return Infinity;
      if (typeof window === 'string' || 'campaigns' in window) return 0;
      return 'years' in window ? window.years * 12 : window.months;
    }),
  );
  const most = Math.max(0, ...months);
  // Months differ in length: a few days more than the longest span lose nothing.
  return most === Infinity ? BEFORE_EVERYTHING : addDays(addMonths(today, -most), -3);
}

const BEFORE_EVERYTHING: CalendarDate = '0001-01-01';

/** The widest circle that a rule draws around a service, in kilometres; 0 when none does. */
function widestCircle(rules: readonly FrozenConflictRule[]): number {
  return Math.max(0, ...rules.flatMap(({ steps }) => steps.map(({ kilometres }) => kilometres ?? 0)));
}

/** What stands between an auditor and a service, whether it is about the pair or about the auditor alone. */
export type Between = (auditorId: string, serviceId: string) => PairConflict[];

/** Conflicts of many pairs as a question about one of them. */
export function conflictsBetween(found: readonly PairConflict[]): Between {
  const byPair = new Map<string, PairConflict[]>();
  for (const conflict of found)
    valueOf(byPair, `${conflict.auditorId} ${conflict.serviceId ?? ''}`, () => []).push(conflict);
  return (auditorId, serviceId) => [
    ...(byPair.get(`${auditorId} ${serviceId}`) ?? []),
    ...(byPair.get(`${auditorId} `) ?? []),
  ];
}

/** Conflicts as a reader who may know all of them reads them, but for audits that a tie of his own hides from him. */
export function conflictReasons(found: readonly FoundConflict[], viewer: Viewer): ConflictReason[] {
  return found.map(({ ruleCode, level, facts }) => ({
    ruleCode,
    level,
    facts: facts.map((fact) => factFor(fact, viewer)),
  }));
}

/** Facts as they come in; lists that stay empty are shared. */
type Gathered = { -readonly [List in keyof ConflictFacts]: ConflictFacts[List] };

function add(facts: Gathered, list: keyof ConflictFacts, fact: never): void {
  const known = facts[list] as never[];
  if (known.length === 0) facts[list] = [fact];
  else known.push(fact);
}

function valueOf<V>(map: Map<string, V>, key: string, start: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = start()));
  return value;
}
