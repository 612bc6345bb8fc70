import { sqlState, type UnitOfWork } from '../database/unit-of-work';
import { Refusal, type DomainError } from '../kernel/outcome';
import { writeGrade, type Grading, type GradeStatement } from './write-grade';

/** What one refused row does to the others of its batch. */
export const ERROR_POLICIES = ['ALL_OR_NOTHING', 'SKIP_FAILED'] as const;
export type ErrorPolicy = (typeof ERROR_POLICIES)[number];

/** One row of a batch: a statement, and the name that the client knows it by. */
export interface GradeRow extends GradeStatement {
  clientReference?: string | null;
}

/** What became of one row. */
export interface GradeRowResult {
  index: number;
  clientReference: string | null;
  /** Null when the row was refused. */
  gradeId: string | null;
  errors: readonly DomainError[];
}

/** What a batch answers: the grades written, and one result for each row in order. */
export interface GradeBatchResult {
  grades: string[];
  rows: GradeRowResult[];
  [field: string]: unknown;
}

/**
 * Writes the rows of a batch in their order, so that a later row may restate an earlier one.
 * @param errorPolicy ALL_OR_NOTHING refuses the whole with the errors of every row; SKIP_FAILED writes the others
 * @throws Refusal under ALL_OR_NOTHING, each error with the path of its row
 */
export async function writeGrades(
  uow: UnitOfWork,
  grading: Grading,
  rows: readonly GradeRow[],
  errorPolicy: ErrorPolicy,
): Promise<GradeBatchResult> {
  const results: GradeRowResult[] = [];
  for (const [index, row] of rows.entries()) {
    const named = { index, clientReference: row.clientReference ?? null };
    try {
      const gradeId = await inSavepoint(uow, () =>
        writeGrade(uow, grading, row, ['input', 'grades', String(index)]),
      );
      results.push({ ...named, gradeId, errors: [] });
    } catch (error) {
      const errors = rowErrors(error, index);
      if (!errors) throw error;
      results.push({ ...named, gradeId: null, errors });
    }
  }
  const errors = results.flatMap((result) => result.errors);
  if (errorPolicy === 'ALL_OR_NOTHING' && errors.length > 0) throw new Refusal(errors);
  const written = results.flatMap(({ gradeId }) => gradeId ?? []);
  return { grades: [...new Set(written)], rows: results };
}

/** Undoes what one row wrote when it fails, and keeps the transaction usable. */
async function inSavepoint<T>(uow: UnitOfWork, write: () => Promise<T>): Promise<T> {
  await uow.manager.query('savepoint grade_row');
  try {
    const written = await write();
    await uow.manager.query('release savepoint grade_row');
    return written;
  } catch (error) {
    await uow.manager.query('rollback to savepoint grade_row');
    throw error;
  }
}

/** The errors of a row that its client can act on; an id that two clients raced for is one of them. */
function rowErrors(error: unknown, index: number): readonly DomainError[] | null {
  if (error instanceof Refusal) return error.errors.map((each) => placed(each, index));
  if (sqlState(error) !== '23505') return null;
  return [{ code: 'ID_TAKEN', path: ['input', 'grades', String(index), 'id'], params: {} }];
}

/** Refusals of the unit of work speak of `input.id`; in a batch the row has to be named. */
function placed(error: DomainError, index: number): DomainError {
  const [input, second, ...rest] = error.path ?? [];
  if (input === undefined || second === undefined || second === 'grades') return error;
  return { ...error, path: [input, 'grades', String(index), second, ...rest] };
}
