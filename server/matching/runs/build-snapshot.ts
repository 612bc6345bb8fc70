import canonicalize from 'canonicalize';
import type { DataSource } from 'typeorm';
import { sha256Of } from '../../kernel/file-hash';
import type { CalendarDate } from '../../kernel/working-days';
import type { FrozenConflictRule } from '../../templates';
import type { Ask } from '../conflicts/find-conflicts';
import { teamConflictsOf } from '../conflicts/team-conflicts';
import type { Instance, InstanceAuditor, InstanceService, Pair } from '../matcher/instance';
import type { FrozenSettings } from '../needs/frozen-settings';
import { snapshotAuditors, type SnapshotAuditor } from './snapshot-auditors';
import { blockedPairs, type Blocked } from './snapshot-conflicts';
import { snapshotServices } from './snapshot-services';
import { pairsOfRun, pastPairsOf, snapshotTeams, type SnapshotTeams } from './snapshot-teams';

/** What a snapshot is taken of, and as whom. */
export interface SnapshotOf {
  campaignId: string;
  settings: FrozenSettings;
  /** The run from whose plan as little as possible changes; the present proposals when null. */
  baseRunId: string | null;
  /** Services that whoever started the run has a tie with. */
  walled: readonly string[];
  today: CalendarDate;
}

/**
 * Reads everything that a run is solved from at one moment of the database.
 * @returns the instance, with audits as services, all lists in the order of their ids
 */
export function readSnapshot(dataSource: DataSource, of: SnapshotOf): Promise<Instance> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    await manager.query(`select set_config('app.platform', 'on', true)`);
    const sql: Ask = (text, values) => manager.query(text, [...values]);
    return buildSnapshot(sql, of);
  });
}

/** The same, through one transaction that shows one moment. */
export async function buildSnapshot(sql: Ask, of: SnapshotOf): Promise<Instance> {
  const { campaignId, settings, today } = of;
  const [campaign] = await sql<{
    rules: FrozenConflictRule[];
    visitsFrom: CalendarDate;
    visitsTo: CalendarDate;
  }>(
    `select conflict_rules as "rules", visits_from as "visitsFrom", visits_to as "visitsTo" from campaign where id = $1`,
    [campaignId],
  );
  if (!campaign) throw new Error('a run without campaign');
  const services = await snapshotServices(sql, campaignId, settings, today, of.walled);
  const auditIds = services.map(({ service }) => service.id);
  const visits = { from: campaign.visitsFrom, to: campaign.visitsTo };
  const auditors = await snapshotAuditors(sql, auditIds, visits, settings, today);
  const teams = await snapshotTeams(sql, auditIds);
  const blocked = await blockedPairs(
    sql,
    { id: campaignId, rules: campaign.rules },
    { services, auditors, teams, settings, today },
  );
  const previous = of.baseRunId === null ? teams.proposed : await pairsOfRun(sql, of.baseRunId);
  const present = new Set([...auditIds, ...auditors.map(({ auditor }) => auditor.id)]);
  const isPresent = ([one, other]: Pair): boolean => present.has(one) && present.has(other);
  const pastPairs = await pastPairsOf(sql, campaignId, settings.pastCampaigns);
  return {
    ...settled(
      services.map(({ service }) => service),
      auditors.map(({ auditor }) => auditor),
      teams,
      blocked,
    ),
    teamConflicts: await apartPairs(sql, campaign.rules, of, auditors),
    pastPairs: pastPairs.filter(isPresent),
    previous: sorted(previous.filter(isPresent)),
    weights: settings.weights,
    fairness: settings.fairness,
  };
}

/** Auditors whom a rule keeps from one team; those who share a group are kept apart by that. */
async function apartPairs(
  sql: Ask,
  rules: readonly FrozenConflictRule[],
  { campaignId, settings, today }: SnapshotOf,
  auditors: readonly SnapshotAuditor[],
): Promise<Pair[]> {
  const groups = new Map(auditors.map(({ auditor }) => [auditor.id, new Set(auditor.groups)]));
  const found = await teamConflictsOf(sql, rules, campaignId, today);
  return sorted(
    found
      .filter(({ level }) => level === 'BLOCK' || (level === 'REVIEW' && !settings.isReviewAllowed))
      .map(({ auditorIds }): Pair => auditorIds)
      .filter(([one, other]) => {
        const own = groups.get(one);
        const others = groups.get(other);
        return own && others && ![...own].some((group) => others.has(group));
      }),
  );
}

type Settled = Pick<Instance, 'services' | 'auditors' | 'conflicts' | 'pinned' | 'forbidden'>;

/**
 * Makes room for what is settled: who has accepted stays on his seat, and there are seats and capacity for it, whatever
 * changed since. A member whom a tie has come to block is no longer held: the matcher looks for somebody else. Observers
 * who are no trainees, or more than one, stand beside the plan.
 */
function settled(
  services: readonly InstanceService[],
  auditors: readonly InstanceAuditor[],
  teams: SnapshotTeams,
  blocked: readonly Blocked[],
): Settled {
  const trainees = new Set(auditors.flatMap(({ id, trainee }) => (trainee ? [id] : [])));
  const isBlocked = new Set(
    blocked.flatMap(([auditorId, auditId, code]) =>
      // He accepted on a qualification that has lapsed since: that is for the coordination to settle.
      code === 'QUALIFICATION' ? [] : [`${auditorId} ${auditId}`],
    ),
  );
  const observers = new Map<string, string[]>();
  for (const { auditId, auditorId, seat } of teams.seated)
    if (seat === 'OBSERVER') observers.set(auditId, [...(observers.get(auditId) ?? []), auditorId]);
  const isBeside = (auditId: string, auditorId: string): boolean => {
    const seated = observers.get(auditId) ?? [];
    return seated.includes(auditorId) && (seated.length > 1 || !trainees.has(auditorId));
  };
  const held = teams.seated.filter(
    ({ auditId, auditorId }) => !isBlocked.has(`${auditorId} ${auditId}`) && !isBeside(auditId, auditorId),
  );
  const beside = teams.seated.filter(({ auditId, auditorId }) => isBeside(auditId, auditorId));
  const heldPairs = new Set(held.map(({ auditId, auditorId }) => `${auditorId} ${auditId}`));
  const pins = teams.decisions.filter(({ kind }) => kind === 'PIN');
  const forbids = teams.decisions.filter(({ kind }) => kind === 'FORBID');
  const pair = ({ auditId, auditorId }: { auditId: string; auditorId: string }): Pair => [auditorId, auditId];
  const known = new Set(auditors.map(({ id }) => id));
  return {
    services: services.map((service) => withHeldSeats(service, held, beside)),
    auditors: auditors.map((auditor) => withHeldCapacity(auditor, held, beside)),
    conflicts: blocked.filter(([auditorId, auditId]) => !heldPairs.has(`${auditorId} ${auditId}`)),
    pinned: sorted([...held, ...pins].map(pair).filter(([auditorId]) => known.has(auditorId))),
    forbidden: sorted(
      [...teams.refused, ...forbids.map(pair), ...beside.map(pair)].filter(
        ([auditorId, auditId]) => known.has(auditorId) && !heldPairs.has(`${auditorId} ${auditId}`),
      ),
    ),
  };
}

type Seated = SnapshotTeams['seated'];

function withHeldSeats(service: InstanceService, held: Seated, beside: Seated): InstanceService {
  const here = held.filter(({ auditId }) => auditId === service.id);
  const taken = (seat: string): number => here.filter((member) => member.seat === seat).length;
  const { seats } = service;
  return {
    ...service,
    seats: {
      RADIOLOGIST: Math.max(seats.RADIOLOGIST ?? 0, taken('RADIOLOGIST')),
      RADIOGRAPHER: Math.max(seats.RADIOGRAPHER ?? 0, taken('RADIOGRAPHER')),
      MEDICAL_PHYSICIST: Math.max(seats.MEDICAL_PHYSICIST ?? 0, taken('MEDICAL_PHYSICIST')),
    },
    traineeSeat:
      taken('OBSERVER') > 0 || (service.traineeSeat && !beside.some(({ auditId }) => auditId === service.id)),
  };
}

function withHeldCapacity(auditor: InstanceAuditor, held: Seated, beside: Seated): InstanceAuditor {
  const of = (members: Seated): number => members.filter(({ auditorId }) => auditorId === auditor.id).length;
  const capacity = Math.max(auditor.capacity - of(beside), of(held), 0);
  return { ...auditor, capacity, minimum: Math.min(auditor.minimum, capacity) };
}

/** Each pair once, in the order of its ids. */
function sorted(pairs: readonly Pair[]): Pair[] {
  const byKey = new Map(pairs.map((pair) => [pair.join(' '), pair]));
  return [...byKey.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, pair]) => pair);
}

/** SHA-256 of the canonical JSON (RFC 8785) of a snapshot or a plan. */
export function hashOf(content: object): string {
  return sha256Of(String(canonicalize(content)));
}
