import {
  SEATED_PROFESSIONS,
  type InstanceAuditor,
  type InstanceService,
  type PlanSeat,
} from '../matcher/instance';
import type { Case } from './case';

/** Somebody who may sit on the service, and what he brings it, in thousandths of a point, prices paid. */
export interface Candidate {
  auditor: InstanceAuditor;
  seat: PlanSeat;
  gain: number;
}

/** Candidates of one seat who are alike in all that a team pays for, best first. */
interface Kind {
  candidates: Candidate[];
  leads: boolean;
  /** Critical skills mastered, by bit. */
  skills: number;
  isPinned: boolean;
}

/** A seat that is filled from a kind, or stays empty. */
interface Slot {
  seat: PlanSeat;
  kinds: readonly Kind[];
  emptyCost: number;
}

/** Which kind each slot is filled from, and what such a team is worth at most. */
interface Make {
  kinds: readonly (Kind | null)[];
  costs: number;
  most: number;
}

const THOUSANDTHS = 1000;
/** More critical skills than bits, makes than these, or steps than these: the rest is left out, which raises the bound. */
const MOST_SKILLS = 30;
const MOST_MAKES = 20_000;
const MOST_STEPS = 200_000;

/**
 * What the best team of a service is worth, in thousandths of a point: gains of its members less empty seats, missing
 * lead and skills, and past pairs. Members share no group and no team conflict; whoever is pinned is on it. Where a
 * service is too intricate to be looked through, a larger number.
 * @param candidates who may sit there in one week
 */
export function bestTeam(given: Case, service: InstanceService, candidates: readonly Candidate[]): number {
  const skills = [...new Set(service.critical)].slice(0, MOST_SKILLS);
  const slots = slotsOf(given, service, candidates, skills);
  if (!slots) return -Infinity;
  const makes = makesOf(given, service, slots, skills);
  if (!makes) return slots.reduce((sum, slot) => sum + mostOf(slot), 0);
  let best = -Infinity;
  const steps = { left: MOST_STEPS };
  for (const make of makes.sort((a, b) => b.most - a.most)) {
    if (make.most <= best) break;
    best = Math.max(best, bestOfMake(given, make, best, steps));
  }
  return best;
}

/** Null when somebody who is pinned is no candidate. */
function slotsOf(
  given: Case,
  service: InstanceService,
  candidates: readonly Candidate[],
  skills: readonly string[],
): Slot[] | null {
  const pinned = candidates.filter(({ auditor }) => given.isPinned(auditor.id, service.id));
  if (pinned.length < given.pinsOn(service.id)) return null;
  const kindOf = (candidate: Candidate, isPinned: boolean): Kind => ({
    candidates: [candidate],
    leads: candidate.seat === 'RADIOLOGIST' && candidate.auditor.lead,
    skills:
      candidate.seat === 'TRAINEE'
        ? 0
        : skills.reduce(
            (mask, skill, bit) => mask | (Number(candidate.auditor.skills.includes(skill)) << bit),
            0,
          ),
    isPinned,
  });
  return [...SEATED_PROFESSIONS, 'TRAINEE' as const].flatMap((seat): Slot[] => {
    const isTrainee = seat === 'TRAINEE';
    const count = isTrainee ? Number(service.traineeSeat) : (service.seats[seat] ?? 0);
    const emptyCost = isTrainee ? 0 : given.instance.weights.shortfall * THOUSANDTHS;
    const kinds = new Map<string, Kind>();
    for (const candidate of candidates) {
      if (candidate.seat !== seat || pinned.includes(candidate)) continue;
      const kind = kindOf(candidate, false);
      const key = `${kind.skills} ${kind.leads}`;
      const known = kinds.get(key);
      if (known) known.candidates.push(candidate);
      else kinds.set(key, kind);
    }
    for (const { candidates: alike } of kinds.values()) alike.sort((a, b) => b.gain - a.gain);
    const free = [...kinds.values()];
    const held = pinned.filter((candidate) => candidate.seat === seat).map((pin) => kindOf(pin, true));
    return Array.from({ length: count }, (_, index) => {
      const pin = held[index];
      return { seat, kinds: pin ? [pin] : free, emptyCost };
    });
  });
}

const topOf = (kind: Kind, nth = 0) => kind.candidates[nth]?.gain ?? -Infinity;

const mostOf = ({ kinds, emptyCost }: Slot) => Math.max(-emptyCost, ...kinds.map((kind) => topOf(kind)));

/** All ways to fill the slots from kinds; null when there are too many. */
function makesOf(
  given: Case,
  service: InstanceService,
  slots: readonly Slot[],
  skills: readonly string[],
): Make[] | null {
  const { weights } = given.instance;
  const radiologists = service.seats.RADIOLOGIST ?? 0;
  const makes: Make[] = [];
  const extend = (kinds: readonly (Kind | null)[], gains: number, empty: number): boolean => {
    const slot = slots[kinds.length];
    if (!slot) {
      const there = kinds.filter((kind) => kind !== null);
      const mastered = there.reduce((mask, kind) => mask | kind.skills, 0);
      const missing = skills.filter((_, bit) => (mastered & (1 << bit)) === 0).length;
      const seats = kinds.filter((_, index) => slots[index]?.seat === 'RADIOLOGIST');
      const isUnled =
        !there.some(({ leads }) => leads) && (radiologists >= 2 || seats.some((kind) => kind !== null));
      const costs =
        empty +
        THOUSANDTHS *
          (missing * weights.missingCritical + (radiologists > 0 && isUnled ? weights.missingLead : 0));
      makes.push({ kinds, costs, most: gains - costs });
      return makes.length <= MOST_MAKES;
    }
    // Slots of one seat are alike: their kinds come in order, and whoever is pinned stays.
    const before = slots[kinds.length - 1]?.seat === slot.seat ? kinds.at(-1) : undefined;
    const from = before && slot.kinds.includes(before) ? slot.kinds.indexOf(before) : 0;
    const open = before === null && !slot.kinds[0]?.isPinned ? [] : slot.kinds.slice(from);
    for (const kind of open) {
      const nth = kinds.filter((other) => other === kind).length;
      if (nth >= kind.candidates.length) continue;
      if (!extend([...kinds, kind], gains + topOf(kind, nth), empty)) return false;
    }
    return slot.kinds[0]?.isPinned === true || extend([...kinds, null], gains, empty + slot.emptyCost);
  };
  return extend([], 0, 0) ? makes : null;
}

/** The best team of a make, if it is better than the best so far; what the make is worth at most when steps run out. */
function bestOfMake(given: Case, make: Make, atLeast: number, steps: { left: number }): number {
  const kinds = make.kinds.filter((kind) => kind !== null);
  const past = given.instance.weights.pastPair * THOUSANDTHS;
  // What the slots from each one on bring at most.
  const rest = new Array<number>(kinds.length + 1).fill(0);
  for (let at = kinds.length - 1; at >= 0; at -= 1) {
    const kind = kinds[at] as Kind;
    rest[at] = (rest[at + 1] ?? 0) + topOf(kind, kinds.slice(0, at).filter((other) => other === kind).length);
  }
  let best = atLeast;
  const choose = (team: readonly Candidate[], gains: number, from: number): void => {
    const kind = kinds[team.length];
    if (!kind) {
      best = Math.max(best, gains);
      return;
    }
    const isSame = kinds[team.length - 1] === kind;
    for (let index = isSame ? from : 0; index < kind.candidates.length; index += 1) {
      const candidate = kind.candidates[index] as Candidate;
      if (gains + candidate.gain + (rest[team.length + 1] ?? 0) <= best || steps.left <= 0) return;
      steps.left -= 1;
      if (team.some((mate) => isApart(given, mate.auditor, candidate.auditor))) continue;
      const meetings = team.filter((mate) => given.isPastPair(mate.auditor.id, candidate.auditor.id)).length;
      choose([...team, candidate], gains + candidate.gain - meetings * past, index + 1);
    }
  };
  choose([], -make.costs, 0);
  return steps.left <= 0 ? Math.max(best, make.most) : best;
}

function isApart(given: Case, one: InstanceAuditor, other: InstanceAuditor): boolean {
  return given.isTeamConflict(one.id, other.id) || one.groups.some((group) => other.groups.includes(group));
}
