import canonicalize from 'canonicalize';
import { globalId } from '../../server/kernel/ids';
import { sha256Of, verifyDocument } from '../../server/reports';
import { parseVerifierKey } from '../../server/trail/signed-note';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeCoordinator, makeService } from '../support/factories';
import {
  codesOf,
  makeAction,
  makeAuditIn,
  makeFinalFinding,
  makeReport,
  type AuditInState,
} from '../support/findings-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const idOf = (audit: AuditInState): string => globalId('Audit', audit.auditId);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('attestationIssue', () => {
  const issue = (client: ApiClient, audit: AuditInState, id?: string) =>
    client.act(
      'attestationIssue',
      { auditId: idOf(audit), ...(id ? { id } : {}) },
      'attestation { id note issuedAt }',
    );

  const keys = async () => {
    const answer = await fetch(new URL('/.well-known/trail-keys.json', api.url));
    const published = (await answer.json()) as { keys: { verifierKey: string }[] };
    return published.keys.map(({ verifierKey }) => parseVerifierKey(verifierKey));
  };

  it('says that an audit took place and was reported on, and nothing of what was found', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    await makeFinalFinding(api, audit, { severity: 'CRITICAL' });
    await makeReport(api, audit);
    const { attestation, userErrors } = await issue(api.as(audit.managerId), audit);
    expect(userErrors).toEqual([]);
    const [first, json] = attestation.note.split('\n');
    expect(first).toBe('vis-a-vis/attestation/v1');
    const [service] = await api.sql(
      `select name, finess_et as "finessEt", siret from audited_service where id = $1`,
      [audit.serviceId],
    );
    expect(JSON.parse(json)).toEqual({
      schema: { name: 'vis-a-vis/attestation', version: 1 },
      platform: 'vis-a-vis',
      auditedService: service,
      template: {
        code: 'T1-CT-JUST',
        version: 1,
        title: { fr: expect.any(String), en: expect.any(String) },
      },
      visitOn: '2027-01-04',
      reportIssuedOn: '2027-01-11',
      attestedOn: '2027-01-11',
    });
    expect(json).toBe(canonicalize(JSON.parse(json)));
  });

  it('is verified offline with the published keys, and not once a byte of it changed', async () => {
    const audit = await makeAuditIn(api, 'CLOSED', {
      report_issued_at: '2027-01-11T08:00:00Z',
      draft_shared_at: '2027-01-04T08:00:00Z',
    });
    const { attestation } = await issue(api.as(audit.managerId), audit);
    const held = { keys: await keys() };
    expect(verifyDocument(bytes(attestation.note), held)).toMatchObject([{ isRight: true }]);
    const changed = attestation.note.replace('2027-01-04', '2027-01-05');
    expect(verifyDocument(bytes(changed), held)).toMatchObject([{ isRight: false }]);
  });

  it('is for the service’s manager, once the report is issued', async () => {
    const early = await makeAuditIn(api, 'FINALISATION');
    expect((await issue(api.as(early.managerId), early)).userErrors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'FINALISATION' },
    ]);
    const audit = await makeAuditIn(api, 'REPORT_ISSUED');
    const contributor = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } });
    for (const account of [contributor.accountId, audit.lead.accountId, await makeCoordinator(api)])
      expect(codesOf(await issue(api.as(account), audit))).toEqual(['FORBIDDEN']);
    const stranger = await makeService(api);
    expect(codesOf(await issue(api.as(stranger.managerId), audit))).toEqual(['NOT_FOUND']);
    expect(await api.sql('select 1 from attestation where audit_id = $1', [audit.auditId])).toEqual([]);
  });

  it('stands with the audit for those who see it, never for an observer; and it stays as it is', async () => {
    const audit = await makeAuditIn(api, 'REPORT_ISSUED');
    const own = '6d0e8a54-5b5a-4b63-9f0e-6b6f4d1c9a11';
    const { attestation } = await issue(api.as(audit.managerId), audit, own);
    expect(attestation.id).toBe(globalId('Attestation', own));
    const again = await issue(api.as(audit.managerId), audit, own);
    expect(codesOf(again)).toEqual(['ID_TAKEN']);
    const read = (account: string) =>
      api
        .as(account)
        .run(
          'query ($id: ID!, $own: ID!) { audit(id: $id) { attestations(first: 5) { nodes { note } } } node(id: $own) { id } }',
          { id: idOf(audit), own: attestation.id },
        );
    for (const account of [audit.managerId, audit.mate.accountId, await makeCoordinator(api)])
      expect((await read(account)).data).toEqual({
        audit: { attestations: { nodes: [{ note: attestation.note }] } },
        node: { id: attestation.id },
      });
    const observer = await makeAccount(api, { roles: ['OBSERVER'] });
    expect((await read(observer.accountId)).data).toEqual({ audit: null, node: null });
    const frozen = 'a frozen document never changes';
    await expect(api.sql(`update attestation set note = ''`)).rejects.toThrow(frozen);
    await expect(api.sql('delete from attestation')).rejects.toThrow(frozen);
  });
});

describe('the accepted plan', () => {
  const PLAN =
    'query ($id: ID!) { audit(id: $id) { planDocument { content sha256 acceptedAt report { number } } } }';
  const planOf = async (account: string, audit: AuditInState): Promise<Json> =>
    (await api.as(account).run(PLAN, { id: idOf(audit) })).data['audit']?.planDocument ?? null;

  async function accepted() {
    const audit = await makeAuditIn(api, 'PLAN_DUE', { plan_submitted_at: '2027-01-11T07:00:00Z' });
    const finding_id = await makeFinalFinding(api, audit);
    await makeReport(api, audit);
    const later = await makeReport(api, audit, {
      number: 2,
      content: '{"a":1}',
      sha256: sha256Of('{"a":1}'),
      amendment_reason: 'Salle.',
    });
    const second = await makeAction(api, audit, {
      finding_id,
      due_on: '2027-03-01',
      title: 'Train the staff',
    });
    await makeAction(api, audit, { finding_id, cause: 'No time.', containment: 'Read aloud.' });
    expect(await planOf(audit.managerId, audit)).toBeNull();
    const answer = await api
      .as(audit.lead.accountId)
      .act('planAccept', { auditId: audit.auditId, expectedVersion: 1 }, 'audit { state version }');
    expect(answer.userErrors).toEqual([]);
    return { audit, later, second };
  }

  it('is frozen as an annex that names the report in force by its hash', async () => {
    const { audit } = await accepted();
    const plan = await planOf(audit.managerId, audit);
    expect(plan.sha256).toBe(sha256Of(plan.content));
    expect(plan.content).toBe(canonicalize(JSON.parse(plan.content)));
    expect([plan.acceptedAt, plan.report.number]).toEqual(['2027-01-11T08:00:00.000Z', 2]);
    const common = { ownerName: 'Dr Martin', effectivenessDueOn: '2027-05-11', finding: 1 };
    expect(JSON.parse(plan.content)).toEqual({
      schema: { name: 'vis-a-vis/plan', version: 1 },
      report: { number: 2, sha256: sha256Of('{"a":1}') },
      acceptedAt: '2027-01-11T08:00:00.000Z',
      actions: [
        {
          ...common,
          title: 'Review doses monthly',
          cause: 'No time.',
          containment: 'Read aloud.',
          dueOn: '2027-02-10',
        },
        { ...common, title: 'Train the staff', cause: null, containment: null, dueOn: '2027-03-01' },
      ],
    });
  });

  it('stays as it was accepted, whatever becomes of actions and report', async () => {
    const { audit, second } = await accepted();
    const before = await planOf(audit.managerId, audit);
    await api.sql(`update corrective_action set title = 'Otherwise' where id = $1`, [second]);
    await makeReport(api, audit, { number: 3, amendment_reason: 'Date.' });
    expect(await planOf(audit.managerId, audit)).toEqual(before);
    const again = await api
      .as(audit.lead.accountId)
      .act('planAccept', { auditId: audit.auditId, expectedVersion: 2 });
    expect(codesOf(again)).toEqual(['ILLEGAL_TRANSITION']);
    const frozen = 'a frozen document never changes';
    await expect(api.sql(`update plan_document set content = '{}'`)).rejects.toThrow(frozen);
    await expect(api.sql('delete from plan_document')).rejects.toThrow(frozen);
  });

  it('needs a report, whose annex it is; without one nothing is accepted', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE', { plan_submitted_at: '2027-01-11T07:00:00Z' });
    const answer = await api
      .as(audit.lead.accountId)
      .act('planAccept', { auditId: audit.auditId, expectedVersion: 1 });
    expect(codesOf(answer)).toEqual(['REPORT_MISSING']);
    expect(await planOf(audit.managerId, audit)).toBeNull();
  });
});

test('the database takes no document under a hash that is not its own', async () => {
  const audit = await makeAuditIn(api, 'REPORT_ISSUED');
  const report = await makeReport(api, audit);
  const store = (sha256: string) =>
    api.sql(
      `insert into report_variant (id, report_id, audit_id, audited_service_id, audience, content, sha256)
       values (gen_random_uuid(), $1, $2, $3, 'PUBLIC', 'é', $4)`,
      [report, audit.auditId, audit.serviceId, sha256],
    );
  await expect(store('0'.repeat(64))).rejects.toThrow('violates check constraint');
  await store(sha256Of('é'));
});
