import type { TestApi } from './api';
import { insertRow, makeTeamedAudit } from './factories';

/** Day on which the reports of these tests were issued (a Monday). */
export const REPORT_ISSUED_AT = '2027-01-11T08:00:00.000Z';

/** An audit with its team, in a state, with the dates that lead to this state. */
export function makeAuditIn(api: TestApi, state: string, columns: Record<string, unknown> = {}) {
  const visited = { visit_closed_at: '2027-01-04T16:00:00Z' };
  const shared = { ...visited, draft_shared_at: '2027-01-04T08:00:00Z', contradictory_until: '2027-02-03' };
  const issued = { ...shared, report_issued_at: REPORT_ISSUED_AT };
  const dates: Record<string, Record<string, unknown>> = {
    DRAFT_REPORT: visited,
    CONTRADICTORY: shared,
    FINALISATION: shared,
    REPORT_ISSUED: issued,
    PLAN_DUE: { ...issued, plan_due_on: '2027-03-12' },
    FOLLOW_UP: { ...issued, plan_submitted_at: REPORT_ISSUED_AT },
  };
  return makeTeamedAudit(api, { state, columns: { visit_on: '2027-01-04', ...dates[state], ...columns } });
}

/** An audit as `makeAuditIn` gives it. */
export type AuditInState = Awaited<ReturnType<typeof makeAuditIn>>;

/** A finding: a draft of the lead's unless said otherwise; beyond DRAFT it carries what was drafted. */
export async function makeFinding(
  api: TestApi,
  audit: AuditInState,
  columns: Record<string, unknown> = {},
): Promise<string> {
  const [last] = await api.sql<{ number: number }>(
    'select coalesce(max(number), 0)::int as number from finding where audit_id = $1',
    [audit.auditId],
  );
  const kind = columns['kind'] ?? 'NON_CONFORMITY';
  const severity = kind === 'NON_CONFORMITY' ? (columns['severity'] ?? 'MAJOR') : null;
  const statement = columns['statement'] ?? 'Doses are not reviewed.';
  const isShared = (columns['state'] ?? 'DRAFT') !== 'DRAFT';
  return insertRow(api, 'finding', {
    audit_id: audit.auditId,
    campaign_id: audit.campaignId,
    number: (last?.number ?? 0) + 1,
    kind,
    statement,
    author_auditor_id: audit.lead.auditorId,
    drafted_statement: isShared ? statement : null,
    drafted_severity: isShared ? severity : null,
    ...columns,
    severity,
  });
}

/** A version of the audit's report; gives its id. Its content says nothing. */
export function makeReport(
  api: TestApi,
  audit: AuditInState,
  columns: Record<string, unknown> = {},
): Promise<string> {
  return insertRow(api, 'report', {
    audit_id: audit.auditId,
    number: 1,
    content: '{}',
    sha256: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    created_at: REPORT_ISSUED_AT,
    ...columns,
  });
}

/** The service's reply to a finding: it contests unless said otherwise. */
export async function makeReply(
  api: TestApi,
  audit: AuditInState,
  findingId: string,
  columns: Record<string, unknown> = {},
): Promise<string> {
  const kind = columns['kind'] ?? 'CONTESTED';
  return insertRow(api, 'finding_reply', {
    finding_id: findingId,
    audit_id: audit.auditId,
    argument: kind === 'ACCEPTED' ? null : 'They are, every month.',
    replied_by_id: audit.managerId,
    ...columns,
    kind,
  });
}

/** A major non-conformity that stands in the issued report. */
export function makeFinalFinding(
  api: TestApi,
  audit: AuditInState,
  columns: Record<string, unknown> = {},
): Promise<string> {
  return makeFinding(api, audit, { state: 'FINAL', ...columns });
}

/** An action that the service's manager proposed on a final finding of its own, unless one is given. */
export async function makeAction(
  api: TestApi,
  audit: AuditInState,
  columns: Record<string, unknown> = {},
): Promise<string> {
  return insertRow(api, 'corrective_action', {
    audit_id: audit.auditId,
    audited_service_id: audit.serviceId,
    campaign_id: audit.campaignId,
    finding_id: columns['finding_id'] ?? (await makeFinalFinding(api, audit)),
    title: 'Review doses monthly',
    owner_name: 'Dr Martin',
    due_on: '2027-02-10',
    effectiveness_due_on: '2027-05-11',
    proposed_by_id: audit.managerId,
    ...columns,
  });
}

/** A note on an action, the manager's unless said otherwise. */
export function makeNote(
  api: TestApi,
  audit: AuditInState,
  actionId: string,
  columns: Record<string, unknown> = {},
): Promise<string> {
  return insertRow(api, 'corrective_action_note', {
    corrective_action_id: actionId,
    kind: 'PROOF',
    text: 'Minutes of the review.',
    created_by_id: audit.managerId,
    ...columns,
  });
}

/** Grades every criterion of an audit: the service finds all well, the team the first one wanting. Gives the codes. */
export async function gradeAll(api: TestApi, audit: AuditInState): Promise<string[]> {
  const criteria = await api.sql<{ id: string; code: string }>(
    `select c.id, c.code from criterion c join section s on s.id = c.section_id
     join audit a on a.template_version_id = c.template_version_id where a.id = $1 order by s.position, c.position`,
    [audit.auditId],
  );
  for (const [index, criterion] of criteria.entries()) {
    const row = { audit_id: audit.auditId, campaign_id: audit.campaignId, criterion_id: criterion.id };
    await insertRow(api, 'grade', { ...row, stage: 'SELF', value: 'CONFORM' });
    const value = index === 0 ? 'NON_CONFORM' : 'CONFORM';
    const raters = { auditor_id: audit.lead.auditorId, agreed_by_auditor_id: audit.mate.auditorId };
    await insertRow(api, 'grade', { ...row, ...raters, stage: 'CONSENSUS', value });
  }
  return criteria.map(({ code }) => code);
}

/** Columns of one row, as the database has them. */
export async function rowOf(
  api: TestApi,
  table: string,
  id: string,
  columns: string,
): Promise<Record<string, unknown>> {
  const [row] = await api.sql<Record<string, unknown>>(`select ${columns} from ${table} where id = $1`, [id]);
  if (!row) throw new Error(`no ${table} ${id}`);
  return row;
}

/** The codes of a payload's errors. */
export function codesOf(payload: { userErrors: { code: string }[] }): string[] {
  return payload.userErrors.map((error) => error.code);
}
