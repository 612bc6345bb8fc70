import { hasBit, type BitMatrix } from './bit-matrix';
import { ONE_LEAD, RADIOLOGIST, SEAT_KINDS, TRAINEE, type Compiled } from './compiled';
import { groupsOf } from './compile-ties';
import { addChoice, addColumn, addRow, emptyModel, type LinearModel } from './linear-model';
import {
  allColumns,
  ANY_WEEK,
  atMost,
  chooseWeek,
  ones,
  placeSeats,
  type ExactScope,
  type SeatColumns,
  type TeamRule,
} from './seat-columns';

/** A choice of direction between two groups, with what takes each: all columns of their members on their services. */
export interface DirectionColumn {
  column: number;
  forward: readonly number[];
}

/** A problem as a mixed-integer program, with what is needed to read a solution and to add rows later. */
export interface ExactModel {
  model: LinearModel;
  /** Possible members of each service. */
  byService: readonly (readonly SeatColumns[])[];
  /** Column of each possible week of a service; empty when at most one is possible. */
  weekColumns: readonly ReadonlyMap<number, number>[];
  /** Columns that count empty required seats. */
  shortColumns: readonly number[];
  directions: readonly DirectionColumn[];
}

/** No team is larger when even the rule of different groups is left out. */
const MOST_MEMBERS = 20;

/** Files a thing under a key. */
function file<Key, Thing>(files: Map<Key, Thing[]>, key: Key, things: readonly Thing[]): void {
  const known = files.get(key);
  if (known) known.push(...things);
  else files.set(key, [...things]);
}

/**
 * Writes a problem down as a mixed-integer program whose objective is the plan's. Columns: auditor on service in
 * week; week of a service; empty seats; missing lead; missing critical skill; n-th audit of an auditor; two who worked
 * together last time; direction between two groups. Only the sharing of teams is left to `limitPair`, since it
 * binds seldom.
 */
export function exactModel(c: Compiled, scope: ExactScope = {}): ExactModel {
  const model = emptyModel();
  const without = scope.without ?? new Set<TeamRule>();
  const byService = placeSeats(c, model, scope);
  const shortColumns: number[] = [];
  const pairs = without.has('TEAM_CONFLICT') ? [] : teamConflicts(c);
  const weekColumns = byService.map((seats, service) => {
    const weeks = chooseWeek(model, seats);
    shortColumns.push(...fillSeats(c, model, service, seats, weeks));
    coverSkills(c, model, service, seats);
    if (!without.has('SAME_GROUP')) separateGroups(c, model, seats, weeks);
    const seatOf = new Map(seats.map((seat) => [seat.auditor, seat]));
    for (const [one, other] of pairs) {
      const a = seatOf.get(one);
      const b = seatOf.get(other);
      if (a && b) addRow(model, -Infinity, 1, [...a.columns, ...b.columns]);
    }
    meetAgain(c.past, model, seats, c.weights.pastPair);
    return weeks;
  });
  limitAuditors(c, model, byService.flat());
  const directions = without.has('RECIPROCITY')
    ? []
    : forbidReciprocity(c, model, byService, without.has('SAME_GROUP') ? MOST_MEMBERS : 1);
  return { model, byService, weekColumns, shortColumns, directions };
}

/** Seats of a service, filled or short. Returns the columns that count the empty ones. */
function fillSeats(
  c: Compiled,
  model: LinearModel,
  service: number,
  seats: readonly SeatColumns[],
  weeks: ReadonlyMap<number, number>,
): number[] {
  const shortColumns: number[] = [];
  for (let kind = 0; kind < SEAT_KINDS; kind += 1) {
    const offered = c.seats[service * SEAT_KINDS + kind]!;
    if (offered === 0) continue;
    const fit = seats.filter((seat) => seat.kind === kind);
    if (kind !== TRAINEE) {
      const short = addColumn(model, -c.weights.shortfall, 0, offered, false);
      shortColumns.push(short);
      addRow(model, offered, offered, [...allColumns(fit), short]);
    }
    if (kind === TRAINEE || weeks.size > 0) atMost(model, fit, weeks, offered);
  }
  return shortColumns;
}

/** What full members should bring: a lead where two radiologists sit, each critical skill. */
function coverSkills(c: Compiled, model: LinearModel, service: number, seats: readonly SeatColumns[]): void {
  const cover = (cost: number, able: readonly SeatColumns[]) => {
    const missing = addColumn(model, -cost, 0, 1, false);
    addRow(model, 1, Infinity, [...allColumns(able), missing]);
  };
  const leads = seats.filter((seat) => seat.kind === RADIOLOGIST && c.lead[seat.auditor] === 1);
  if (c.leadRule[service] === ONE_LEAD) cover(c.weights.missingLead, leads);
  // Nobody without the right is a candidate for the only radiologist's seat, unless he is pinned there.
  else if (seats.some((seat) => seat.kind === RADIOLOGIST && c.lead[seat.auditor] === 0))
    model.offset -= c.weights.missingLead;
  for (let bit = 0; bit < c.criticalWords * 32; bit += 1) {
    const has = (masks: Int32Array, row: number) =>
      (masks[row * c.criticalWords + (bit >>> 5)]! >>> (bit & 31)) & 1;
    if (has(c.critical, service))
      cover(
        c.weights.missingCritical,
        seats.filter((seat) => has(c.mastered, seat.auditor)),
      );
  }
}

/** Members of one team share no group. */
function separateGroups(
  c: Compiled,
  model: LinearModel,
  seats: readonly SeatColumns[],
  weeks: ReadonlyMap<number, number>,
): void {
  const members = new Map<string, SeatColumns[]>();
  for (const seat of seats)
    for (const group of new Set(c.auditors[seat.auditor]!.groups)) file(members, group, [seat]);
  for (const same of members.values()) if (same.length > 1) atMost(model, same, weeks, 1);
}

/** The instance's conflicts within teams, by number, each once. */
function teamConflicts(c: Compiled): [number, number][] {
  const numberOf = new Map(c.auditors.map(({ id }, auditor) => [id, auditor]));
  const pairs = new Map<string, [number, number]>();
  for (const [one, other] of c.instance.teamConflicts) {
    const a = numberOf.get(one)!;
    const b = numberOf.get(other)!;
    if (a !== b) pairs.set(`${Math.min(a, b)} ${Math.max(a, b)}`, [a, b]);
  }
  return [...pairs.values()];
}

/** Two who worked together last time: allowed, at a price. */
function meetAgain(past: BitMatrix, model: LinearModel, seats: readonly SeatColumns[], cost: number): void {
  if (cost === 0) return;
  seats.forEach((one, at) => {
    for (const other of seats.slice(at + 1))
      if (hasBit(past, one.auditor, other.auditor)) addMeeting(model, [one, other], -cost);
  });
}

/** Column that is 1 when two sit on the service together. */
function addMeeting(model: LinearModel, both: readonly SeatColumns[], gain: number): number {
  const meeting = addColumn(model, gain, 0, 1, false);
  const columns = allColumns(both);
  addRow(model, -Infinity, 1, [...columns, meeting], [...ones(columns), -1]);
  return meeting;
}

/** Adds that two auditors share at most so many teams. */
export function limitPair({ model, byService }: ExactModel, one: number, other: number, most: number): void {
  const meetings: number[] = [];
  for (const seats of byService) {
    const both = seats.filter((seat) => seat.auditor === one || seat.auditor === other);
    if (both.length === 2) meetings.push(addMeeting(model, both, 0));
  }
  addRow(model, -Infinity, most, meetings);
}

/**
 * Capacity, one audit a week, cost of load, minimum. The cost of the n-th audit never falls, so that steps fill in
 * their order by themselves; to be below the minimum makes the first steps cheaper by as much.
 */
function limitAuditors(c: Compiled, model: LinearModel, seats: readonly SeatColumns[]): void {
  const byAuditor = new Map<number, SeatColumns[]>();
  for (const seat of seats) file(byAuditor, seat.auditor, [seat]);
  const { belowMinimum } = c.weights;
  for (let auditor = 0; auditor < c.auditorCount; auditor += 1) {
    const minimum = Math.max(0, c.minimum[auditor]!);
    model.offset -= belowMinimum * minimum;
    const own = byAuditor.get(auditor);
    if (!own) continue;
    const most = Math.min(c.capacity[auditor]!, own.length);
    const steps = Array.from({ length: most }, (_, n) =>
      addColumn(model, (n < minimum ? belowMinimum : 0) - c.load[n]!, 0, 1, false),
    );
    const columns = allColumns(own);
    addRow(model, 0, 0, [...columns, ...steps], [...ones(columns), ...steps.map(() => -1)]);
    const weekly = new Map<number, number[]>();
    for (const seat of own)
      seat.weeks.forEach((week, at) => {
        if (week !== ANY_WEEK) file(weekly, week, [seat.columns[at]!]);
      });
    for (const same of weekly.values()) if (same.length > 1) addRow(model, -Infinity, 1, same);
  }
}

/**
 * No two groups audit each other. For each two groups with candidates both ways one choice decides the direction;
 * members of one group being at most one on a team, one row stands for all of them.
 * @param most members of one group on a team
 */
function forbidReciprocity(
  c: Compiled,
  model: LinearModel,
  byService: readonly (readonly SeatColumns[])[],
  most: number,
): DirectionColumn[] {
  const rows = new Map<string, number[][]>();
  byService.forEach((seats, service) => {
    const members = new Map<string, number[]>();
    for (const seat of seats)
      for (const group of new Set(c.auditors[seat.auditor]!.groups)) file(members, group, seat.columns);
    for (const h of new Set(groupsOf(c.services[service]!)))
      for (const [g, columns] of members) if (g !== h) file(rows, JSON.stringify([g, h]), [columns]);
  });
  const directions: DirectionColumn[] = [];
  for (const [direction, forward] of rows) {
    const [g, h] = JSON.parse(direction) as [string, string];
    const backward = rows.get(JSON.stringify([h, g]));
    if (g > h || !backward) continue;
    const column = addChoice(model, 0);
    directions.push({ column, forward: forward.flat() });
    for (const columns of forward)
      addRow(model, -Infinity, 0, [...columns, column], [...ones(columns), -most]);
    for (const columns of backward)
      addRow(model, -Infinity, most, [...columns, column], [...ones(columns), most]);
  }
  return directions;
}
