import type { Json, TestApi } from './api';
import { gradeAll, makeAuditIn, makeFinding, makeReply } from './findings-factories';
import { signAll } from './signing';

const REPORT =
  'report { id number content sha256 amendmentReason issuedAt } audit { state version reportIssuedAt }';

/** An audit ready for its report: one finding accepted, one amended after a reply, one withdrawn; graded. */
export async function makeReadyReport(api: TestApi) {
  const audit = await makeAuditIn(api, 'FINALISATION');
  const accepted = await makeFinding(api, audit, { state: 'SHARED' });
  await makeReply(api, audit, accepted, { kind: 'ACCEPTED', created_at: '2027-01-06T09:00:00Z' });
  const amended = await makeFinding(api, audit, {
    state: 'AMENDED',
    statement: 'Reviewed yearly only.',
    drafted_statement: 'Doses are not reviewed.',
  });
  const replyId = await makeReply(api, audit, amended, {
    argument: 'Élan : 100 µSv/h — “vu”.',
    created_at: '2027-01-06T09:30:00Z',
    disposition: 'PARTLY',
    disposition_reason: 'Seen in the minutes.',
    disposed_at: '2027-01-07T09:00:00Z',
  });
  const withdrawn = await makeFinding(api, audit, { state: 'WITHDRAWN', kind: 'OBSERVATION' });
  await makeFinding(api, audit, { state: 'WITHDRAWN', drafted_statement: null, drafted_severity: null });
  const codes = await gradeAll(api, audit);
  return { audit, accepted, amended, withdrawn, replyId, codes };
}

/** The same, signed by both and issued; `answer` is the payload of `reportIssue`. */
export async function makeIssuedReport(api: TestApi) {
  const ready = await makeReadyReport(api);
  await signAll(api, ready.audit, 'REPORT');
  const input = { auditId: ready.audit.auditId, expectedVersion: 1 };
  const answer: Json = await api.as(ready.audit.lead.accountId).act('reportIssue', input, REPORT);
  return { ...ready, answer };
}
