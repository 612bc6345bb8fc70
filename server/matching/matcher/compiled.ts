import { hasBit, type BitMatrix } from './bit-matrix';
import type { Instance, InstanceAuditor, InstanceService, PlanSeat, Weights } from './instance';

/** Kinds of seat by number: the professions first, then the seat of somebody in training. */
export const SEATS: readonly PlanSeat[] = ['RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST', 'TRAINEE'];
export const RADIOLOGIST = 0;
export const TRAINEE = 3;
export const SEAT_KINDS = 4;

/** Stands in `worth` for a pair that must not be. */
export const NO_PAIR = -32_768;

/** What a service asks of the lead right: nothing, that its only radiologist has it, or that one of several has it. */
export const NO_LEAD = 0;
export const SOLE_LEAD = 1;
export const ONE_LEAD = 2;

/** Lists of numbers, one after the other: those of row r are `items[from[r]]` to `items[from[r + 1] - 1]`. */
export interface Lists {
  readonly from: Int32Array;
  readonly items: Int32Array;
}

/**
 * An instance on arrays. Services, auditors, weeks, skills and groups are numbered in the order of their ids, so that
 * the order of the input changes nothing. A seat's kind follows from the auditor: his profession, or TRAINEE.
 */
export interface Compiled {
  readonly instance: Instance;
  readonly weights: Weights;
  readonly services: readonly InstanceService[];
  readonly auditors: readonly InstanceAuditor[];
  readonly weeks: readonly string[];
  readonly serviceCount: number;
  readonly auditorCount: number;
  readonly weekCount: number;

  /** Seats of each kind at `s * SEAT_KINDS + kind`; the trainee seat is offered, the others are required. */
  readonly seats: Uint8Array;
  /** Required seats in all. */
  readonly requiredSeats: number;
  /** The seats one by one: those of service s are `slotFrom[s]` to `slotFrom[s + 1] - 1`, by kind. */
  readonly slotFrom: Int32Array;
  readonly slotKind: Uint8Array;
  readonly slotService: Int32Array;
  /** NO_LEAD, SOLE_LEAD or ONE_LEAD of each service. */
  readonly leadRule: Uint8Array;
  /** Possible weeks of each service. */
  readonly serviceWeeks: Lists;

  /** Kind of seat that each auditor takes. */
  readonly seatOf: Uint8Array;
  /** 1 for full members who may lead. */
  readonly lead: Uint8Array;
  /** Audits at most, never more than there are services. */
  readonly capacity: Int32Array;
  readonly minimum: Int32Array;
  /** 1 at `a * weekCount + w` when the auditor is available. */
  readonly available: Uint8Array;
  /** Cost of the n-th audit at `n - 1`, as long as the largest capacity. */
  readonly load: Float64Array;

  /** Masks of skills that are critical anywhere, `criticalWords` words each. A trainee masters none. */
  readonly criticalWords: number;
  readonly mastered: Int32Array;
  readonly critical: Int32Array;

  /** Points of a pair at `s * auditorCount + a`, share of a trainee and `kept` included; NO_PAIR when it must not be. */
  readonly worth: Int16Array | Int32Array;
  /** Pairs (s, a) of the previous plan. */
  readonly previous: BitMatrix;
  /** Auditors who must not sit on one team: a common group, or a team conflict. */
  readonly apart: BitMatrix;
  /** Auditors who worked together last time. */
  readonly past: BitMatrix;

  /**
   * Groups that have both services and auditors, for reciprocity. An auditor of g on a service of h (g ≠ h) takes the
   * direction `g * twoSided + h`, which excludes `h * twoSided + g`.
   */
  readonly twoSided: number;
  readonly auditorGroups: Lists;
  readonly serviceGroups: Lists;
  /** Ids of the two-sided groups. */
  readonly groups: readonly string[];

  /** Pinned auditors of each service. */
  readonly pinned: Lists;
}

/** Whether an auditor may sit on a service at all. */
export const mayPair = (c: Compiled, service: number, auditor: number): boolean =>
  c.worth[service * c.auditorCount + auditor]! !== NO_PAIR;

/** Points of an allowed pair without the gain for keeping it: what counts for the value of a team. */
export function valueOf(c: Compiled, service: number, auditor: number): number {
  const at = service * c.auditorCount + auditor;
  return c.worth[at]! - (hasBit(c.previous, service, auditor) ? c.weights.kept : 0);
}

/** Lists from rows of arrays. */
export function listsOf(rows: readonly (readonly number[])[]): Lists {
  const from = new Int32Array(rows.length + 1);
  rows.forEach((row, r) => (from[r + 1] = from[r]! + row.length));
  const items = new Int32Array(from[rows.length]!);
  rows.forEach((row, r) => items.set(row, from[r]));
  return { from, items };
}

/** Whom each seat has and in which week each service is; -1 for nobody, and for no week. */
export interface Solution {
  /** Auditor on each slot. */
  readonly member: Int32Array;
  readonly week: Int32Array;
}
