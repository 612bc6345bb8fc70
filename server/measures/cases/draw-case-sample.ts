import { requireGrader, subjectOf } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { CaseDrawSecret } from './case-draw-secret.entity';
import { CaseSample } from './case-sample.entity';
import { caseSampleStates } from './case-sample.states';
import { DRAW_ALGORITHM, drawSample, seedOf } from './draw-sample';
import { recordsOf } from './forget-list';
import type { ListedRecord } from './list-commitment';
import { ratedCriteria } from './rated-criteria';
import { factsOfSample, noteOnSample, requireCaseSample } from './require-case-sample';

/** Records that one sample may have: a draw opens what it draws to the team, and nobody judges more. */
const RECORDS_DRAWN_AT_MOST = 500;

/** How a sample is drawn. */
export interface CaseSampleDrawInput {
  caseSampleId: string;
  expectedVersion: number;
  /** Records to draw; as many as the template asks for, where it is left out. */
  size?: number | null;
  /** The auditor's part of the seed: any word, said before anybody knows the platform's part. */
  word?: string | null;
}

/**
 * Draws a sample, once and for ever: seed, size and records never change.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, OBSERVER_DOES_NOT_GRADE, ASSIGNMENT_FROZEN, ILLEGAL_TRANSITION,
 *   AUDIT_STATE_FORBIDS, CASE_SAMPLE_TOO_LARGE
 */
export async function drawCaseSample(
  uow: UnitOfWork,
  input: CaseSampleDrawInput,
): Promise<{ caseSample: string }> {
  const path = ['input', 'caseSampleId'];
  const { audit, sample } = await requireCaseSample(uow, input.caseSampleId, path, input.expectedVersion);
  authorise(uow, 'caseSampleDraw', subjectOf(audit));
  await requireGrader(uow, audit);
  const population = sample.populationSize;
  const size = input.size ?? Math.min(population, await wantedSize(uow, audit.templateVersionId, sample));
  const most = Math.min(population, RECORDS_DRAWN_AT_MOST);
  if (size > most) refuse('CASE_SAMPLE_TOO_LARGE', ['input', 'size'], { most });
  const secret = await uow.manager.findOneBy(CaseDrawSecret, { id: sample.id });
  if (sample.state === 'LISTED' && !secret) throw new Error('a list without its part of a seed');
  const nonce = secret?.nonce ?? '';
  const word = input.word ?? '';
  const seed = seedOf({ nonce, listSha256: sample.listSha256, word });
  await uow.move(caseSampleStates, CaseSample, sample, 'caseSampleDraw', await factsOfSample(uow, sample), {
    size,
    nonce,
    word,
    seed,
    algorithm: DRAW_ALGORITHM,
    drawnAt: uow.now().toISOString(),
  });
  await uow.sql('delete from case_draw_secret where id = $1', [sample.id]);
  await keepDrawn(uow, sample, drawSample(seed, await recordsOf(uow, sample.id), size));
  noteOnSample(uow, 'caseSampleDraw', sample, { size, population });
  return { caseSample: sample.id };
}

/** Records that the template asks for: the most that one of its criteria names, or its own number. */
async function wantedSize(uow: UnitOfWork, templateVersionId: string, sample: CaseSample): Promise<number> {
  const criteria = await ratedCriteria(uow.sql, templateVersionId, sample.evidenceKindCode);
  const wanted = criteria.flatMap(({ wanted: n }) => n ?? []);
  if (wanted.length > 0) return Math.max(...wanted);
  const [template] = await uow.sql<{ size: number }>(
    `select (sampling ->> 'defaultN')::int as size from template_version where id = $1`,
    [templateVersionId],
  );
  return template?.size ?? 1;
}

async function keepDrawn(uow: UnitOfWork, sample: CaseSample, drawn: readonly ListedRecord[]): Promise<void> {
  await uow.sql(
    `insert into sampled_case (id, case_sample_id, audit_id, position, record_number, strata)
     select gen_random_uuid(), $1, $2, n, r ->> 'record', array(select jsonb_array_elements_text(r -> 'strata'))
     from jsonb_array_elements($3::jsonb) with ordinality record (r, n)`,
    [sample.id, sample.auditId, JSON.stringify(drawn)],
  );
}
