import { parisDate } from '../kernel/working-days';
import {
  availabilityFor,
  conflictsBetween,
  conflictsOfCampaign,
  distancesFor,
  type Ask,
  type Between,
} from '../matching';
import type { FrozenConflictRule } from '../templates';
import type { OpenAssignment } from './review-facts';
import { SEAT_RULES } from './seat-rules';

/** A seat that somebody may have to take over. */
export type SeatToFill = Pick<
  OpenAssignment,
  'id' | 'auditId' | 'campaignId' | 'auditedServiceId' | 'seat' | 'isLead'
>;

/** An auditor who could take a seat: nothing stands against him but perhaps a warning. */
export interface Substitute {
  auditorId: string;
  /** Rules that only warn, by their codes. */
  warnings: string[];
  /** Audits of the year that whoever asks may know of. */
  load: number;
  /** From his nearest workplace; null while a place is unknown. */
  kilometres: number | null;
}

interface Fit {
  id: string;
  yearlyMaximum: number;
}

/**
 * Who could take over each of these seats, the best first: fit for it, free on the day of the visit, below his maximum of
 * the year, without a conflict that blocks or wants a review; fewer warnings go first, then fewer audits, then nearer.
 * The conflicts of all seats of a campaign come from one statement.
 * @param walledServices whose audits are hidden from whoever asks: they take an auditor's time, but are not told
 * @returns by assignment
 */
export async function substitutesFor(
  sql: Ask,
  seats: readonly SeatToFill[],
  now: Date,
  walledServices: ReadonlySet<string> = new Set(),
): Promise<Map<string, Substitute[]>> {
  const ranked = new Map<string, Substitute[]>();
  for (const campaignId of new Set(seats.map((seat) => seat.campaignId))) {
    const ofCampaign = seats.filter((seat) => seat.campaignId === campaignId);
    const pools = new Map<string, Fit[]>();
    for (const seat of ofCampaign) pools.set(seat.id, await fitFor(sql, seat));
    const stands = await conflictsAgainst(sql, campaignId, ofCampaign, pools, now);
    for (const seat of ofCampaign)
      ranked.set(seat.id, await rank(sql, seat, pools.get(seat.id) ?? [], { stands, now, walledServices }));
  }
  return ranked;
}

/** Who is fit for the seat and not on the team. */
function fitFor(sql: Ask, { auditId, seat, isLead }: SeatToFill): Promise<Fit[]> {
  const { profession, qualifications } = SEAT_RULES[seat];
  return sql<Fit>(
    `select u.id, u.yearly_maximum as "yearlyMaximum" from auditor u
     where ($2::text is null or u.profession = $2) and u.qualification = any($3::text[])
       and ($4 is false or u.is_lead_eligible)
       and not exists (select 1 from assignment s
         where s.audit_id = $1 and s.auditor_id = u.id and s.state in ('PROPOSED', 'ACCEPTED', 'CONFIRMED', 'COMPLETED'))
     order by u.id`,
    [auditId, profession, qualifications, isLead],
  );
}

async function conflictsAgainst(
  sql: Ask,
  campaignId: string,
  seats: readonly SeatToFill[],
  pools: ReadonlyMap<string, readonly Fit[]>,
  now: Date,
): Promise<Between> {
  const [campaign] = await sql<{ rules: FrozenConflictRule[] }>(
    'select conflict_rules as "rules" from campaign where id = $1',
    [campaignId],
  );
  const found = await conflictsOfCampaign(sql, campaign?.rules ?? [], campaignId, parisDate(now), {
    auditorIds: [...new Set([...pools.values()].flat().map(({ id }) => id))],
    serviceIds: [...new Set(seats.map(({ auditedServiceId }) => auditedServiceId))],
    endingIds: seats.map(({ id }) => id),
  });
  return conflictsBetween(found);
}

async function rank(
  sql: Ask,
  { auditId, auditedServiceId }: SeatToFill,
  pool: readonly Fit[],
  {
    stands: against,
    now,
    walledServices,
  }: { stands: Between; now: Date; walledServices: ReadonlySet<string> },
): Promise<Substitute[]> {
  const clean = pool.filter(({ id }) => against(id, auditedServiceId).every(({ level }) => level === 'WARN'));
  const ids = clean.map(({ id }) => id);
  const availability = await availabilityFor(sql, auditId, ids, walledServices);
  const kilometres = await distancesFor(sql, auditedServiceId, ids, parisDate(now));
  return clean
    .flatMap(({ id, yearlyMaximum }): Substitute[] => {
      const found = availability.get(id);
      if (!found?.isFree || found.load >= yearlyMaximum) return [];
      const warnings = against(id, auditedServiceId).map(({ ruleCode }) => ruleCode);
      return [{ auditorId: id, warnings, load: found.loadInSight, kilometres: kilometres.get(id) ?? null }];
    })
    .sort(
      (a, b) =>
        a.warnings.length - b.warnings.length ||
        a.load - b.load ||
        nearer(a.kilometres, b.kilometres) ||
        (a.auditorId < b.auditorId ? -1 : 1),
    );
}

/** Unknown places come last. */
function nearer(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}
