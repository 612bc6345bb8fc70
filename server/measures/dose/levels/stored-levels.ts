import type { Ask } from '../../../database/read-model';
import { keyOfLevel, type LevelFile } from './levels-file';

type Optional = 'vgd' | 'minSampleSize' | 'minSampleBasis' | 'phantomCm' | 'validFrom' | 'validTo';

/** A level as it is stored. */
export type StoredLevel = Omit<LevelFile, Optional> & {
  [K in Optional]: NonNullable<LevelFile[K]> | null;
} & { addedById: string | null };

/** Every stored level, by what tells levels apart. */
export async function storedLevels(sql: Ask): Promise<ReadonlyMap<string, StoredLevel>> {
  const rows = await sql<StoredLevel>(
    `select source_code as source, exam_code as exam, population, quantity, scope, unit, nrd, vgd,
       min_sample_size as "minSampleSize", min_sample_basis as "minSampleBasis", phantom_cm as "phantomCm", verification,
       valid_from as "validFrom", valid_to as "validTo", added_by_id as "addedById"
     from reference_level`,
    [],
  );
  return new Map(rows.map((row) => [keyOfLevel(row), row]));
}

/** What a level says, in one text: two levels say the same if these are equal. */
export function figuresOf(level: StoredLevel | LevelFile): string {
  const { unit, nrd, vgd, minSampleSize, minSampleBasis, phantomCm, scope, verification, validTo } = level;
  return JSON.stringify(
    [unit, nrd, vgd, minSampleSize, minSampleBasis, phantomCm, scope, verification, validTo].map(
      (value) => value ?? null,
    ),
  );
}

/** A level as columns of its table. */
export function columnsOfLevel(level: LevelFile): Record<string, unknown> {
  return {
    source_code: level.source,
    exam_code: level.exam,
    population: level.population,
    quantity: level.quantity,
    scope: level.scope,
    unit: level.unit,
    nrd: level.nrd,
    vgd: level.vgd ?? null,
    min_sample_size: level.minSampleSize ?? null,
    min_sample_basis: level.minSampleBasis ?? null,
    phantom_cm: level.phantomCm ?? null,
    verification: level.verification,
    valid_from: level.validFrom ?? null,
    valid_to: level.validTo ?? null,
  };
}
