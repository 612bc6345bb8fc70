import { Audit, requireAudit, requireState, subjectOf, type AuditState } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise, type SecretBox } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { openAmendment, requireContentToSign, type OpenAmendment } from './content-to-sign';
import { storeReport } from './issue-report';
import { ReportAmendment, type ProposedChange } from './report-amendment.entity';
import { isWhollySigned, sign } from './signatures';
import type { ReportActInput, ReportSignInput } from './sign-report';

/** Why a report is amended, and which of its findings read otherwise. */
export interface ReportAmendmentProposeInput extends ReportActInput {
  reason: string;
  findings: readonly { findingId: string; statement: string }[];
}

const ISSUED: readonly AuditState[] = ['REPORT_ISSUED', 'PLAN_DUE', 'FOLLOW_UP', 'CLOSED'];

/**
 * The lead proposes another version of an issued report. Nothing changes before it is signed by all who must sign: not even the
 * version of the audit, which its service reads. A proposal has a version of its own.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION (nothing issued yet, or a withdrawn finding),
 *   REPORT_MISSING, AMENDMENT_OPEN, AMENDMENT_CHANGES_NOTHING, VALIDATION (one finding twice)
 */
export async function proposeAmendment(
  uow: UnitOfWork,
  input: ReportAmendmentProposeInput,
): Promise<{ audit: string }> {
  const audit = await auditFor(uow, input, 'reportAmendmentPropose');
  const [amends] = await uow.sql<{ number: number }>(
    'select number from report where audit_id = $1 order by number desc limit 1',
    [audit.id],
  );
  if (!amends) refuse('REPORT_MISSING');
  if (await openAmendment(uow.sql, audit.id)) refuse('AMENDMENT_OPEN', ['input', 'auditId']);
  const changes = await changesOf(uow, audit, input.findings);
  const number = amends.number + 1;
  await uow.insert(ReportAmendment, {
    auditId: audit.id,
    number,
    reason: input.reason,
    changes,
    proposedById: uow.viewer.accountId,
  });
  record(uow, audit, 'reportAmendmentPropose', { number });
  return { audit: audit.id };
}

/**
 * An auditor signs the proposal as he read it. The last signature that it needs issues it: the amended version stays as it
 * is, the new one names it by its hash, and its findings read otherwise from then on.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, AMENDMENT_MISSING, and those of `sign`
 */
export async function signAmendment(
  uow: UnitOfWork,
  input: ReportSignInput,
  secretBox: SecretBox,
): Promise<{ report: string | null; audit: string }> {
  const audit = await auditFor(uow, input, 'reportAmendmentSign');
  const toSign = await requireContentToSign(uow.sql, audit, 'AMENDMENT');
  const amendment = await openAmendment(uow.sql, audit.id);
  if (!amendment) refuse('AMENDMENT_MISSING');
  await sign(uow, audit, toSign, input, secretBox);
  record(uow, audit, 'reportAmendmentSign', { number: toSign.number });
  if (!(await isWhollySigned(uow, audit, toSign))) return { report: null, audit: audit.id };
  await restate(uow, amendment);
  await uow.change(Audit, audit, {});
  const report = await storeReport(uow, audit, {
    act: 'reportAmend',
    signed: toSign,
    issuedAt: uow.now().toISOString(),
    amendment: {
      reason: amendment.reason,
      amends: amendment.amends,
      changes: amendment.changes.map(({ finding, previousStatement }) => ({ finding, previousStatement })),
    },
  });
  await end(uow, amendment, 'ISSUED');
  return { report, audit: audit.id };
}

/**
 * The lead gives a proposal up; its signatures are voided.
 * @param input `expectedVersion` is that of the proposal
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, AMENDMENT_MISSING
 */
export async function withdrawAmendment(
  uow: UnitOfWork,
  { auditId, expectedVersion }: ReportActInput,
): Promise<{ audit: string }> {
  const audit = await auditFor(uow, { auditId }, 'reportAmendmentWithdraw');
  const amendment = await openAmendment(uow.sql, audit.id);
  if (!amendment) refuse('AMENDMENT_MISSING');
  if (amendment.version !== expectedVersion) {
    const versions = { expected: expectedVersion, actual: amendment.version };
    const stale = { kind: 'STALE_VERSION', type: 'Audit', id: audit.id } as const;
    refuse('STALE_VERSION', ['input', 'expectedVersion'], versions, stale);
  }
  await uow.sql(
    `update report_signature set voided_at = $2
     where audit_id = $1 and document = 'AMENDMENT' and number = $3 and voided_at is null`,
    [audit.id, uow.now(), amendment.number],
  );
  await end(uow, amendment, 'WITHDRAWN');
  record(uow, audit, 'reportAmendmentWithdraw', { number: amendment.number });
  return { audit: audit.id };
}

async function auditFor(
  uow: UnitOfWork,
  { auditId, expectedVersion }: Pick<ReportActInput, 'auditId'> & Partial<ReportActInput>,
  act: string,
): Promise<Audit> {
  const audit = await requireAudit(uow, auditId, ['input', 'auditId'], expectedVersion);
  authorise(uow, act, subjectOf(audit));
  requireState(audit, ISSUED);
  return audit;
}

function record(uow: UnitOfWork, audit: Audit, act: string, detail: Record<string, unknown>): void {
  uow.record({ act, objectType: 'Audit', objectId: audit.id, campaignId: audit.campaignId, detail });
}

async function end(uow: UnitOfWork, { id }: OpenAmendment, state: 'ISSUED' | 'WITHDRAWN'): Promise<void> {
  await uow.sql('update report_amendment set state = $2, updated_at = now() where id = $1', [id, state]);
}

/** Findings read as their amendment says; the database takes it together with the next version of the report alone. */
async function restate(uow: UnitOfWork, { changes }: OpenAmendment): Promise<void> {
  await uow.sql(
    `update finding f set statement = given.statement, version = f.version + 1, updated_at = now()
     from unnest($1::uuid[], $2::text[]) given (id, statement) where f.id = given.id`,
    [changes.map(({ findingId }) => findingId), changes.map(({ statement }) => statement)],
  );
}

async function changesOf(
  uow: UnitOfWork,
  audit: Audit,
  wanted: ReportAmendmentProposeInput['findings'],
): Promise<ProposedChange[]> {
  const ids = wanted.map(({ findingId }) => uuidOf('Finding', findingId));
  const found = await uow.sql<{ id: string; number: number; state: string; statement: string }>(
    `select id, number, state, statement from finding
     where audit_id = $1 and id = any($2::uuid[]) and drafted_statement is not null`,
    [audit.id, ids.filter((id) => id !== null)],
  );
  const byId = new Map(found.map((finding) => [finding.id, finding]));
  const changes = wanted.map(({ statement }, index) => {
    const path = ['input', 'findings', String(index), 'findingId'];
    const id = ids[index];
    const finding = id && byId.get(id);
    if (!finding) refuse('NOT_FOUND', path);
    if (ids.indexOf(id) !== index) refuse('VALIDATION', path, { rule: 'findingId' });
    const { number, state, statement: previousStatement } = finding;
    if (state !== 'FINAL') {
      const detail = { kind: 'ILLEGAL_TRANSITION', from: state, allowed: [] } as const;
      refuse('ILLEGAL_TRANSITION', path, { from: state, allowed: '—' }, detail);
    }
    return { findingId: finding.id, finding: number, previousStatement, statement };
  });
  if (!changes.some(({ previousStatement, statement }) => previousStatement !== statement))
    refuse('AMENDMENT_CHANGES_NOTHING', ['input', 'findings']);
  return changes;
}
