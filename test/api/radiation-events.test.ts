import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import {
  makeAccount,
  makeAssignment,
  makeAudit,
  makeAuditor,
  makeService,
  makeTeamedAudit,
} from '../support/factories';
import { makeAuditIn, makeFinalFinding, makeFinding } from '../support/findings-factories';

let api: TestApi;
let diagnostic: string;

beforeAll(async () => {
  api = await openApi();
  const [criterion] = await api.sql<{ id: string }>(`select id from event_criterion where code = '2.2'`);
  diagnostic = globalId('EventCriterion', criterion?.id ?? '');
});
afterAll(() => api.close());

const EVENT = `radiationEvent { id version number kind cohortBand isDeclared summary lesson sharedLesson panelDescription
  eventCriterion { code } criteria { id } findings { id } }`;

const reference = (more: Record<string, unknown> = {}) => ({
  occurredOn: '2026-11-02',
  eventCriterionId: diagnostic,
  kind: 'EQUIPMENT_SETTING',
  cohortBand: 'UP_TO_THOUSAND',
  doseRatioBand: 'UP_TO_FIVE_TIMES',
  isDeclared: true,
  isAnalysed: false,
  summary: 'Hauteur de table mal réglée.',
  ...more,
});

const record = (client: ApiClient, serviceId: string, more: Record<string, unknown> = {}): Promise<Json> =>
  client.act(
    'radiationEventRecord',
    { auditedServiceId: globalId('AuditedService', serviceId), ...reference(more) },
    EVENT,
  );

const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);
const idsSeen = async (accountId: string): Promise<string[]> =>
  (
    await api.as(accountId).run('{ radiationEvents(first: 50) { nodes { id } } }')
  ).data.radiationEvents.nodes.map(({ id }: Json) => id);

describe('the reference of an event', () => {
  it('is kept by its service, with the criteria and findings that it has to do with', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const finding = globalId('Finding', await makeFinalFinding(api, audit));
    const [criterion] = await api.sql<{ id: string }>('select id from criterion order by id limit 1');
    const criterionIds = [globalId('Criterion', criterion?.id ?? '')];
    const manager = api.as(audit.managerId);
    const made = await record(manager, audit.serviceId, {
      number: 'ESNPX-1',
      criterionIds,
      findingIds: [finding],
    });
    expect(made.userErrors).toEqual([]);
    expect(made.radiationEvent).toMatchObject({
      number: 'ESNPX-1',
      kind: 'EQUIPMENT_SETTING',
      eventCriterion: { code: '2.2' },
      criteria: [{ id: criterionIds[0] }],
      findings: [{ id: finding }],
      version: 1,
    });
    const input = { radiationEventId: made.radiationEvent.id, expectedVersion: 1, ...reference() };
    const changed = await manager.act('radiationEventUpdate', { ...input, isAnalysed: true }, EVENT);
    expect(changed.radiationEvent).toMatchObject({ number: null, criteria: [], findings: [], version: 2 });
    expect(codesOf(await manager.act('radiationEventUpdate', input))).toEqual(['STALE_VERSION']);
  });

  it('names nothing that its service was not shown', async () => {
    const audit = await makeAuditIn(api, 'ON_SITE');
    const draft = globalId('Finding', await makeFinding(api, audit));
    const other = await makeAuditIn(api, 'FOLLOW_UP');
    const foreign = globalId('Finding', await makeFinalFinding(api, other));
    for (const id of [draft, foreign, globalId('Finding', randomUUID())]) {
      const refused = await record(api.as(audit.managerId), audit.serviceId, { findingIds: [id] });
      expect(refused.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'findingIds', '0'] }]);
    }
  });

  it('holds no patient and lies in no future', async () => {
    const { serviceId, managerId } = await makeService(api);
    const manager = api.as(managerId);
    expect(codesOf(await record(manager, serviceId, { summary: 'Mme X, née le 3 mars 1960.' }))).toEqual([
      'TEXT_IDENTIFIES',
    ]);
    expect(codesOf(await record(manager, serviceId, { lesson: 'Patient 2 55 08 14 168 025 38.' }))).toEqual([
      'TEXT_IDENTIFIES',
    ]);
    expect(codesOf(await record(manager, serviceId, { occurredOn: '2099-01-01' }))).toEqual([
      'EVENT_IN_FUTURE',
    ]);
    const twice = { number: 'ESNPX-2' };
    expect(codesOf(await record(manager, serviceId, twice))).toEqual([]);
    expect(codesOf(await record(manager, serviceId, twice))).toEqual(['ALREADY_EXISTS']);
  });

  it('is seen by its service and by the team that audits it, and by nobody else', async () => {
    const audit = await makeTeamedAudit(api, { state: 'ON_SITE' });
    const past = await makeAuditor(api);
    const { auditId } = await makeAudit(api, { serviceId: audit.serviceId, state: 'CLOSED' });
    await makeAssignment(api, { auditId, auditorId: past.auditorId, state: 'COMPLETED' });
    const { radiationEvent } = await record(api.as(audit.managerId), audit.serviceId);
    const others = [
      (await makeService(api)).managerId,
      past.accountId,
      ...(await Promise.all(
        ['COORDINATOR', 'STEERING_MEMBER', 'ANALYST', 'OBSERVER', 'ADMIN'].map(
          async (role) => (await makeAccount(api, { roles: [role] })).accountId,
        ),
      )),
    ];
    expect(await idsSeen(audit.managerId)).toContain(radiationEvent.id);
    expect(await idsSeen(audit.lead.accountId)).toContain(radiationEvent.id);
    for (const other of others) expect(await idsSeen(other)).not.toContain(radiationEvent.id);
    const input = { radiationEventId: radiationEvent.id, expectedVersion: 1, ...reference() };
    expect(codesOf(await api.as(audit.lead.accountId).act('radiationEventUpdate', input))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await api.as(others[0] ?? '').act('radiationEventUpdate', input))).toEqual(['NOT_FOUND']);
  });
});

describe('what a service shares of an event', () => {
  const LESSONS = '{ eventLessons(first: 50) { nodes { id kind text eventCriterion { code } } } }';
  const lessonsFor = async (accountId: string): Promise<Json[]> =>
    (await api.as(accountId).run(LESSONS)).data.eventLessons?.nodes ?? [];

  it('is a lesson for all who take part, without the service, until it is taken back', async () => {
    const { serviceId, managerId } = await makeService(api);
    const manager = api.as(managerId);
    const { radiationEvent } = await record(manager, serviceId);
    const text = 'Contrôler la hauteur de table après chaque intervention.';
    const move = { radiationEventId: radiationEvent.id, expectedVersion: 1 };
    const shared = await manager.act('eventLessonShare', { ...move, text }, EVENT);
    expect(shared.radiationEvent).toMatchObject({ sharedLesson: text, version: 2 });
    const [lesson] = (await lessonsFor((await makeService(api)).managerId)).filter(
      (one) => one.text === text,
    );
    expect(lesson).toMatchObject({ kind: 'EQUIPMENT_SETTING', eventCriterion: { code: '2.2' } });
    // Its id leads nowhere.
    expect(lesson.id).not.toBe(radiationEvent.id);
    const { accountId: observer } = await makeAccount(api, { roles: ['OBSERVER'] });
    expect(await lessonsFor(observer)).toEqual([]);
    const back = { ...move, expectedVersion: 2 };
    expect((await manager.act('eventLessonUnshare', back)).userErrors).toEqual([]);
    expect((await lessonsFor(managerId)).some((one) => one.text === text)).toBe(false);
    expect(codesOf(await manager.act('eventLessonUnshare', { ...back, expectedVersion: 3 }))).toEqual([
      'NOTHING_SHARED',
    ]);
  });

  it.each([
    ['TEXT_NAMES_SERVICE', 'À la clinique SAINT-ELOI du Val, la table était mal réglée.'],
    ['TEXT_NAMES_SERVICE', 'Notre scanner de Trifouillis les Oies était mal réglé.'],
    ['TEXT_HAS_DATE', 'Depuis le 12/03/2021, la table était mal réglée.'],
    ['TEXT_IDENTIFIES', 'Une patiente née en 1960 a été exposée.'],
  ])('does not tell whose it is: %s', async (code, text) => {
    const { serviceId, managerId } = await makeService(api, {
      name: 'Clinique Saint-Éloi du Val',
      columns: { commune: 'Trifouillis-les-Oies' },
    });
    const manager = api.as(managerId);
    const { radiationEvent } = await record(manager, serviceId);
    const move = { radiationEventId: radiationEvent.id, expectedVersion: 1 };
    expect(codesOf(await manager.act('eventLessonShare', { ...move, text }))).toEqual([code]);
    expect(codesOf(await manager.act('eventPanelSubmit', { ...move, description: text }))).toEqual([code]);
  });

  it('is shared by the manager alone', async () => {
    const { serviceId, managerId } = await makeService(api);
    const { accountId } = await makeAccount(api, { services: { [serviceId]: 'SERVICE_CONTRIBUTOR' } });
    const { radiationEvent } = await record(api.as(accountId), serviceId);
    const input = {
      radiationEventId: radiationEvent.id,
      expectedVersion: 1,
      text: 'Contrôler la hauteur de table.',
    };
    expect(codesOf(await api.as(accountId).act('eventLessonShare', input))).toEqual(['FORBIDDEN']);
    expect(codesOf(await api.as(managerId).act('eventLessonShare', input))).toEqual([]);
  });
});
