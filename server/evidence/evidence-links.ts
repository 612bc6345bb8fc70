import type { UnitOfWork } from '../database/unit-of-work';
import type { Audit } from '../audits';
import { uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';

/**
 * The criteria of an audit's template that an input names, each once.
 * @param path where the list stands in the input
 * @throws Refusal CRITERION_NOT_IN_TEMPLATE for the first criterion that is not of the audit's template
 */
export async function criteriaNamed(
  uow: UnitOfWork,
  audit: Pick<Audit, 'templateVersionId'>,
  criterionIds: readonly string[],
  path: ErrorPath = ['input', 'criterionIds'],
): Promise<string[]> {
  const named = criterionIds.map((id) => uuidOf('Criterion', id));
  const known = await uow.sql<{ id: string }>(
    'select id from criterion where id = any($1::uuid[]) and template_version_id = $2',
    [named, audit.templateVersionId],
  );
  const ids = new Set(known.map(({ id }) => id));
  const stranger = named.findIndex((id) => id === null || !ids.has(id));
  if (stranger >= 0) refuse('CRITERION_NOT_IN_TEMPLATE', [...path, String(stranger)]);
  return [...ids];
}

/**
 * Links a piece of evidence to the criteria that it serves, in place of those it served before.
 * @throws Refusal CRITERION_NOT_IN_TEMPLATE for the first criterion that is not of the audit's template
 */
export async function linkCriteria(
  uow: UnitOfWork,
  audit: Audit,
  evidenceId: string,
  criterionIds: readonly string[],
): Promise<void> {
  const ids = await criteriaNamed(uow, audit, criterionIds);
  await uow.sql('delete from evidence_criterion where evidence_id = $1', [evidenceId]);
  await uow.sql('insert into evidence_criterion (evidence_id, criterion_id) select $1, unnest($2::uuid[])', [
    evidenceId,
    ids,
  ]);
}

/**
 * The code of a kind of evidence of the catalogue.
 * @param id null gives null: not everything is in the catalogue
 * @throws Refusal NOT_FOUND
 */
export async function evidenceKindCode(
  uow: UnitOfWork,
  id: string | null | undefined,
): Promise<string | null> {
  if (!id) return null;
  const [kind] = await uow.sql<{ code: string }>('select code from evidence_kind where id = $1::uuid', [
    uuidOf('EvidenceKind', id),
  ]);
  if (!kind) refuse('NOT_FOUND', ['input', 'evidenceKindId']);
  return kind.code;
}
