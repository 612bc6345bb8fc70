import { globalId } from '../../server/kernel/ids';
import { sharedPractices } from '../../server/practices';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeService } from '../support/factories';
import { criteriaOf } from '../support/judged-audits';
import { makeAuditIn, makeFinding, type AuditInState } from '../support/findings-factories';

const TEXT = 'Chaque demande est relue à deux avant l’examen d’un enfant.';
const PRACTICE = `sharedPractice { id version state text isNamed auditedService { id } finding { id } criterion { id } }`;
const LIST = `query ($filter: SharedPracticeFilter) { sharedPractices(first: 50, filter: $filter) { nodes {
  id text isNamed auditedService { id } finding { id } } } }`;

let api: TestApi;

beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);

/** A practice that an issued report states as remarkable. */
async function makePractice(columns: Record<string, unknown> = {}) {
  const audit = await makeAuditIn(api, 'FOLLOW_UP');
  const [criterion] = await criteriaOf(api, audit.campaignId);
  const findingId = await makeFinding(api, audit, {
    kind: 'REMARKABLE_PRACTICE',
    state: 'FINAL',
    criterion_id: criterion?.id,
    ...columns,
  });
  return {
    audit,
    criterionId: globalId('Criterion', criterion?.id ?? ''),
    findingId: globalId('Finding', findingId),
  };
}

const share = (audit: AuditInState, findingId: string, more: Record<string, unknown> = {}): Promise<Json> =>
  api.as(audit.managerId).act('practiceShare', { findingId, text: TEXT, isNamed: false, ...more }, PRACTICE);

const listFor = async (client: ApiClient, filter?: Record<string, unknown>): Promise<Json[]> =>
  (await client.run(LIST, { filter })).data.sharedPractices?.nodes ?? [];

describe('a remarkable practice', () => {
  it('is shared in the words of its service, without its name unless it wants it', async () => {
    const { audit, findingId, criterionId } = await makePractice();
    const made = await share(audit, findingId);
    expect(made.sharedPractice).toMatchObject({
      state: 'SHARED',
      text: TEXT,
      auditedService: null,
      finding: { id: findingId },
      criterion: { id: criterionId },
    });
    const other = api.as((await makeService(api)).managerId);
    const id = made.sharedPractice.id;
    const seen = async () =>
      (await listFor(other, { criterionIds: [criterionId] })).find((one) => one.id === id);
    expect(await seen()).toEqual({ id, text: TEXT, isNamed: false, auditedService: null, finding: null });
    const text = `Venez voir : ${TEXT}`;
    const again = await share(audit, findingId, { text, isNamed: true });
    expect(again.sharedPractice).toMatchObject({ id, version: 2 });
    const auditedService = { id: globalId('AuditedService', audit.serviceId) };
    expect(await seen()).toEqual({ id, text, isNamed: true, auditedService, finding: null });
    expect(await listFor(other, { criterionIds: [globalId('Criterion', audit.auditId)] })).toEqual([]);
    const { accountId: observer } = await makeAccount(api, { roles: ['OBSERVER'] });
    expect(await listFor(api.as(observer))).toEqual([]);
  });

  it('is one that an issued report states, and shared by the manager', async () => {
    const observation = await makePractice({ kind: 'OBSERVATION' });
    expect(codesOf(await share(observation.audit, observation.findingId))).toEqual([
      'NO_REMARKABLE_PRACTICE',
    ]);
    const early = await makePractice({ state: 'SHARED' });
    expect(codesOf(await share(early.audit, early.findingId))).toEqual(['NO_REMARKABLE_PRACTICE']);
    const { audit, findingId } = await makePractice();
    const input = { findingId, text: TEXT, isNamed: false };
    expect(codesOf(await api.as(audit.lead.accountId).act('practiceShare', input))).toEqual(['FORBIDDEN']);
    const { managerId: stranger } = await makeService(api);
    expect(codesOf(await api.as(stranger).act('practiceShare', input))).toEqual(['NOT_FOUND']);
  });

  it('names neither patient nor service where the service wants not to be named', async () => {
    const { audit, findingId } = await makePractice();
    const [service] = await api.sql<{ name: string }>('select name from audited_service where id = $1', [
      audit.serviceId,
    ]);
    const text = `À ${service?.name}, chaque demande est relue à deux.`;
    expect(codesOf(await share(audit, findingId, { text }))).toEqual(['TEXT_NAMES_SERVICE']);
    expect(codesOf(await share(audit, findingId, { text, isNamed: true }))).toEqual([]);
    const patient = { text: 'Le patient né le 3 mars 1960 l’a trouvée utile.', isNamed: true };
    expect(codesOf(await share(audit, findingId, patient))).toEqual(['TEXT_IDENTIFIES']);
  });

  it('is taken back until the synthesis that shows it is out', async () => {
    const { audit, findingId } = await makePractice();
    const { sharedPractice } = await share(audit, findingId);
    const manager = api.as(audit.managerId);
    const move = (expectedVersion: number) => ({ sharedPracticeId: sharedPractice.id, expectedVersion });
    const other = api.as((await makeService(api)).managerId);
    const isListed = async (client: ApiClient) =>
      (await listFor(client)).some(({ id }) => id === sharedPractice.id);
    expect(codesOf(await other.act('practiceUnshare', move(1)))).toEqual(['FORBIDDEN']);
    expect(codesOf(await manager.act('practiceUnshare', move(1)))).toEqual([]);
    expect([await isListed(other), await isListed(manager)]).toEqual([false, true]);
    expect(codesOf(await other.act('practiceUnshare', move(2)))).toEqual(['NOT_FOUND']);
    expect(await sharedPractices((text, values) => api.sql(text, [...values]), audit.campaignId)).toEqual([]);
    await share(audit, findingId);
    expect(await isListed(other)).toBe(true);
    expect(
      await sharedPractices((text, values) => api.sql(text, [...values]), audit.campaignId),
    ).toMatchObject([{ text: TEXT, auditedServiceName: null }]);
    await api.sql(`update campaign set state = 'SYNTHESIS_PUBLISHED' where id = $1`, [audit.campaignId]);
    expect(codesOf(await manager.act('practiceUnshare', move(3)))).toEqual(['PRACTICE_PUBLISHED']);
    expect(codesOf(await share(audit, findingId))).toEqual(['PRACTICE_PUBLISHED']);
  });
});
