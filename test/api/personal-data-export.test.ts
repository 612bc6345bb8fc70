import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type Json, type TestApi } from '../support/api';
import {
  insertRow,
  makeAccount,
  makeAssignment,
  makeAuditor,
  makeCoordinator,
  makeTeamedAudit,
} from '../support/factories';
import { tablesWith } from '../support/tables-with';
import { entriesOf } from '../support/trail-entries';

let api: TestApi;
let coordinator: string;

beforeAll(async () => {
  api = await openApi();
  coordinator = await makeCoordinator(api);
});
afterAll(() => api.close());

const codesOf = ({ userErrors }: Json): string[] => userErrors.map(({ code }: Json) => code);

describe('personalDataExport', () => {
  const ask = (account: string, input: Record<string, unknown>): Promise<Json> =>
    api.as(account).act('personalDataExport', input, 'person { id } document');

  it('gives everybody what is held on them, without secrets, and keeps no copy', async () => {
    const auditor = await makeAuditor(api);
    await api.sql(`update account set password_hash = 'argon2-canary' where id = $1`, [auditor.accountId]);
    const interests = [{ kind: 'OTHER', description: 'Un livre' }];
    expect(codesOf(await api.as(auditor.accountId).act('declarationCreate', { interests }))).toEqual([]);
    const { document } = await ask(auditor.accountId, {});
    expect(document.person).toMatchObject({ id: auditor.personId });
    expect(document.omitted).toEqual([]);
    expect(document.sections.accounts).toMatchObject([{ id: auditor.accountId }]);
    expect(document.sections.auditors).toMatchObject([{ id: auditor.auditorId }]);
    expect(document.sections.affiliations).toHaveLength(1);
    expect(document.sections.declarations.map(({ state }: Json) => state).sort()).toEqual([
      'DRAFT',
      'SIGNED',
    ]);
    expect(document.sections.acts.map(({ act }: Json) => act)).toContain('declarationCreate');
    expect(JSON.stringify(document)).not.toContain('argon2-canary');
    expect(await tablesWith(api, 'Un livre')).toEqual(['interest', 'trail_payload']);
  });

  it('gives the administration accounts and roles with a reason, and no content', async () => {
    const { accountId: admin } = await makeAccount(api, { roles: ['ADMIN'] });
    const auditor = await makeAuditor(api);
    const personId = globalId('Person', auditor.personId);
    expect(codesOf(await ask(admin, { personId }))).toEqual(['REASON_MISSING']);
    const { document } = await ask(admin, { personId, reason: 'Demande écrite du 3 mars.' });
    expect(Object.keys(document.sections)).toEqual([
      'accounts',
      'roleGrants',
      'sessions',
      'identities',
      'invitations',
      'secondFactors',
      'auditors',
    ]);
    expect(document.omitted).toContain('declarations');
    expect(await entriesOf(api, auditor.personId)).toMatchObject([
      { act: 'personalDataExport', account_id: admin, detail: { reason: 'Demande écrite du 3 mars.' } },
    ]);
  });

  it('gives the administration nothing again for a key that was used: each reading leaves its entry', async () => {
    const { accountId: admin } = await makeAccount(api, { roles: ['ADMIN', 'COORDINATOR'] });
    const { accountId, personId } = await makeAccount(api);
    const input = {
      idempotencyKey: randomUUID(),
      personId: globalId('Person', personId),
      reason: 'Demande écrite du 3 mars.',
    };
    expect((await ask(admin, input)).document.sections.accounts).toMatchObject([{ id: accountId }]);
    await api.sql(`update role_grant set revoked_at = now() where account_id = $1 and role = 'ADMIN'`, [
      admin,
    ]);
    expect(await ask(admin, input)).toMatchObject({ replayed: true, userErrors: [], document: null });
    const own = { idempotencyKey: randomUUID() };
    expect((await ask(accountId, own)).document).toEqual((await ask(accountId, own)).document);
  });

  it('tells of conflicts what is about the auditor alone, and not what names others', async () => {
    const { auditId } = await makeTeamedAudit(api);
    const { auditorId, accountId } = await makeAuditor(api);
    const assignmentId = await makeAssignment(api, { auditId, auditorId, seat: 'OBSERVER' });
    const rules = await api.sql<{ code: string; predicate: string }>(
      `select code, predicate from conflict_rule where predicate in ('PAST_PRACTICE', 'RECIPROCITY') order by predicate`,
    );
    for (const { code, predicate } of rules)
      await insertRow(api, 'conflict', {
        audit_id: auditId,
        assignment_id: assignmentId,
        auditor_id: auditorId,
        rule_code: code,
        rule_number: 1,
        level: 'REVIEW',
        facts: JSON.stringify([{ fr: predicate, en: predicate }]),
      });
    const { document } = await ask(accountId, {});
    const facts = document.sections.conflicts.map((conflict: Json) => [conflict.rule, conflict.facts]);
    const [past, reciprocity] = rules;
    expect(facts).toEqual([
      [past?.code, [{ fr: 'PAST_PRACTICE', en: 'PAST_PRACTICE' }]],
      [reciprocity?.code, []],
    ]);
  });

  it('gives nobody else anything', async () => {
    const auditor = await makeAuditor(api);
    const stranger = await makeAccount(api);
    const personId = globalId('Person', auditor.personId);
    const refused = await ask(stranger.accountId, { personId, reason: 'Par curiosité' });
    expect([codesOf(refused), refused.document]).toEqual([['NOT_FOUND'], null]);
    const coordination = await ask(coordinator, { personId, reason: 'Par curiosité' });
    expect([codesOf(coordination), coordination.document]).toEqual([['FORBIDDEN'], null]);
  });

  it('knows every table that names a person', async () => {
    const linked = await api.sql<{ name: string }>(
      `select distinct conrelid::regclass::text as name from pg_constraint
       where contype = 'f' and confrelid in ('person'::regclass, 'auditor'::regclass) order by 1`,
    );
    // Who judged stays with the judgement; a person reads it there.
    expect(linked.map(({ name }) => name)).toEqual([
      'account',
      'affiliation',
      'assignment',
      'auditor',
      'auditor_unavailability',
      'case_outcome',
      'case_review',
      'case_review_submission',
      'conflict',
      'conflict_alert',
      'conflict_fact',
      'criterion_measure',
      'declaration_of_interests',
      'documentary_follow_up',
      'evidence_answer',
      'evidence_request',
      'evidence_verdict',
      'finding',
      'finding_reply',
      'follow_up_item',
      'grade',
      'matching_decision',
      'proposed_member',
      'report_signature',
      'section_submission',
    ]);
  });
});
