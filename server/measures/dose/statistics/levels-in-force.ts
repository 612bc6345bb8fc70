import type { Ask } from '../../../database/read-model';
import type { CalendarDate } from '../../../kernel/working-days';
import type { DoseQuantity, DoseUnit, LevelUse, LevelVerification, SampleBasis } from '../levels/level-words';

/** A level with what its source says of it, sample size of the population filled in. */
export interface LevelInForce {
  id: string;
  sourceCode: string;
  use: LevelUse;
  examCode: string;
  population: string;
  quantity: DoseQuantity;
  unit: DoseUnit;
  nrd: number;
  vgd: number | null;
  minSampleSize: number | null;
  minSampleBasis: SampleBasis | null;
  verification: LevelVerification;
  /** First and last day, those of the source where the level names none. */
  from: CalendarDate | null;
  to: CalendarDate | null;
}

/**
 * The levels that may be compared: those of current national sources, and of the sources asked for by name. One for
 * another phantom than that of its examination is none of them.
 */
export function comparableLevels(sql: Ask, sourceCodes: readonly string[]): Promise<LevelInForce[]> {
  return sql<LevelInForce>(
    `select l.id, s.code as "sourceCode", s.use, l.exam_code as "examCode", l.population, l.quantity, l.unit, l.nrd, l.vgd,
       coalesce(l.min_sample_size, p.min_sample_size) as "minSampleSize",
       coalesce(l.min_sample_basis, p.min_sample_basis) as "minSampleBasis", l.verification,
       coalesce(l.valid_from, s.in_force_from) as "from", coalesce(l.valid_to, s.in_force_to) as "to"
     from reference_level l
     join reference_level_source s on s.code = l.source_code
     join dose_population p on p.code = l.population
     join exam_type e on e.code = l.exam_code
     where (s.use = 'CURRENT_NATIONAL' or s.code = any($1::text[]))
       and (l.phantom_cm is null or l.phantom_cm = e.phantom_cm)
     order by "from" desc nulls last, l.created_at desc, l.id`,
    [sourceCodes],
  );
}

/** What a level is for, as one text. */
export function levelKey(examCode: string, population: string, quantity: string): string {
  return `${examCode} ${population} ${quantity}`;
}

/**
 * The levels in force on a day, by what they are for; of two, the one that came into force last.
 * @param levels newest first, as `comparableLevels` gives them
 * @param day null takes the newest of each, in force or not: for sources that are asked for by name
 */
export function inForceOn(
  levels: readonly LevelInForce[],
  day: CalendarDate | null,
): ReadonlyMap<string, LevelInForce> {
  const found = new Map<string, LevelInForce>();
  for (const level of levels) {
    const key = levelKey(level.examCode, level.population, level.quantity);
    const isInForce =
      day === null || ((level.from === null || level.from <= day) && (level.to === null || level.to >= day));
    if (isInForce && !found.has(key)) found.set(key, level);
  }
  return found;
}
