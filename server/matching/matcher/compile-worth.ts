import { hasBit, popCount, type BitMatrix } from './bit-matrix';
import { NO_PAIR, RADIOLOGIST, SEAT_KINDS, SOLE_LEAD, TRAINEE, type Compiled, type Lists } from './compiled';
import { experiencePoints, fitPoints, kilometresBetween, roundedValue, travelPoints } from './pair-value';
import { numbered } from './numbering';

/** What the worth of pairs is computed from. */
export type Placed = Pick<
  Compiled,
  | 'instance'
  | 'weights'
  | 'services'
  | 'auditors'
  | 'seats'
  | 'leadRule'
  | 'serviceWeeks'
  | 'seatOf'
  | 'lead'
  | 'available'
  | 'weekCount'
  | 'auditorGroups'
  | 'serviceGroups'
  | 'previous'
>;

/** Sets of skills as masks of `words` words each, in one array. */
function skillMasks(
  sets: readonly (readonly string[])[],
  numberOf: ReadonlyMap<string, number>,
  words: number,
) {
  const masks = new Int32Array(sets.length * words);
  sets.forEach((set, row) => {
    for (const skill of set) {
      const bit = numberOf.get(skill);
      if (bit !== undefined) masks[row * words + (bit >>> 5)]! |= 1 << (bit & 31);
    }
  });
  return masks;
}

/** Computes the value of a full member for each auditor, service by service, into `row`. */
export function valuesByService(placed: Placed): (service: number, row: Float64Array) => void {
  const { services, auditors, weights } = placed;
  const skills = numbered(services.flatMap((service) => service.needs));
  const words = Math.max(1, (skills.ids.length + 31) >>> 5);
  const needs = skillMasks(
    services.map((service) => service.needs),
    skills.numberOf,
    words,
  );
  const mastered = skillMasks(
    auditors.map((auditor) => auditor.skills),
    skills.numberOf,
    words,
  );
  const regions = numbered(services.flatMap((service) => service.region ?? []));
  const regionOf = auditors.map(({ region }) =>
    region === null ? -1 : (regions.numberOf.get(region) ?? -2),
  );
  const preferred = new Uint8Array(auditors.length * regions.ids.length);
  auditors.forEach((auditor, a) => {
    for (const region of auditor.preferredRegions) {
      const r = regions.numberOf.get(region);
      if (r !== undefined) preferred[a * regions.ids.length + r] = 1;
    }
  });
  const latitude = Float64Array.from(auditors, ({ lat }) => lat ?? NaN);
  const longitude = Float64Array.from(auditors, ({ lon }) => lon ?? NaN);
  const experience = Float64Array.from(auditors, ({ auditsDone }) => experiencePoints(weights, auditsDone));

  return (s, row) => {
    const service = services[s]!;
    const needed = new Set(service.needs).size;
    const region = service.region === null ? -1 : regions.numberOf.get(service.region)!;
    const lat = service.lat ?? NaN;
    const lon = service.lon ?? NaN;
    for (let a = 0; a < auditors.length; a += 1) {
      let fits = 0;
      for (let w = 0; w < words; w += 1) fits += popCount(needs[s * words + w]! & mastered[a * words + w]!);
      const away = region >= 0 && regionOf[a] !== -1 && regionOf[a] !== region;
      const likes = region >= 0 && preferred[a * regions.ids.length + region] === 1;
      row[a] = roundedValue(
        fitPoints(weights, fits, needed),
        experience[a]!,
        travelPoints(weights, kilometresBetween(latitude[a]!, longitude[a]!, lat, lon)),
        away ? weights.otherRegion : 0,
        likes ? weights.preferredRegion : weights.elsewhere,
      );
    }
  };
}

/** Given scores instead of computed values: NaN where there is none. */
function scoresByService(placed: Placed, auditorNumber: ReadonlyMap<string, number>) {
  const given = new Map<string, [number, number][]>();
  for (const [auditor, service, score] of placed.instance.scores ?? []) {
    const rows = given.get(service) ?? [];
    if (rows.length === 0) given.set(service, rows);
    rows.push([auditorNumber.get(auditor) ?? -1, score]);
  }
  return (s: number, row: Float64Array): void => {
    row.fill(NaN);
    for (const [a, score] of given.get(placed.services[s]!.id) ?? []) if (a >= 0) row[a] = score;
  };
}

/** Whether an auditor's groups and a service's groups audit each other in this one pair. */
function isReciprocal(auditorGroups: Lists, serviceGroups: Lists, a: number, s: number): boolean {
  let shared = 0;
  for (let i = auditorGroups.from[a]!; i < auditorGroups.from[a + 1]!; i += 1)
    for (let j = serviceGroups.from[s]!; j < serviceGroups.from[s + 1]!; j += 1)
      if (auditorGroups.items[i] === serviceGroups.items[j]) shared += 1;
  return shared > 1;
}

/**
 * Points of every allowed pair, by service and auditor.
 * @param excluded pairs (s, a) in conflict or forbidden
 * @param pinned pairs (s, a) that are kept though the auditor lacks the lead right
 */
export function compileWorth(
  placed: Placed,
  auditorNumber: ReadonlyMap<string, number>,
  excluded: BitMatrix,
  pinned: BitMatrix,
): Int16Array | Int32Array {
  const { services, auditors, weights, seats, seatOf, serviceWeeks, available, weekCount } = placed;
  const values = placed.instance.scores ? scoresByService(placed, auditorNumber) : valuesByService(placed);
  const row = new Float64Array(auditors.length);
  let worth: Int16Array | Int32Array = new Int16Array(services.length * auditors.length).fill(NO_PAIR);
  for (let s = 0; s < services.length; s += 1) {
    values(s, row);
    for (let a = 0; a < auditors.length; a += 1) {
      const kind = seatOf[a]!;
      if (seats[s * SEAT_KINDS + kind] === 0 || Number.isNaN(row[a]!) || hasBit(excluded, s, a)) continue;
      const sole = kind === RADIOLOGIST && placed.leadRule[s] === SOLE_LEAD;
      if (sole && placed.lead[a] === 0 && !hasBit(pinned, s, a)) continue;
      if (!isFreeOnce(serviceWeeks, available, weekCount, s, a)) continue;
      if (isReciprocal(placed.auditorGroups, placed.serviceGroups, a, s)) continue;
      const value = kind === TRAINEE ? Math.round(weights.traineeShare * row[a]!) : row[a]!;
      const points = value + (hasBit(placed.previous, s, a) ? weights.kept : 0);
      if (worth instanceof Int16Array && (points <= NO_PAIR || points > 32_767))
        worth = Int32Array.from(worth);
      worth[s * auditors.length + a] = points;
    }
  }
  return worth;
}

function isFreeOnce(weeks: Lists, available: Uint8Array, weekCount: number, s: number, a: number): boolean {
  const first = weeks.from[s]!;
  const end = weeks.from[s + 1]!;
  if (first === end) return true;
  for (let i = first; i < end; i += 1) if (available[a * weekCount + weeks.items[i]!] === 1) return true;
  return false;
}
