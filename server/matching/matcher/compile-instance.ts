import { bitMatrix, setBit, type BitMatrix } from './bit-matrix';
import {
  listsOf,
  NO_LEAD,
  ONE_LEAD,
  SEAT_KINDS,
  SEATS,
  SOLE_LEAD,
  TRAINEE,
  type Compiled,
  type Lists,
} from './compiled';
import { compileTies } from './compile-ties';
import { compileWorth } from './compile-worth';
import { SEATED_PROFESSIONS, type Instance, type InstanceService } from './instance';
import { InstanceError } from './instance-error';
import { marginalLoad } from './load-cost';
import { inOrder, numbered } from './numbering';
import { requirePins } from './pins';

type Numbers = ReadonlyMap<string, number>;

/** A relation between services and auditors; unknown ids are refused unless `lenient`. */
function pairs(
  given: Iterable<readonly [string, string, ...unknown[]]>,
  serviceNumber: Numbers,
  auditorNumber: Numbers,
  into: BitMatrix,
  lenient = false,
): void {
  for (const [auditor, service] of given) {
    const a = auditorNumber.get(auditor);
    const s = serviceNumber.get(service);
    if (a !== undefined && s !== undefined) setBit(into, s, a);
    else if (!lenient) {
      if (a === undefined) throw new InstanceError('UNKNOWN_AUDITOR', [auditor]);
      throw new InstanceError('UNKNOWN_SERVICE', [service]);
    }
  }
}

function leadRuleOf({ seats }: InstanceService): number {
  const radiologists = seats.RADIOLOGIST ?? 0;
  return radiologists === 0 ? NO_LEAD : radiologists === 1 ? SOLE_LEAD : ONE_LEAD;
}

/** The seats one by one, by service and kind. */
function slotsOf(seats: Uint8Array, count: number): Pick<Compiled, 'slotFrom' | 'slotKind' | 'slotService'> {
  const slotFrom = new Int32Array(count + 1);
  const kinds: number[] = [];
  const owners: number[] = [];
  for (let s = 0; s < count; s += 1) {
    for (let kind = 0; kind < SEAT_KINDS; kind += 1)
      for (let n = 0; n < seats[s * SEAT_KINDS + kind]!; n += 1) {
        kinds.push(kind);
        owners.push(s);
      }
    slotFrom[s + 1] = kinds.length;
  }
  return { slotFrom, slotKind: Uint8Array.from(kinds), slotService: Int32Array.from(owners) };
}

/** Masks of the skills that are critical anywhere. */
function criticalMasks(sets: readonly (readonly string[])[], numberOf: Numbers, words: number): Int32Array {
  const masks = new Int32Array(sets.length * words);
  sets.forEach((set, row) => {
    for (const skill of set) {
      const bit = numberOf.get(skill);
      if (bit !== undefined) masks[row * words + (bit >>> 5)]! |= 1 << (bit & 31);
    }
  });
  return masks;
}

/**
 * An instance on arrays, ready to be solved: 12 million pairs take a few seconds and two bytes each.
 * @throws InstanceError when ids are double or unknown, or a pin cannot be kept
 */
export function compileInstance(instance: Instance): Compiled {
  const { weights } = instance;
  const services = inOrder(instance.services, 'DUPLICATE_SERVICE');
  const auditors = inOrder(instance.auditors, 'DUPLICATE_AUDITOR');
  const serviceNumber: Numbers = new Map(services.map(({ id }, s) => [id, s]));
  const auditorNumber: Numbers = new Map(auditors.map(({ id }, a) => [id, a]));
  const weeks = numbered(services.flatMap((service) => service.weeks));
  const weekCount = weeks.ids.length;

  const seats = new Uint8Array(services.length * SEAT_KINDS);
  services.forEach((service, s) => {
    SEATED_PROFESSIONS.forEach((profession, kind) => {
      seats[s * SEAT_KINDS + kind] = service.seats[profession] ?? 0;
    });
    seats[s * SEAT_KINDS + TRAINEE] = service.traineeSeat ? 1 : 0;
  });
  const available = new Uint8Array(auditors.length * weekCount).fill(1);
  auditors.forEach((auditor, a) => {
    for (const week of auditor.unavailableWeeks) {
      const w = weeks.numberOf.get(week);
      if (w !== undefined) available[a * weekCount + w] = 0;
    }
  });
  const skills = numbered(services.flatMap((service) => service.critical));
  const criticalWords = Math.max(1, (skills.ids.length + 31) >>> 5);
  const full = auditors.map((auditor) => (auditor.trainee ? [] : auditor.skills));
  // Nobody is on more audits than there are services.
  const capacity = Int32Array.from(auditors, (auditor) => Math.min(auditor.capacity, services.length));

  const relation = () => bitMatrix(services.length, auditors.length);
  const excluded = relation();
  pairs(instance.conflicts, serviceNumber, auditorNumber, excluded);
  pairs(instance.forbidden, serviceNumber, auditorNumber, excluded);
  const pinned = relation();
  pairs(instance.pinned, serviceNumber, auditorNumber, pinned);
  const previous = relation();
  // Whoever has left since the previous plan is in it all the same.
  pairs(instance.previous, serviceNumber, auditorNumber, previous, true);
  pairs(instance.scores ?? [], serviceNumber, auditorNumber, relation());

  const placed = {
    instance,
    weights,
    services,
    auditors,
    weeks: weeks.ids,
    serviceCount: services.length,
    auditorCount: auditors.length,
    weekCount,
    seats,
    requiredSeats: seats.reduce((sum, n, at) => (at % SEAT_KINDS === TRAINEE ? sum : sum + n), 0),
    ...slotsOf(seats, services.length),
    leadRule: Uint8Array.from(services, leadRuleOf),
    serviceWeeks: listsOf(services.map((s) => numbersOf(s.weeks, weeks.numberOf))),
    seatOf: Uint8Array.from(auditors, (a) => (a.trainee ? TRAINEE : SEATS.indexOf(a.profession))),
    lead: Uint8Array.from(auditors, (a) => (a.lead && !a.trainee ? 1 : 0)),
    capacity,
    minimum: Int32Array.from(auditors, (auditor) => auditor.minimum),
    available,
    load: marginalLoad(
      weights,
      capacity.reduce((most, n) => Math.max(most, n), 0),
    ),
    criticalWords,
    mastered: criticalMasks(full, skills.numberOf, criticalWords),
    critical: criticalMasks(
      services.map((s) => s.critical),
      skills.numberOf,
      criticalWords,
    ),
    previous,
    ...compileTies(instance, services, auditors, auditorNumber),
  };
  const compiled: Compiled = {
    ...placed,
    worth: compileWorth(placed, auditorNumber, excluded, pinned),
    pinned: pinsByService(instance, services.length, serviceNumber, auditorNumber),
  };
  requirePins(compiled, excluded);
  return compiled;
}

const numbersOf = (ids: readonly string[], numberOf: Numbers): number[] =>
  [...new Set(ids)].map((id) => numberOf.get(id)!).sort((one, other) => one - other);

function pinsByService(
  instance: Instance,
  count: number,
  serviceNumber: Numbers,
  auditorNumber: Numbers,
): Lists {
  const rows: Set<number>[] = Array.from({ length: count }, () => new Set());
  for (const [auditor, service] of instance.pinned)
    rows[serviceNumber.get(service)!]!.add(auditorNumber.get(auditor)!);
  return listsOf(rows.map((row) => [...row].sort((one, other) => one - other)));
}
