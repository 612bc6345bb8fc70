import { globalId } from '../../server/kernel/ids';
import { loadEventScales } from '../../server/radiation-events';
import type { DataSource } from 'typeorm';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { insertRow, makeAccount, makeService } from '../support/factories';
import { copyOfTemplates, removeCopies, setIn, SHIPPED } from '../rooms/templates/templates-folder';

const LEVELS = ['0', '1', '2'].map((code) => ({
  code,
  labelFr: `Niveau ${code}`,
  labelEn: `Level ${code}`,
  criterionFr: 'Par nombre de patients',
  criterionEn: 'By the number of patients',
}));
const CONTENT = {
  titleFr: 'Échelle de radiologie',
  titleEn: 'Radiology scale',
  noteFr: 'Proposition à essayer.',
  noteEn: 'A proposal to be tried.',
  levels: LEVELS,
  axes: ['COHORT_BAND', 'DOSE_RATIO'],
};
const DRAFT = { code: 'RADIO-TEST', ...CONTENT };
const SCALE = 'scaleDefinition { id version number state levels { code label } }';

let api: TestApi;
let steering: ApiClient;
let asn: string;
let dataSource: DataSource;

beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
  steering = api.as((await makeAccount(api, { roles: ['STEERING_MEMBER'] })).accountId);
  const [scale] = await api.sql<{ id: string }>(
    `select id from scale_definition where code = 'ASN-SFRO' and number = 2`,
  );
  asn = globalId('ScaleDefinition', scale?.id ?? '');
});
afterAll(async () => {
  removeCopies();
  await dataSource.destroy();
  await api.close();
});

const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);

/** A radiology scale on trial; gives its global id. */
async function makeTrial(): Promise<string> {
  const { scaleDefinition } = await steering.act('scaleDefinitionDraft', DRAFT, SCALE);
  const move = { scaleDefinitionId: scaleDefinition.id, expectedVersion: 1 };
  expect((await steering.act('scaleDefinitionStartTrial', move)).userErrors).toEqual([]);
  return scaleDefinition.id;
}

/** A service with an event; gives global id of the event and the accounts of its staff. */
async function makeEvent(serviceId?: string) {
  const service = serviceId ? { serviceId, managerId: '' } : await makeService(api);
  const id = await insertRow(api, 'radiation_event', {
    audited_service_id: service.serviceId,
    occurred_on: '2026-11-02',
    event_criterion_code: '2.2',
    kind: 'EQUIPMENT_SETTING',
    cohort_band: 'UP_TO_HUNDRED',
    is_declared: true,
    is_analysed: true,
  });
  return { ...service, eventId: globalId('RadiationEvent', id), uuid: id };
}

const value = (
  accountId: string,
  radiationEventId: string,
  scaleDefinitionId: string,
  level: string,
): Promise<Json> =>
  api.as(accountId).act('scaleTrialRecord', {
    radiationEventId,
    scaleDefinitionId,
    value: level,
    reason: 'Par le nombre de patients.',
  });

const compare = async (client: ApiClient, from: string, to: string): Promise<Json> =>
  (
    await client.run(
      `query ($from: ID!, $to: ID!) { scaleComparison(fromScaleId: $from, toScaleId: $to) {
        fromScale { code } toScale { code } cells { fromValue toValue count }
        fromAgreement { eventCount percentAgreement { estimate } ac1 { estimate low high } } toAgreement { eventCount } } }`,
      { from, to },
    )
  ).data.scaleComparison;

describe('the scales of the templates folder', () => {
  it('are history with their sources, and stored once', async () => {
    expect(await loadEventScales(dataSource, SHIPPED)).toEqual({ criteria: 9, scales: 2, written: 0 });
    const { data } = await steering.run(
      `{ scaleDefinitions(first: 10, filter: { codes: ["ASN-SFRO"] }) { nodes { number state isLoaded inForceFrom source
        verificationLevel levels { code label criterion } } } }`,
    );
    const [first, second] = data.scaleDefinitions.nodes.sort((a: Json, b: Json) => a.number - b.number);
    expect(first).toMatchObject({ number: 1, state: 'RETIRED', verificationLevel: 'RECALLED' });
    expect(second).toMatchObject({ number: 2, state: 'ADOPTED', isLoaded: true, inForceFrom: '2008-07-25' });
    expect(second.levels.map(({ code }: Json) => code)).toEqual([
      '0',
      '1',
      '2',
      '2+',
      '3',
      '3+',
      '4',
      '4+',
      '5',
      '6',
      '7',
    ]);
    expect(second.levels.at(-1)).toEqual({ code: '7', label: 'Accident', criterion: 'More than 10 deaths' });
  });

  it('are refused when they contradict what is stored, or name a level twice', async () => {
    const folder = copyOfTemplates();
    const file = 'event-scales/asn-sfro.v2.yaml';
    setIn(folder, file, ['levels', 0, 'label', 'en'], 'Something');
    await expect(loadEventScales(dataSource, folder)).rejects.toMatchObject({
      code: 'PUBLISHED_CONTENT_CHANGED',
    });
    setIn(folder, file, ['levels', 0, 'code'], '1');
    await expect(loadEventScales(dataSource, folder)).rejects.toMatchObject({
      code: 'DUPLICATE_CODE',
      file,
    });
    setIn(folder, file, ['axes', 0], 'WEATHER');
    await expect(loadEventScales(dataSource, folder)).rejects.toMatchObject({
      code: 'INVALID_VALUE',
      file,
    });
  });

  it('are moved by nobody', async () => {
    const move = { scaleDefinitionId: asn, expectedVersion: 1, reason: 'Ancienne.' };
    expect(codesOf(await steering.act('scaleDefinitionRetire', move))).toEqual(['SCALE_IS_LOADED']);
  });
});

describe('a scale', () => {
  it('is drafted, tried and adopted, and changes no more once it is tried', async () => {
    const { accountId: observer } = await makeAccount(api, { roles: ['OBSERVER'] });
    const states = async (): Promise<string[]> =>
      (
        await api
          .as(observer)
          .run('{ scaleDefinitions(first: 50, filter: { codes: ["LIFE"] }) { nodes { state } } }')
      ).data.scaleDefinitions.nodes.map(({ state }: Json) => state);
    const { scaleDefinition: draft } = await steering.act(
      'scaleDefinitionDraft',
      { ...DRAFT, code: 'LIFE' },
      SCALE,
    );
    expect(draft).toMatchObject({ number: 1, state: 'DRAFT', version: 1 });
    expect(await states()).toEqual([]);
    const again = { ...CONTENT, scaleDefinitionId: draft.id, levels: LEVELS.slice(0, 2) };
    const updated = await steering.act('scaleDefinitionUpdate', { ...again, expectedVersion: 1 }, SCALE);
    expect(updated.scaleDefinition.levels).toHaveLength(2);
    const move = (expectedVersion: number) => ({ scaleDefinitionId: draft.id, expectedVersion });
    await steering.act('scaleDefinitionStartTrial', move(2));
    expect(await states()).toEqual(['TRIAL']);
    expect(codesOf(await steering.act('scaleDefinitionUpdate', { ...again, expectedVersion: 3 }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const [row] = await api.sql<{ id: string }>(`select id from scale_definition where code = 'LIFE'`);
    await expect(
      api.sql(`update scale_definition set levels = '[]' where id = $1`, [row?.id]),
    ).rejects.toThrow('a scale that is tried changes no more');
    await steering.act('scaleDefinitionAdopt', move(3));
    expect(await states()).toEqual(['ADOPTED']);
    const next = await steering.act('scaleDefinitionDraft', { ...DRAFT, code: 'LIFE' }, SCALE);
    expect(next.scaleDefinition).toMatchObject({ number: 2, state: 'DRAFT' });
    const retired = await steering.act(
      'scaleDefinitionRetire',
      { ...move(4), reason: 'Remplacée.' },
      'scaleDefinition { state inForceTo retirementReason }',
    );
    expect(retired.scaleDefinition).toMatchObject({ state: 'RETIRED', retirementReason: 'Remplacée.' });
  });

  it('has each level once', async () => {
    const levels = [...LEVELS, LEVELS[0]];
    expect((await steering.act('scaleDefinitionDraft', { ...DRAFT, levels })).userErrors).toMatchObject([
      { code: 'SCALE_LEVEL_TWICE', path: ['input', 'levels', '3', 'code'] },
    ]);
  });
});

describe('an event on a scale', () => {
  it('is valued by its service, each person once', async () => {
    const radio = await makeTrial();
    const { managerId, eventId } = await makeEvent();
    expect(codesOf(await value(managerId, eventId, radio, '9'))).toEqual(['SCALE_LEVEL_UNKNOWN']);
    expect(codesOf(await value(managerId, eventId, radio, '1'))).toEqual([]);
    expect(codesOf(await value(managerId, eventId, radio, '2'))).toEqual(['SCALE_TRIED_ALREADY']);
    expect(codesOf(await value(managerId, eventId, asn, '0'))).toEqual([]);
    const { data } = await api
      .as(managerId)
      .run(
        'query ($id: ID!) { radiationEvent(id: $id) { scaleTrials(first: 9) { nodes { value scaleDefinition { code } } } } }',
        { id: eventId },
      );
    const trials = data.radiationEvent.scaleTrials.nodes.map((trial: Json) => [
      trial.scaleDefinition.code,
      trial.value,
    ]);
    expect(trials.sort()).toEqual([
      ['ASN-SFRO', '0'],
      ['RADIO-TEST', '1'],
    ]);
    const { managerId: other } = await makeService(api);
    expect(codesOf(await value(other, eventId, radio, '1'))).toEqual(['NOT_FOUND']);
  });

  it('is valued by the steering committee only if the service lets it, without knowing whose it is', async () => {
    const radio = await makeTrial();
    const { managerId, eventId } = await makeEvent();
    const manager = api.as(managerId);
    const casesFor = async (client: ApiClient): Promise<Json[]> =>
      (
        await client.run(
          '{ panelCases(first: 50) { nodes { id description cohortBand trials(first: 9) { nodes { value side radiationEvent { id } } } } } }',
        )
      ).data.panelCases?.nodes ?? [];
    const description = 'Une table trop haute a doublé la dose de scanners du thorax.';
    const before = await casesFor(steering);
    await manager.act('eventPanelSubmit', { radiationEventId: eventId, expectedVersion: 1, description });
    const [panelCase] = (await casesFor(steering)).filter(({ id }) => !before.some((one) => one.id === id));
    expect(panelCase).toMatchObject({ description, cohortBand: 'UP_TO_HUNDRED', trials: { nodes: [] } });
    const said = { panelCaseId: panelCase.id, scaleDefinitionId: radio, value: '2', reason: 'Cohorte.' };
    expect(codesOf(await steering.act('panelTrialRecord', said))).toEqual([]);
    expect(codesOf(await manager.act('panelTrialRecord', said))).toEqual(['NOT_FOUND']);
    // Each reads his own value alone, and none whose event it was.
    const { accountId: colleague } = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    const seenBy = async (client: ApiClient) =>
      (await casesFor(client)).find(({ id }) => id === panelCase.id)?.trials.nodes;
    expect(await seenBy(steering)).toEqual([{ value: '2', side: 'PANEL', radiationEvent: null }]);
    expect(await seenBy(api.as(colleague))).toEqual([]);
    await manager.act('eventPanelWithdraw', { radiationEventId: eventId, expectedVersion: 2 });
    expect(await seenBy(steering)).toBeUndefined();
    expect(codesOf(await api.as(colleague).act('panelTrialRecord', said))).toEqual(['NOT_FOUND']);
  });

  it('is not given to a member who has a tie with its service', async () => {
    const { serviceId, organisationId, managerId } = await makeService(api);
    const { eventId } = await makeEvent(serviceId);
    const { accountId, personId } = await makeAccount(api, { roles: ['STEERING_MEMBER'] });
    await insertRow(api, 'affiliation', {
      person_id: personId,
      organisation_id: organisationId,
      kind: 'EMPLOYMENT',
      from_date: '2015-01-01',
      source: 'DECLARED',
    });
    const description = 'Un protocole de scanner abdominal pris pour un autre.';
    await api
      .as(managerId)
      .act('eventPanelSubmit', { radiationEventId: eventId, expectedVersion: 1, description });
    const seen = async (client: ApiClient): Promise<boolean> =>
      (await client.run('{ panelCases(first: 50) { nodes { description } } }')).data.panelCases.nodes.some(
        (one: Json) => one.description === description,
      );
    expect([await seen(steering), await seen(api.as(accountId))]).toEqual([true, false]);
  });
});

describe('two scales side by side', () => {
  it('show pairs of values of five services and their agreement, and nothing of fewer', async () => {
    const radio = await makeTrial();
    const other = await makeTrial();
    const events = [];
    for (let number = 0; number < 5; number += 1) {
      const event = await makeEvent();
      const { accountId: second } = await makeAccount(api, {
        services: { [event.serviceId]: 'SERVICE_CONTRIBUTOR' },
      });
      events.push({ ...event, second });
    }
    for (const [index, { managerId, second, eventId }] of events.entries()) {
      // Four of five: nothing yet.
      if (index === 4)
        expect(await compare(steering, radio, other)).toMatchObject({ cells: [], fromAgreement: null });
      await value(managerId, eventId, radio, '1');
      await value(managerId, eventId, other, '2');
      await value(second, eventId, radio, index === 0 ? '2' : '1');
    }
    expect(await compare(steering, radio, other)).toEqual({
      fromScale: { code: 'RADIO-TEST' },
      toScale: { code: 'RADIO-TEST' },
      cells: [{ fromValue: '1', toValue: '2', count: 5 }],
      fromAgreement: {
        eventCount: 5,
        percentAgreement: { estimate: 0.8 },
        ac1: { estimate: expect.any(Number), low: expect.any(Number), high: expect.any(Number) },
      },
      toAgreement: null,
    });
    // One more service changes nothing, nor do more events of one of the five.
    const shown = await compare(steering, radio, other);
    const sixth = await makeEvent();
    const more = await makeEvent(events[0]?.serviceId);
    for (const [managerId, eventId] of [
      [sixth.managerId, sixth.eventId],
      [events[0]?.managerId ?? '', more.eventId],
    ] as const) {
      await value(managerId, eventId, radio, '1');
      await value(managerId, eventId, other, '2');
    }
    expect(await compare(steering, radio, other)).toEqual(shown);
    // Whoever has a tie with one of the five reads none of the lot; a service asks in vain.
    const { accountId, personId } = await makeAccount(api, { roles: ['COORDINATOR'] });
    await insertRow(api, 'affiliation', {
      person_id: personId,
      organisation_id: await organisationOf(events[2]?.serviceId ?? ''),
      kind: 'EMPLOYMENT',
      from_date: '2015-01-01',
      source: 'DECLARED',
    });
    expect(await compare(api.as(accountId), radio, other)).toMatchObject({ cells: [], fromAgreement: null });
    expect(await compare(api.as(sixth.managerId), radio, other)).toBeNull();
  });
});

async function organisationOf(serviceId: string): Promise<string> {
  const [row] = await api.sql<{ id: string }>(
    'select organisation_id as id from audited_service where id = $1',
    [serviceId],
  );
  return row?.id ?? '';
}
