import type { PlanSeat, SeatedProfession } from './instance';

/** What is known of a plan: proved best, a plan with a gap, or none because pins contradict each other. */
export const PLAN_STATUSES = ['OPTIMAL', 'FEASIBLE', 'INFEASIBLE'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

/** What ended the search. WORK is the budget in steps, the same on every machine; TIME is the clock. */
export const STOPPED_BY = ['PROOF', 'WORK', 'TIME', 'CANCELLED'] as const;
export type StoppedBy = (typeof STOPPED_BY)[number];

/** Whether the bound holds for every allowed pair, or for those that the search kept. */
export type BoundCovers = 'ALL_PAIRS' | 'KEPT_CANDIDATES';

/** One auditor on a proposed team. */
export interface PlanMember {
  auditor: string;
  seat: PlanSeat;
}

/** The team proposed for one service. */
export interface PlanTeam {
  service: string;
  /** ISO week; null when the service names no weeks or has nobody. */
  week: string | null;
  members: readonly PlanMember[];
  /** Who leads; null when nobody on it may. */
  lead: string | null;
  /** Value of its pairs (what max-min looks at); costs of load and pairs are the plan's, not the team's. */
  value: number;
}

/** A required seat that nobody takes. */
export interface Shortfall {
  service: string;
  seat: SeatedProfession;
  missing: number;
  /** Smallest set of rules and limits that together keep the seat empty. */
  blocking: readonly Blocking[];
  /** Smallest changes that would fill it, cheapest first. */
  relaxations: readonly Relaxation[];
}

/** A rule or limit that keeps a seat empty, and whom it keeps away (ids). */
export interface Blocking {
  /** Rule code (C01 …, LANGUAGE), or CAPACITY, UNAVAILABLE, BUSY_WEEK, LEAD_RIGHT, SAME_GROUP, TEAM_CONFLICT, RECIPROCITY, SHARED_TEAMS, FORBIDDEN, NO_SCORE, PROFESSION. */
  limit: string;
  auditors: readonly string[];
}

/** A change that would fill the seat, with what it does to the whole plan. */
export interface Relaxation {
  /** RESOLVE (nothing blocks the seat), MORE_CAPACITY, FREE_WEEK, ANOTHER_WEEK, ALLOW_PAIR, ALLOW_RULE, MORE_AUDITORS. */
  kind: string;
  /** Rule code, profession, auditor id, week …, whatever the kind asks for. */
  detail: Readonly<Record<string, string | number>>;
  /** Change of the plan's objective. */
  gain: number;
  /** Seats that it fills in the whole plan. */
  filled: number;
}

/**
 * Prices that prove the bound, in whole thousandths of a point. Nobody need trust them: any prices give a bound (those
 * of weeks and of reciprocity being ≥ 0), and the checker adds it up anew. By weak duality no plan is worth more than
 * the sum, in thousandths, rounded down to points, of
 *
 * - for each service, the dearest team T in the best of its weeks w, or in no week when it names none: Σ over members
 *   (1000 × value, trainee's share and `kept` included, − what he pays) − 1000 × (shortfall × empty required seats +
 *   missingLead where it is due + missingCritical × critical modalities that no full member masters + pastPair × past
 *   pairs in T). T takes allowed pairs only, holds all pins of the service, nobody unavailable in w, no two who share
 *   a group or are a team conflict; it may be empty. A member pays the price of his capacity, that of his week
 *   (nothing when the service names none), and, for each of his groups g and each group h ≠ g of the service, that of
 *   (g, h, service): who belongs to two groups pays for both;
 * - for each auditor, max over n from 0 to his capacity of n × price − 1000 × (cost of n audits + belowMinimum ×
 *   max(0, minimum − n));
 * - the price of each week of each auditor, who is on one audit in it at most;
 * - for each two groups {g, h}, the larger of Σ over services of (g, h, service) and Σ over services of
 *   (h, g, service): only one direction is taken, and members of one group being one at most on a team, each service
 *   is paid for once at most.
 *
 * `sharedTeams` is left out, which only raises the sum.
 */
export interface Certificate {
  /** Price of one audit of an auditor, "auditor"; below 0 for one who is paid for coming nearer to his minimum. */
  capacity: Readonly<Record<string, number>>;
  /** Price of an auditor's week, "auditor|week": the last bar parts them, whatever the auditor is called. */
  weeks: Readonly<Record<string, number>>;
  /** Group of the auditor, group of the service, service, price. */
  reciprocity: readonly (readonly [string, string, string, number])[];
}

/** A solved instance. */
export interface Plan {
  status: PlanStatus;
  objective: number;
  /** No plan is worth more. */
  bound: number;
  /** (bound − objective) / |bound|. */
  gap: number;
  boundCovers: BoundCovers;
  seconds: number;
  stoppedBy: StoppedBy;
  teams: readonly PlanTeam[];
  shortfalls: readonly Shortfall[];
  /** Audits per auditor; those without any are absent. */
  load: Readonly<Record<string, number>>;
  /** Absent when the bound was proved by branching, which has no short certificate. */
  certificate?: Certificate;
}

/** How long and how large a solve may be. */
export interface SolveLimits {
  /** Of the clock; the budget of steps follows from it, so that a seed gives the same plan wherever the clock is not hit. */
  seconds: number;
  /** Seconds' worth of work, when it should be less than the clock allows: tests must not depend on a busy machine. */
  work?: number;
  /** Of the process that solves. */
  memoryMegabytes: number;
  seed: number;
}

/** How far a solve is. */
export interface SolveProgress {
  phase: 'CANDIDATES' | 'GREEDY' | 'BOUND' | 'SEARCH' | 'PROOF' | 'REASONS';
  /** Share of the budget that is used, 0 to 1. */
  done: number;
  objective: number | null;
  bound: number | null;
}
