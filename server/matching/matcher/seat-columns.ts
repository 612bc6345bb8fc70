import { mayPair, type Compiled } from './compiled';
import { addChoice, addRow, type LinearModel } from './linear-model';
import type { PlanTeam } from './plan';

/** Rules of a team or of the campaign that a question may leave out, to learn whether they are to blame. */
export type TeamRule = 'SAME_GROUP' | 'TEAM_CONFLICT' | 'RECIPROCITY' | 'SHARED_TEAMS';

/** Week of a service that names none. */
export const ANY_WEEK = -1;

/** An auditor who may sit on a service, and his columns: one for each week that suits both. */
export interface SeatColumns {
  service: number;
  auditor: number;
  kind: number;
  weeks: readonly number[];
  columns: readonly number[];
}

/** What a model holds of a problem. */
export interface ExactScope {
  /** Teams that stay as they are; every other service is open. */
  frozen?: readonly PlanTeam[];
  /** Pairs (service, auditor) that an open service may choose from; all allowed ones when absent. Pins are kept. */
  keeps?: (service: number, auditor: number) => boolean;
  /** Rules left out. */
  without?: ReadonlySet<TeamRule>;
}

/** Columns of several seats. */
export const allColumns = (seats: readonly SeatColumns[]): number[] => seats.flatMap((seat) => seat.columns);

/** A coefficient of 1 for each column. */
export const ones = (columns: readonly number[]): number[] => columns.map(() => 1);

/** Columns of all who may sit on each service; pinned and frozen ones must. */
export function placeSeats(c: Compiled, model: LinearModel, { frozen, keeps }: ExactScope): SeatColumns[][] {
  const teams = new Map((frozen ?? []).map((team) => [team.service, team]));
  return c.services.map(({ id }, service) => {
    const pinned = new Set(c.pinned.items.subarray(c.pinned.from[service], c.pinned.from[service + 1]));
    const team = teams.get(id);
    const members = new Set(team?.members.map((member) => member.auditor));
    const named = [
      ...c.serviceWeeks.items.subarray(c.serviceWeeks.from[service], c.serviceWeeks.from[service + 1]),
    ];
    const seats: SeatColumns[] = [];
    for (let auditor = 0; auditor < c.auditorCount; auditor += 1) {
      const must = pinned.has(auditor) || members.has(c.auditors[auditor]!.id);
      if (!mayPair(c, service, auditor) || c.capacity[auditor] === 0) continue;
      if (!must && (team || (keeps && !keeps(service, auditor)))) continue;
      const free = named.filter((week) => c.available[auditor * c.weekCount + week] === 1);
      const weeks =
        named.length === 0
          ? [ANY_WEEK]
          : team && must
            ? free.filter((week) => c.weeks[week] === team.week)
            : free;
      const points = c.worth[service * c.auditorCount + auditor]!;
      const columns = weeks.map(() => addChoice(model, points));
      if (must) addRow(model, 1, 1, columns);
      seats.push({ service, auditor, kind: c.seatOf[auditor]!, weeks, columns });
    }
    return seats;
  });
}

/** One week for a service that could take several. */
export function chooseWeek(model: LinearModel, seats: readonly SeatColumns[]): ReadonlyMap<number, number> {
  const weeks = new Set(seats.flatMap((seat) => seat.weeks));
  if (weeks.size < 2) return new Map();
  const columns = new Map([...weeks].sort((a, b) => a - b).map((week) => [week, addChoice(model, 0)]));
  addRow(model, 1, 1, [...columns.values()]);
  return columns;
}

/** At most so many of the seats, and none in a week that is not chosen. */
export function atMost(
  model: LinearModel,
  seats: readonly SeatColumns[],
  weeks: ReadonlyMap<number, number>,
  most: number,
): void {
  if (weeks.size === 0) {
    if (seats.length > most) addRow(model, -Infinity, most, allColumns(seats));
    return;
  }
  for (const [week, chosen] of weeks) {
    const columns = seats.flatMap((seat) => seat.columns.filter((_, at) => seat.weeks[at] === week));
    if (columns.length > 0) addRow(model, -Infinity, 0, [...columns, chosen], [...ones(columns), -most]);
  }
}
