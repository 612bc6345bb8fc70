import type { Ask } from '../../database/read-model';
import {
  agreementFigure,
  FEWEST_SERVICES,
  gwetAC,
  percentAgreement,
  type AgreementFigure,
} from '../../measures';
import { inServiceLots } from './service-lots';

/** How often events were valued so on the one scale and so on the other. */
export interface ComparisonCell {
  fromValue: string;
  toValue: string;
  count: number;
}

/** How far people who valued the same events on one scale agree. */
export interface ScaleAgreement {
  /** Events that two people at least have valued. */
  eventCount: number;
  percentAgreement: AgreementFigure;
  ac1: AgreementFigure;
}

/** Two scales side by side. */
export interface ScaleComparison {
  fromScaleId: string;
  toScaleId: string;
  /** Only pairs of values that five services have given; the others do not stand there, not even as nothing. */
  cells: ComparisonCell[];
  /** Null below five services. */
  fromAgreement: ScaleAgreement | null;
  toAgreement: ScaleAgreement | null;
}

interface Pair {
  auditedServiceId: string;
  fromValue: string;
  toValue: string;
}

interface Valued {
  auditedServiceId: string;
  radiationEventId: string;
  values: string[];
}

/** Events that one person has valued on both scales ($1, $2), in the order in which the second value came. */
const PAIRS = `
  select one.audited_service_id as "auditedServiceId", one.value as "fromValue", other.value as "toValue"
  from scale_trial one
  join scale_trial other on other.radiation_event_id = one.radiation_event_id and other.rated_by_id = one.rated_by_id
  where one.scale_definition_id = $1 and other.scale_definition_id = $2
  order by greatest(one.created_at, other.created_at), one.id`;

/**
 * Events that several people have valued on a scale ($1), in the order in which the second of them did, with these two
 * values: a third one later changes no figure that was shown.
 */
const VALUED_BY_TWO = `
  select audited_service_id as "auditedServiceId", radiation_event_id as "radiationEventId",
    array_agg(value order by place) as values
  from (
    select *, row_number() over (partition by radiation_event_id order by created_at, id) as place
    from scale_trial where scale_definition_id = $1
  ) t
  where place <= 2
  group by audited_service_id, radiation_event_id having count(*) = 2
  order by max(created_at), radiation_event_id`;

/**
 * Lays two scales side by side, in three statements: how the events that somebody has valued on both came out, and how far
 * two people agree on each.
 * @param sql sees every value
 * @param tied services whose lots are left out
 */
export async function compareScales(
  sql: Ask,
  [fromScaleId, toScaleId]: readonly [string, string],
  tied: ReadonlySet<string>,
): Promise<ScaleComparison> {
  const byCell = new Map<string, Pair[]>();
  for (const pair of await sql<Pair>(PAIRS, [fromScaleId, toScaleId])) {
    const key = `${pair.fromValue} ${pair.toValue}`;
    byCell.set(key, [...(byCell.get(key) ?? []), pair]);
  }
  const cells = [...byCell.values()].flatMap((pairs): ComparisonCell[] => {
    const [first, ...rest] = inServiceLots(pairs, FEWEST_SERVICES, tied);
    if (!first) return [];
    return [{ fromValue: first.fromValue, toValue: first.toValue, count: rest.length + 1 }];
  });
  return {
    fromScaleId,
    toScaleId,
    cells: cells.sort((a, b) => compare(a.fromValue, b.fromValue) || compare(a.toValue, b.toValue)),
    fromAgreement: await agreementOn(sql, fromScaleId, tied),
    toAgreement: await agreementOn(sql, toScaleId, tied),
  };
}

async function agreementOn(
  sql: Ask,
  scaleId: string,
  tied: ReadonlySet<string>,
): Promise<ScaleAgreement | null> {
  const [levels] = await sql<{ codes: string[] }>(
    `select array(select l ->> 'code' from jsonb_array_elements(s.levels) l) as codes from scale_definition s
     where s.id = $1`,
    [scaleId],
  );
  const events = inServiceLots(await sql<Valued>(VALUED_BY_TWO, [scaleId]), FEWEST_SERVICES, tied);
  if (!levels || events.length === 0) return null;
  // Events of one service are no independent units.
  const ratings = {
    categories: levels.codes,
    units: events.map(({ values }) => values),
    clusters: events.map(({ auditedServiceId }) => auditedServiceId),
  };
  return {
    eventCount: events.length,
    percentAgreement: { ...agreementFigure(percentAgreement(ratings)), band: null },
    ac1: agreementFigure(gwetAC(ratings)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
