import { z } from 'zod';
import { SEATED_PROFESSIONS } from '../matcher/instance';
import { PLAN_STATUSES, STOPPED_BY, type Plan } from '../matcher/plan';
import type { PlanProblem } from './problem';

const id = z.string();
const prices = numbersById(z.number()).default({});

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
  load: numbersById(z.int().min(0)),
  certificate: z
    .object({
      capacity: prices,
      weeks: prices,
      reciprocity: z.array(z.tuple([id, id, id, z.number()])).default([]),
    })
    .optional(),
});

/** Numbers by id. What zod calls a record loses an id that is called `__proto__`. */
function numbersById(number: z.ZodType<number>) {
  return z
    .custom<object>(
      (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
      'numbers by id are expected',
    )
    .transform((given, context): Record<string, number> => {
      const entries: [string, number][] = [];
      for (const [key, value] of Object.entries(given)) {
        const parsed = number.safeParse(value);
        if (parsed.success) entries.push([key, parsed.data]);
        else
          for (const issue of parsed.error.issues) context.addIssue({ ...issue, path: [key, ...issue.path] });
      }
      return Object.fromEntries(entries);
    });
}

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
