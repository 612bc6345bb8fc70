/** What keeps an auditor off a service whatever the rest of the plan does. */
export const HARD_REASONS = [
  'CONFLICT',
  'FORBIDDEN',
  'NO_SCORE',
  'PROFESSION',
  'TRAINEE',
  'LEAD_RIGHT',
  'UNAVAILABLE',
  'CAPACITY_NONE',
  'RECIPROCITY_ITSELF',
] as const;

/** What keeps him off as the plan stands. */
export const PLAN_REASONS = [
  'CAPACITY',
  'UNAVAILABLE_IN_WEEK',
  'BUSY_WEEK',
  'SAME_GROUP',
  'TEAM_CONFLICT',
  'RECIPROCITY',
  'SHARED_TEAMS',
] as const;

/** Why a pair is worth what it is, and what the plan would lose without it. */
export const WORTH_REASONS = [
  'VALUE',
  'GIVEN_SCORE',
  'FIT',
  'FIT_NOTHING_NEEDED',
  'EXPERIENCE',
  'TRAVEL',
  'TRAVEL_UNKNOWN',
  'OTHER_REGION',
  'PREFERRED_REGION',
  'ELSEWHERE',
  'ROUNDING',
  'TRAINEE_SHARE',
  'LOAD',
  'MINIMUM',
  'KEPT',
  'PAST_PAIR',
  'SEAT_FILLED',
  'LEAD',
  'LEAD_LACKING',
  'CRITICAL',
] as const;

export type HardReasonCode = (typeof HARD_REASONS)[number];
export type PlanReasonCode = (typeof PLAN_REASONS)[number];
export type WorthReasonCode = (typeof WORTH_REASONS)[number];

/** A reason in the words of the matcher: a code, and ids and numbers; names and sentences are the reader's business. */
export interface Reason<Code extends string = string> {
  code: Code;
  /** Ids of auditors and services, rule codes, weeks and numbers, under the names that the sentences use. */
  parameters: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A reason that adds points or takes them. */
export interface Part<Code extends string = WorthReasonCode> extends Reason<Code> {
  points: number;
}
