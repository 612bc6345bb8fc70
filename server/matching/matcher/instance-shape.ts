import { z } from 'zod';
import { DEFAULT_WEIGHTS, FAIRNESS, SEATED_PROFESSIONS, type Weights } from './instance';

/** Values and weights stay below this, so that sums of thousandths of points are exact in a double. */
const MOST_POINTS = 10_000_000;
const MOST_IDS = 1_000_000;
const MOST_ENTRIES = 20_000_000;
const MOST_WRONG = 100;

const id = z.string().min(1).max(200);
const ids = z.array(id).max(10_000).transform(set).default([]);
const week = z.string().regex(/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/, 'an ISO week is written like 2027-W03');
const weeks = z.array(week).max(1_000).transform(set).default([]);
const count = (most: number) => z.int().min(0).max(most);
const points = z.int().min(0).max(MOST_POINTS);
const latitude = z.number().min(-90).max(90).nullish().transform(orNull);
const longitude = z.number().min(-180).max(180).nullish().transform(orNull);
const name = id.nullish().transform(orNull);
const pair = z.tuple([id, id]);

/** A list, read until so much of it is wrong that nobody needs to know more. */
function listOf<Entry extends z.ZodType>(entry: Entry) {
  return z
    .array(z.unknown())
    .max(MOST_ENTRIES)
    .transform((list, context): z.output<Entry>[] => {
      const read: z.output<Entry>[] = [];
      let wrong = 0;
      for (const [index, value] of list.entries()) {
        const parsed = entry.safeParse(value);
        if (parsed.success) read.push(parsed.data);
        else {
          for (const issue of parsed.error.issues)
            context.addIssue({ ...issue, path: [index, ...issue.path] });
          wrong += 1;
          if (wrong === MOST_WRONG) break;
        }
      }
      return read;
    });
}

function set<T>(list: T[]): T[] {
  return [...new Set(list)];
}

function orNull<T>(value: T | null | undefined): T | null {
  return value ?? null;
}

const service = z.strictObject({
  id,
  group: name.describe('legal entity, GHT or chain; `groups` names further ones'),
  groups: ids,
  region: name,
  lat: latitude.describe('degrees; with `lon`, or unknown'),
  lon: longitude,
  needs: ids.describe('modalities audited'),
  critical: ids.describe('modalities of which a full member must master each'),
  seats: z
    .strictObject(
      Object.fromEntries(SEATED_PROFESSIONS.map((profession) => [profession, count(100).optional()])),
    )
    .describe('seats of each profession'),
  traineeSeat: z.boolean().default(false).describe('whether one trainee may come along'),
  weeks: weeks.describe('ISO weeks of which one is chosen; none: the date binds nobody'),
});

const auditor = z.strictObject({
  id,
  groups: ids.describe('where he works'),
  profession: z.enum(SEATED_PROFESSIONS).describe(SEATED_PROFESSIONS.join(', ')),
  skills: ids.describe('modalities mastered'),
  lead: z.boolean().default(false).describe('may lead; a single radiologist must'),
  trainee: z.boolean().default(false).describe('takes trainee seats and no others'),
  capacity: count(100_000).describe('audits at most'),
  minimum: count(100_000).default(0).describe('audits at least'),
  auditsDone: count(MOST_IDS).default(0),
  region: name,
  lat: latitude,
  lon: longitude,
  preferredRegions: ids,
  unavailableWeeks: weeks,
});

const weights = z
  .strictObject({
    fit: points,
    experience: points,
    experienceAudits: z.number().positive().max(MOST_IDS),
    travel: points,
    travelKilometres: z.number().positive().max(MOST_IDS),
    otherRegion: points,
    preferredRegion: points,
    elsewhere: points,
    traineeShare: z.number().min(0).max(1),
    load: z
      .array(points)
      .min(1)
      .max(1_000)
      .refine(
        (costs) => costs.every((cost, index) => cost >= (costs[index - 1] ?? 0)),
        'no audit may cost less than the one before',
      ),
    shortfall: points,
    missingLead: points,
    missingCritical: points,
    belowMinimum: points,
    pastPair: points,
    kept: points,
    sharedTeams: count(MOST_IDS),
  } satisfies Record<keyof Weights, z.ZodType>)
  .partial()
  .default({})
  .transform((given): Weights => ({ ...DEFAULT_WEIGHTS, ...given }));

/** The neutral format of an instance, field by field; what it may leave out has its standard here. */
export const instanceShape = z.strictObject({
  services: listOf(service),
  auditors: listOf(auditor),
  conflicts: listOf(z.tuple([id, id, id])).default([]),
  teamConflicts: listOf(pair).default([]),
  pastPairs: listOf(pair).default([]),
  scores: listOf(z.tuple([id, id, z.int().min(-MOST_POINTS).max(MOST_POINTS)])).optional(),
  pinned: listOf(pair).default([]),
  forbidden: listOf(pair).default([]),
  previous: listOf(pair).default([]),
  weights,
  fairness: z.enum(FAIRNESS).default('SUM'),
});
