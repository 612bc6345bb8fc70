import { requireAudit, requireState, subjectOf, type Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { Finding, type FindingKind, type FindingSeverity } from './finding.entity';
import { findingStates, WRITING_STATES } from './finding.states';
import { findingFacts, requireFinding } from './require-finding';
import { voidSignatures } from './void-signatures';

/** What a finding says. It is said whole: what is left out is cleared. */
export interface FindingStatement {
  kind: FindingKind;
  /** Of non-conformities, and of them alone. */
  severity?: FindingSeverity | null;
  statement: string;
  criterionId?: string | null;
}

/** A new finding of an audit. */
export interface FindingCreateInput extends FindingStatement {
  id?: string | null;
  auditId: string;
}

/** Another wording of a draft. */
export interface FindingUpdateInput extends FindingStatement {
  findingId: string;
  expectedVersion: number;
}

/** Which draft goes. */
export interface FindingDiscardInput {
  findingId: string;
  expectedVersion: number;
}

/**
 * Drafts a finding; it counts on from the last number of the audit, withdrawn ones included.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION (the audit is elsewhere), SEVERITY_MISMATCH,
 *   CRITERION_NOT_IN_TEMPLATE, ID_TAKEN
 */
export async function createFinding(
  uow: UnitOfWork,
  input: FindingCreateInput,
): Promise<{ finding: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'findingCreate', subjectOf(audit));
  requireState(audit, WRITING_STATES);
  const said = await checkStatement(uow, audit, input);
  const [last] = await uow.sql<{ number: number }>(
    'select coalesce(max(number), 0) as number from finding where audit_id = $1',
    [audit.id],
  );
  const finding = await uow.insert(Finding, {
    ...(input.id ? { id: input.id } : {}),
    ...said,
    auditId: audit.id,
    campaignId: audit.campaignId,
    number: (last?.number ?? 0) + 1,
    state: findingStates.initial,
    authorAuditorId: uow.viewer.auditorId,
  });
  await voidSignatures(uow, audit.id, 'DRAFT');
  uow.record({
    act: 'findingCreate',
    objectType: 'Finding',
    objectId: finding,
    campaignId: audit.campaignId,
  });
  return { finding };
}

/**
 * Rewrites a draft, kind and severity included.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION (no draft any more, or the audit is
 *   elsewhere), SEVERITY_MISMATCH, CRITERION_NOT_IN_TEMPLATE
 */
export async function updateFinding(
  uow: UnitOfWork,
  input: FindingUpdateInput,
): Promise<{ finding: string }> {
  const path = ['input', 'findingId'];
  const { audit, finding } = await requireFinding(uow, input.findingId, path, input.expectedVersion);
  authorise(uow, 'findingUpdate', subjectOf(audit));
  requireStateOf(findingStates, finding, ['DRAFT']);
  requireState(audit, WRITING_STATES);
  await uow.change(Finding, finding, await checkStatement(uow, audit, input));
  await voidSignatures(uow, audit.id, 'DRAFT');
  uow.record({
    act: 'findingUpdate',
    objectType: 'Finding',
    objectId: finding.id,
    campaignId: audit.campaignId,
  });
  return { finding: finding.id };
}

/**
 * Withdraws a draft before anybody else has seen it; it keeps its number and stays with the team.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, AUDIT_STATE_FORBIDS
 */
export async function discardFinding(
  uow: UnitOfWork,
  input: FindingDiscardInput,
): Promise<{ finding: string }> {
  const path = ['input', 'findingId'];
  const { audit, finding } = await requireFinding(uow, input.findingId, path, input.expectedVersion);
  authorise(uow, 'findingDiscard', subjectOf(audit));
  await uow.move(findingStates, Finding, finding, 'findingDiscard', await findingFacts(uow, finding));
  await voidSignatures(uow, audit.id, 'DRAFT');
  uow.record({
    act: 'findingDiscard',
    objectType: 'Finding',
    objectId: finding.id,
    campaignId: audit.campaignId,
  });
  return { finding: finding.id };
}

async function checkStatement(uow: UnitOfWork, audit: Audit, said: FindingStatement) {
  const severity = said.severity ?? null;
  if ((said.kind === 'NON_CONFORMITY') !== (severity !== null))
    refuse('SEVERITY_MISMATCH', ['input', 'severity']);
  const criterionId = said.criterionId ? await criterionOf(uow, audit, said.criterionId) : null;
  return { kind: said.kind, severity, statement: said.statement, criterionId };
}

async function criterionOf(uow: UnitOfWork, audit: Audit, id: string): Promise<string> {
  const [criterion] = await uow.sql<{ id: string }>(
    'select id from criterion where id = $1 and template_version_id = $2',
    [uuidOf('Criterion', id), audit.templateVersionId],
  );
  if (!criterion) refuse('CRITERION_NOT_IN_TEMPLATE', ['input', 'criterionId']);
  return criterion.id;
}
