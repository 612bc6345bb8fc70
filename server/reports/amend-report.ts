import { Audit, requireAudit, requireState, subjectOf } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { storeReport } from './issue-report';
import type { Issue } from './report-content';

/** Why a report is amended, and which of its findings read otherwise. */
export interface ReportAmendInput {
  auditId: string;
  expectedVersion: number;
  reason: string;
  findings?: readonly { findingId: string; statement: string }[] | null;
}

/**
 * Issues another version of a report: the amended one stays as it is, and the new one names it by its hash. Findings
 * given with it read otherwise from then on; what was drafted and what the older versions say stays.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION (nothing issued yet, or a withdrawn finding),
 *   REPORT_MISSING, VALIDATION (one finding twice)
 */
export async function amendReport(
  uow: UnitOfWork,
  input: ReportAmendInput,
): Promise<{ report: string; audit: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId'], input.expectedVersion);
  authorise(uow, 'reportAmend', subjectOf(audit));
  requireState(audit, ['REPORT_ISSUED', 'PLAN_DUE', 'FOLLOW_UP', 'CLOSED']);
  const [amends] = await uow.sql<{ number: number; sha256: string }>(
    'select number, sha256 from report where audit_id = $1 order by number desc limit 1',
    [audit.id],
  );
  if (!amends) refuse('REPORT_MISSING');
  const changes = await rewriteFindings(uow, audit, input.findings ?? []);
  await uow.change(Audit, audit, {});
  const report = await storeReport(uow, audit, 'reportAmend', {
    number: amends.number + 1,
    issuedAt: uow.now().toISOString(),
    amendment: { reason: input.reason, amends, changes },
  });
  return { report, audit: audit.id };
}

type Changes = NonNullable<Issue['amendment']>['changes'];

async function rewriteFindings(
  uow: UnitOfWork,
  audit: Audit,
  wanted: NonNullable<ReportAmendInput['findings']>,
): Promise<Changes> {
  const ids = wanted.map(({ findingId }) => uuidOf('Finding', findingId));
  const found = await uow.sql<{ id: string; number: number; state: string; statement: string }>(
    `select id, number, state, statement from finding
     where audit_id = $1 and id = any($2::uuid[]) and drafted_statement is not null`,
    [audit.id, ids.filter((id) => id !== null)],
  );
  const byId = new Map(found.map((finding) => [finding.id, finding]));
  const changes = ids.map((id, index) => {
    const path = ['input', 'findings', String(index), 'findingId'];
    const finding = id && byId.get(id);
    if (!finding) refuse('NOT_FOUND', path);
    if (ids.indexOf(id) !== index) refuse('VALIDATION', path, { rule: 'findingId' });
    const { number, state, statement } = finding;
    if (state !== 'FINAL') {
      const detail = { kind: 'ILLEGAL_TRANSITION', from: state, allowed: [] } as const;
      refuse('ILLEGAL_TRANSITION', path, { from: state, allowed: '—' }, detail);
    }
    return { finding: number, previousStatement: statement };
  });
  await uow.sql(
    `update finding f set statement = given.statement, version = f.version + 1, updated_at = now()
     from unnest($1::uuid[], $2::text[]) given (id, statement) where f.id = given.id`,
    [ids, wanted.map(({ statement }) => statement)],
  );
  return changes;
}
