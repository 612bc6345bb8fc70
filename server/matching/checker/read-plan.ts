import { z } from 'zod';
import { SEATED_PROFESSIONS } from '../matcher/instance';
import { PLAN_STATUSES, STOPPED_BY, type Plan } from '../matcher/plan';
import type { PlanProblem } from './problem';

const id = z.string();
const prices = z.record(z.string(), z.number()).default({});

/** A result as a file holds it. Who leads, reasons and certificate may be missing: others do not give them. */
const planShape = z.object({
  status: z.enum(PLAN_STATUSES),
  objective: z.number(),
  bound: z.number(),
  gap: z.number(),
  boundCovers: z.enum(['ALL_PAIRS', 'KEPT_CANDIDATES']),
  seconds: z.number().min(0),
  stoppedBy: z.enum(STOPPED_BY),
  teams: z.array(
    z.object({
      service: id,
      week: id.nullable(),
      members: z.array(z.object({ auditor: id, seat: z.enum([...SEATED_PROFESSIONS, 'TRAINEE']) })),
      lead: id.nullable().optional(),
      value: z.number(),
    }),
  ),
  shortfalls: z.array(
    z.object({
      service: id,
      seat: z.enum(SEATED_PROFESSIONS),
      missing: z.int().min(1),
      blocking: z.array(z.unknown()).default([]),
      relaxations: z.array(z.unknown()).default([]),
    }),
  ),
  load: z.record(z.string(), z.int().min(0)),
  certificate: z
    .object({
      capacity: prices,
      weeks: prices,
      reciprocity: z.array(z.tuple([id, id, id, z.number()])).default([]),
    })
    .optional(),
});

/**
 * Reads a result, whoever wrote it, as far as the checker looks at it.
 * @returns the plan, or what has the wrong form
 */
export function readPlan(given: unknown): { plan: Plan } | { problems: readonly PlanProblem[] } {
  const parsed = planShape.safeParse(given);
  if (parsed.success) return { plan: parsed.data as Plan };
  return {
    problems: parsed.error.issues.map(({ path, message }) => ({
      path: path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
      message,
    })),
  };
}
