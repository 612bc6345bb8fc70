import { randomUUID } from 'node:crypto';
import { globalId } from '../../server/kernel/ids';
import { openApi, TEST_START, type Json, type TestApi } from '../support/api';
import { evidenceKindId, makeEvidence } from '../support/evidence-factories';
import { makeService, templateVersionId } from '../support/factories';
import { makeGradableAudit, uuidIn, type GradableAudit } from '../support/grades-factories';
import { entriesOf } from '../support/trail-entries';

let api: TestApi;
let audit: GradableAudit;
let criteria: string[];
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.set(TEST_START);
  // Documents are due 30 days before the visit: 13 February 2027 is a Saturday.
  audit = await makeGradableAudit(api, { state: 'DOCUMENT_REVIEW', columns: { visit_on: '2027-03-15' } });
  criteria = audit.sections.flatMap(({ criterionIds }) => criterionIds);
});

const REQUEST = `evidenceRequest { id state isReopened isFromTemplate text dueOn isOverdue withdrawalReason version
  evidenceKind { code } criteria { id } audit { id } auditedService { id }
  answers { number remark missing verdict verdictReason evidence { id } } }`;

const asking = () => ({ auditId: audit.auditId, text: 'Le registre des doses de 2026' });

const codesOf = (payload: Json): string[] => payload.userErrors.map(({ code }: Json) => code);

async function asked(input: Record<string, unknown> = {}): Promise<{ id: string; version: number }> {
  const payload = await audit.lead.act('evidenceRequestCreate', { ...asking(), ...input }, REQUEST);
  expect(payload.userErrors).toEqual([]);
  return payload.evidenceRequest;
}

/** One act on a request, in the version that it has now. */
async function move(
  who: 'lead' | 'mate' | 'manager' | 'contributor' | 'observer' | 'coordinator',
  act: string,
  id: string,
  input: Record<string, unknown> = {},
): Promise<Json> {
  const [row] = await api.sql<{ version: number }>('select version from evidence_request where id = $1', [
    uuidIn(id),
  ]);
  return audit[who].act(act, { evidenceRequestId: id, expectedVersion: row?.version, ...input }, REQUEST);
}

const answer = (id: string, evidenceIds: string[], more: Record<string, unknown> = {}) =>
  move('contributor', 'evidenceRequestAnswer', id, { evidenceIds, ...more });

async function read(id: string, client = audit.manager): Promise<Json> {
  const { data } = await client.run(
    `query ($id: ID!) { node(id: $id) { ... on EvidenceRequest { state isReopened isOverdue version
       askedBy { id } answers { number verdict decidedBy { id } evidence { id state verdict { value } } }
       availableTransitions { act isAvailable reason message } history(first: 20) { nodes { act } } } } }`,
    { id },
  );
  return data.node;
}

describe('evidenceRequestCreate', () => {
  test('asks for something, by the day on which the campaign wants the documents', async () => {
    const id = randomUUID();
    const payload = await audit.mate.act(
      'evidenceRequestCreate',
      {
        ...asking(),
        id,
        evidenceKindId: await evidenceKindId(api, 'E-NRD'),
        criterionIds: [criteria[3], criteria[0], criteria[3]],
      },
      REQUEST,
    );
    expect(payload).toEqual({
      evidenceRequest: {
        id: globalId('EvidenceRequest', id),
        state: 'OPEN',
        isReopened: false,
        isFromTemplate: false,
        text: 'Le registre des doses de 2026',
        dueOn: '2027-02-12',
        isOverdue: false,
        withdrawalReason: null,
        version: 1,
        evidenceKind: { code: 'E-NRD' },
        criteria: [{ id: criteria[0] }, { id: criteria[3] }],
        audit: { id: audit.auditId },
        auditedService: { id: globalId('AuditedService', audit.serviceId) },
        answers: [],
      },
      replayed: false,
      userErrors: [],
    });
    expect(await entriesOf(api, id)).toMatchObject([
      { act: 'evidenceRequestCreate', campaign_id: audit.campaignId },
    ]);
  });

  test.each([
    ['2027-01-11', '2027-01-11'],
    // A Saturday that is a public holiday, too; Easter Monday.
    ['2027-05-01', '2027-05-03'],
    ['2027-03-29', '2027-03-30'],
  ])('moves a given day on to a working day: %s', async (dueOn, moved) => {
    expect(await asked({ dueOn })).toMatchObject({ dueOn: moved });
  });

  test.each([
    [{ dueOn: '2027-01-10' }, 'DUE_DATE_PAST', ['input', 'dueOn']],
    [{ text: 'x' }, 'VALIDATION', ['input', 'text']],
    [{ evidenceKindId: 'nonsense' }, 'NOT_FOUND', ['input', 'evidenceKindId']],
    [{ criterionIds: ['nonsense'] }, 'CRITERION_NOT_IN_TEMPLATE', ['input', 'criterionIds', '0']],
    [{ auditId: 'nonsense' }, 'NOT_FOUND', ['input', 'auditId']],
  ])('refuses %j with %s and asks nothing', async (change, code, path) => {
    const payload = await audit.lead.act('evidenceRequestCreate', { ...asking(), ...change }, REQUEST);
    expect(payload).toMatchObject({ evidenceRequest: null, userErrors: [{ code, path }] });
    expect(await api.sql('select 1 from evidence_request where audit_id = $1', [audit.uuid])).toEqual([]);
  });

  test('wants a day where the campaign gives none any more', async () => {
    api.clock.set('2027-02-13T08:00:00Z');
    expect(codesOf(await audit.lead.act('evidenceRequestCreate', asking()))).toEqual(['DUE_DATE_NEEDED']);
    expect(await asked({ dueOn: '2027-02-15' })).toMatchObject({ dueOn: '2027-02-15' });
    await api.sql('update audit set visit_on = null where id = $1', [audit.uuid]);
    api.clock.set(TEST_START);
    expect(codesOf(await audit.lead.act('evidenceRequestCreate', asking()))).toEqual(['DUE_DATE_NEEDED']);
  });

  test('refuses a criterion of another template', async () => {
    const [other] = await api.sql<{ id: string }>(
      'select id from criterion where template_version_id = $1 limit 1',
      [await templateVersionId(api, 'T2-CT-OPT')],
    );
    const criterionIds = [globalId('Criterion', other?.id ?? '')];
    expect(codesOf(await audit.lead.act('evidenceRequestCreate', { ...asking(), criterionIds }))).toEqual([
      'CRITERION_NOT_IN_TEMPLATE',
    ]);
  });

  test('is for the team alone, observers left out, from its confirmation to the report', async () => {
    const stranger = api.as((await makeService(api)).managerId);
    const by = async (client: { act: typeof stranger.act }): Promise<string[]> =>
      codesOf(await client.act('evidenceRequestCreate', asking()));
    expect(await by(audit.manager)).toEqual(['FORBIDDEN']);
    expect(await by(audit.coordinator)).toEqual(['FORBIDDEN']);
    expect(await by(audit.observer)).toEqual(['OBSERVER_DOES_NOT_DECIDE']);
    expect(await by(stranger)).toEqual(['NOT_FOUND']);
    const may: string[] = [];
    const [{ states }] = (await api.sql<{ states: string }>(
      `select pg_get_constraintdef(oid) as states from pg_constraint
       where conrelid = 'audit'::regclass and conname = 'audit_state_check'`,
    )) as [{ states: string }];
    for (const [, state = ''] of states.matchAll(/'(\w+)'/g)) {
      await api.sql('update audit set state = $2, suspended_from_state = $3 where id = $1', [
        audit.uuid,
        state,
        state === 'SUSPENDED' ? 'ON_SITE' : null,
      ]);
      const codes = await by(audit.lead);
      if (codes.length === 0) may.push(state);
      else expect(codes).toEqual(['ILLEGAL_TRANSITION']);
    }
    expect(may).toEqual([
      'TEAM_CONFIRMED',
      'SELF_ASSESSMENT',
      'DOCUMENT_REVIEW',
      'ON_SITE',
      'DRAFT_REPORT',
      'CONTRADICTORY',
      'FINALISATION',
    ]);
  });
});

describe('evidenceRequestsFromTemplate', () => {
  const make = () =>
    audit.lead.act(
      'evidenceRequestsFromTemplate',
      { auditId: audit.auditId },
      'evidenceRequests { id text dueOn isFromTemplate evidenceKind { code label } criteria { code } }',
    );

  test('asks once for each kind of document of the template, for all criteria that need it', async () => {
    const { data } = await audit.lead.run(
      `query ($id: ID!) { audit(id: $id) { templateVersion { criteria(first: 100) { nodes { code
         evidenceKinds { code type } } } } } }`,
      { id: audit.auditId },
    );
    const wanted = new Map<string, string[]>();
    for (const { code, evidenceKinds } of data.audit.templateVersion.criteria.nodes) {
      for (const kind of evidenceKinds) {
        if (kind.type === 'DOCUMENT') wanted.set(kind.code, [...(wanted.get(kind.code) ?? []), code]);
      }
    }
    const { evidenceRequests, userErrors } = await make();
    expect(userErrors).toEqual([]);
    const made = evidenceRequests.map((request: Json) => [
      request.evidenceKind.code,
      request.criteria.map(({ code }: Json) => code),
    ]);
    expect(made).toEqual([...wanted].sort());
    expect(made.map(([code]: Json) => code)).toEqual(
      'E-ACT E-AUDIT E-IT E-PJUST E-PLAN E-PREG E-SMQ E-STAFF'.split(' '),
    );
    for (const request of evidenceRequests) {
      expect(request).toMatchObject({
        isFromTemplate: true,
        dueOn: '2027-02-12',
        text: request.evidenceKind.label,
      });
      expect(await entriesOf(api, uuidIn(request.id))).toMatchObject([
        { act: 'evidenceRequestsFromTemplate' },
      ]);
    }
  });

  test('asks again for nothing but what was withdrawn', async () => {
    const { evidenceRequests } = await make();
    expect(await make()).toMatchObject({
      evidenceRequests: null,
      userErrors: [{ code: 'TEMPLATE_ASKS_NOTHING_MORE' }],
    });
    const [first] = evidenceRequests;
    await move('lead', 'evidenceRequestWithdraw', first.id, { reason: 'Erreur.' });
    const again = await make();
    expect(again.evidenceRequests).toMatchObject([{ evidenceKind: first.evidenceKind }]);
    expect(again.evidenceRequests[0].id).not.toBe(first.id);
  });
});

describe('the life of a request', () => {
  test('answered in part, rejected, answered again, accepted with its evidence', async () => {
    const { id } = await asked({ criterionIds: criteria.slice(0, 2) });
    const [one, other] = [await makeEvidence(api, audit), await makeEvidence(api, audit)];
    expect(await answer(id, [one], { remark: ' Voici. ', missing: 'Décembre' })).toMatchObject({
      evidenceRequest: {
        state: 'ANSWERED',
        answers: [
          { number: 1, remark: 'Voici.', missing: 'Décembre', verdict: null, evidence: [{ id: one }] },
        ],
      },
    });
    const reason = 'Il manque décembre.';
    expect(await move('lead', 'evidenceRequestReject', id, { reason })).toMatchObject({
      evidenceRequest: { state: 'REJECTED', answers: [{ verdict: 'REJECTED', verdictReason: reason }] },
    });
    // What was not enough here may do elsewhere.
    expect((await read(id)).answers[0].evidence).toEqual([{ id: one, state: 'CLEAN', verdict: null }]);
    expect(await answer(id, [one, other, one])).toMatchObject({
      evidenceRequest: { state: 'ANSWERED', answers: [{ number: 1 }, { number: 2, missing: null }] },
    });
    const accepted = await move('mate', 'evidenceRequestAccept', id);
    expect(accepted).toMatchObject({
      evidenceRequest: {
        state: 'ACCEPTED',
        answers: [{ verdict: 'REJECTED' }, { verdict: 'ACCEPTED', verdictReason: null }],
      },
    });
    const found = await read(id);
    expect(found.answers[1].evidence).toHaveLength(2);
    expect(found.answers[1].evidence.map(({ verdict }: Json) => verdict)).toEqual([
      { value: 'ACCEPTED' },
      { value: 'ACCEPTED' },
    ]);
    expect(found.history.nodes.map(({ act }: Json) => act)).toEqual([
      'evidenceRequestCreate',
      'evidenceRequestAnswer',
      'evidenceRequestReject',
      'evidenceRequestAnswer',
      'evidenceRequestAccept',
    ]);
    expect(found.availableTransitions).toEqual([]);
    expect(codesOf(await answer(id, [one]))).toEqual(['ILLEGAL_TRANSITION']);
    expect(codesOf(await move('lead', 'evidenceRequestWithdraw', id, { reason: 'Trop tard.' }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });

  test('one piece answers many requests', async () => {
    const ids = [(await asked()).id, (await asked({ text: 'Le même' })).id];
    const piece = await makeEvidence(api, audit);
    for (const id of ids) expect(codesOf(await answer(id, [piece]))).toEqual([]);
    const { data } = await audit.manager.run(
      `query ($id: ID!) { node(id: $id) { ... on Evidence { answers { request { id } } } } }`,
      { id: piece },
    );
    expect(data.node.answers.map(({ request }: Json) => request.id).sort()).toEqual([...ids].sort());
  });

  test('another answer takes the place of one that nobody has decided on', async () => {
    const { id } = await asked();
    const [one, other] = [await makeEvidence(api, audit), await makeEvidence(api, audit)];
    await answer(id, [one], { missing: 'La suite' });
    const payload = await answer(id, [other]);
    expect(payload.evidenceRequest).toMatchObject({
      version: 3,
      answers: [{ number: 1, missing: null, evidence: [{ id: other }] }],
    });
    // Who was about to accept the first one read an older version.
    const stale = { evidenceRequestId: id, expectedVersion: 2 };
    expect(codesOf(await audit.lead.act('evidenceRequestAccept', stale))).toEqual(['STALE_VERSION']);
  });

  test('is read again when the service changes what it gave', async () => {
    const { id } = await asked();
    const piece = await makeEvidence(api, audit);
    await answer(id, [piece]);
    const update = { evidenceId: piece, expectedVersion: 1, note: 'Tout autre chose.' };
    expect(codesOf(await audit.manager.act('evidenceUpdate', update))).toEqual([]);
    const stale = { evidenceRequestId: id, expectedVersion: 2 };
    expect(codesOf(await audit.lead.act('evidenceRequestAccept', stale))).toEqual(['STALE_VERSION']);
    expect((await read(id)).version).toBe(3);
  });

  test('is not accepted while some of the evidence has not been looked into', async () => {
    const { id } = await asked();
    const waiting = await makeEvidence(api, audit, { kind: 'FILE', state: 'QUARANTINED' });
    await answer(id, [waiting, await makeEvidence(api, audit)]);
    expect(await move('lead', 'evidenceRequestAccept', id)).toMatchObject({
      evidenceRequest: null,
      userErrors: [{ code: 'EVIDENCE_UNCHECKED' }],
    });
    expect((await read(id, audit.lead)).availableTransitions).toMatchObject([
      {
        act: 'evidenceRequestAccept',
        isAvailable: false,
        reason: 'EVIDENCE_UNCHECKED',
        message: expect.stringContaining('(1)'),
      },
      { act: 'evidenceRequestReject', isAvailable: true },
      { act: 'evidenceRequestWithdraw', isAvailable: true },
    ]);
    await api.sql(`update evidence set state = 'CLEAN' where id = $1`, [uuidIn(waiting)]);
    expect(codesOf(await move('lead', 'evidenceRequestAccept', id))).toEqual([]);
  });

  test.each([
    [{ evidenceIds: [] }, 'VALIDATION', ['input', 'evidenceIds']],
    [{ evidenceIds: ['nonsense'] }, 'EVIDENCE_NOT_OF_AUDIT', ['input', 'evidenceIds', '0']],
    [{ remark: 'x'.repeat(2001) }, 'VALIDATION', ['input', 'remark']],
    [{ expectedVersion: 7 }, 'STALE_VERSION', ['input', 'expectedVersion']],
  ])('refuses the answer %j with %s', async (change, code, path) => {
    const { id } = await asked();
    expect(await answer(id, [await makeEvidence(api, audit)], change)).toMatchObject({
      userErrors: [{ code, path }],
    });
    expect(await read(id)).toMatchObject({ state: 'OPEN', answers: [], version: 1 });
  });

  test('is not answered with what is of another audit, not sent, refused or turned down', async () => {
    const { id } = await asked();
    const other = await makeGradableAudit(api, { state: 'DOCUMENT_REVIEW' });
    const clean = await makeEvidence(api, audit);
    const turnedDown = await makeEvidence(api, audit);
    const why = { evidenceId: turnedDown, expectedVersion: 1, reason: 'Illisible.' };
    expect(codesOf(await audit.lead.act('evidenceTurnDown', why))).toEqual([]);
    for (const [piece, code] of [
      [await makeEvidence(api, other), 'EVIDENCE_NOT_OF_AUDIT'],
      [await makeEvidence(api, audit, { kind: 'FILE', state: 'UPLOADING' }), 'EVIDENCE_NOT_USABLE'],
      [await makeEvidence(api, audit, { kind: 'FILE', state: 'REJECTED' }), 'EVIDENCE_NOT_USABLE'],
      [turnedDown, 'EVIDENCE_NOT_USABLE'],
    ] as const) {
      expect(await answer(id, [clean, piece])).toMatchObject({
        userErrors: [{ code, path: ['input', 'evidenceIds', '1'] }],
      });
    }
    expect(await read(id)).toMatchObject({ state: 'OPEN', answers: [] });
  });

  test('each of its acts is for those who may do it', async () => {
    const { id } = await asked();
    const evidenceIds = [await makeEvidence(api, audit)];
    expect(codesOf(await move('lead', 'evidenceRequestAnswer', id, { evidenceIds }))).toEqual(['FORBIDDEN']);
    await answer(id, evidenceIds);
    const reason = 'Parce que.';
    for (const act of ['evidenceRequestAccept', 'evidenceRequestReject', 'evidenceRequestWithdraw']) {
      expect(codesOf(await move('manager', act, id, { reason }))).toEqual(['FORBIDDEN']);
      expect(codesOf(await move('observer', act, id, { reason }))).toEqual(['OBSERVER_DOES_NOT_DECIDE']);
      expect(codesOf(await move('coordinator', act, id, { reason }))).toEqual(['NOT_FOUND']);
    }
    await api.sql(`update audit set state = 'REPORT_ISSUED' where id = $1`, [audit.uuid]);
    for (const act of ['evidenceRequestAccept', 'evidenceRequestReject', 'evidenceRequestWithdraw'])
      expect(codesOf(await move('lead', act, id, { reason }))).toEqual(['AUDIT_STATE_FORBIDS']);
    expect(await read(id)).toMatchObject({ state: 'ANSWERED', version: 2 });
  });
});

describe('what was given and is lost', () => {
  const REFUSE = `update evidence set state = 'REJECTED', version = version + 1 where id = $1`;

  test('opens the request again, visibly, and another answer counts on', async () => {
    const { id } = await asked({ dueOn: '2027-01-20' });
    const [one, other] = [await makeEvidence(api, audit), await makeEvidence(api, audit)];
    await answer(id, [one, other]);
    await move('lead', 'evidenceRequestAccept', id);
    await api.sql(REFUSE, [uuidIn(one)]);
    expect(await read(id)).toMatchObject({ state: 'ACCEPTED', isReopened: false });
    await api.sql(REFUSE, [uuidIn(other)]);
    api.clock.set('2027-01-21T08:00:00Z');
    expect(await read(id)).toMatchObject({
      state: 'OPEN',
      isReopened: true,
      isOverdue: true,
      availableTransitions: [{ act: 'evidenceRequestAnswer', isAvailable: true }],
    });
    const { data } = await audit.manager.run(
      `query ($id: ID!) { audit(id: $id) {
         open: evidenceRequests(first: 5, filter: { states: [OPEN] }) { nodes { id } }
         accepted: evidenceRequests(first: 5, filter: { states: [ACCEPTED] }) { totalCount }
         evidenceProgress { openCount acceptedCount overdueCount } } }`,
      { id: audit.auditId },
    );
    expect(data.audit).toEqual({
      open: { nodes: [{ id }] },
      accepted: { totalCount: 0 },
      evidenceProgress: { openCount: 1, acceptedCount: 0, overdueCount: 1 },
    });
    expect(codesOf(await move('lead', 'evidenceRequestReject', id, { reason: 'Rien.' }))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
    const payload = await answer(id, [await makeEvidence(api, audit)]);
    expect(payload.evidenceRequest).toMatchObject({
      state: 'ANSWERED',
      isReopened: false,
      answers: [
        { number: 1, verdict: 'ACCEPTED' },
        { number: 2, verdict: null },
      ],
    });
  });

  test('counts alike when the team turns it down', async () => {
    const { id } = await asked();
    const piece = await makeEvidence(api, audit);
    await answer(id, [piece]);
    await move('lead', 'evidenceRequestAccept', id);
    const why = { evidenceId: piece, expectedVersion: 1, reason: 'Ce n’est pas le bon registre.' };
    expect(codesOf(await audit.lead.act('evidenceTurnDown', why))).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'OPEN', isReopened: true });
    // What the service corrects is not accepted by itself.
    const corrected = { evidenceId: piece, expectedVersion: 1, note: 'Le bon registre.' };
    expect(codesOf(await audit.manager.act('evidenceUpdate', corrected))).toEqual([]);
    expect(await read(id)).toMatchObject({ state: 'OPEN', isReopened: true });
    expect((await answer(id, [piece])).evidenceRequest).toMatchObject({
      state: 'ANSWERED',
      answers: [
        { number: 1, verdict: 'ACCEPTED' },
        { number: 2, verdict: null },
      ],
    });
  });

  test('answers again once the service has corrected what was turned down before a decision', async () => {
    const { id } = await asked();
    const piece = await makeEvidence(api, audit);
    await answer(id, [piece]);
    const about = { evidenceId: piece, expectedVersion: 1 };
    await audit.lead.act('evidenceTurnDown', { ...about, reason: 'Illisible.' });
    expect(await read(id)).toMatchObject({ state: 'OPEN', isReopened: true });
    await audit.manager.act('evidenceUpdate', { ...about, note: 'Lisible.' });
    expect(await read(id)).toMatchObject({ state: 'ANSWERED', isReopened: false });
    expect(codesOf(await move('lead', 'evidenceRequestAccept', id))).toEqual([]);
  });
});

describe('who sees requests', () => {
  const QUERY = `query ($id: ID!, $request: ID!, $service: ID!) {
    node(id: $request) { ... on EvidenceRequest { text askedBy { id } } }
    audit(id: $id) { evidenceRequests(first: 5) { totalCount nodes { id } }
      evidenceProgress { openCount answeredCount acceptedCount rejectedCount overdueCount } }
    auditedService(id: $service) { evidenceRequests(first: 5) { totalCount } } }`;

  test('the service and the team; the coordination reads numbers alone, a stranger nothing', async () => {
    const { id } = await asked({ dueOn: '2027-01-12' });
    const answered = await asked();
    await answer(answered.id, [await makeEvidence(api, audit)]);
    const withdrawn = await asked();
    await move('lead', 'evidenceRequestWithdraw', withdrawn.id, { reason: 'Inutile.' });
    api.clock.set('2027-01-13T08:00:00Z');
    const variables = {
      id: audit.auditId,
      request: id,
      service: globalId('AuditedService', audit.serviceId),
    };
    const progress = { openCount: 1, answeredCount: 1, acceptedCount: 0, rejectedCount: 0, overdueCount: 1 };
    for (const who of ['manager', 'contributor', 'lead', 'mate', 'observer'] as const) {
      const { data } = await audit[who].run(QUERY, variables);
      const isTeam = ['lead', 'mate', 'observer'].includes(who);
      expect(data.node).toEqual({
        text: asking().text,
        askedBy: isTeam ? { id: globalId('Auditor', audit.leadId) } : null,
      });
      expect(data.audit).toMatchObject({ evidenceRequests: { totalCount: 3 }, evidenceProgress: progress });
      expect(data.auditedService).toEqual({ evidenceRequests: { totalCount: 3 } });
    }
    const hidden = { evidenceRequests: { totalCount: 0 } };
    expect((await audit.coordinator.run(QUERY, variables)).data).toEqual({
      node: null,
      audit: { evidenceRequests: { totalCount: 0, nodes: [] }, evidenceProgress: progress },
      auditedService: hidden,
    });
    const stranger = api.as((await makeService(api)).managerId);
    expect((await stranger.run(QUERY, variables)).data).toEqual({
      node: null,
      audit: null,
      auditedService: hidden,
    });
  });

  test('are found by state, day and criterion, and sorted by day', async () => {
    const late = await asked({ dueOn: '2027-02-01', criterionIds: [criteria[1]] });
    const soon = await asked({ dueOn: '2027-01-15', criterionIds: [criteria[0]] });
    const { data } = await audit.lead.run(
      `query ($id: ID!, $criterion: ID!) { audit(id: $id) {
         sorted: evidenceRequests(first: 5, sort: DUE_ON) { nodes { id } }
         soon: evidenceRequests(first: 5, filter: { dueBefore: "2027-02-01" }) { nodes { id } }
         of: evidenceRequests(first: 5, filter: { criterionIds: [$criterion], states: [OPEN] }) { nodes { id } } } }`,
      { id: audit.auditId, criterion: criteria[1] },
    );
    expect(data.audit).toEqual({
      sorted: { nodes: [{ id: soon.id }, { id: late.id }] },
      soon: { nodes: [{ id: soon.id }] },
      of: { nodes: [{ id: late.id }] },
    });
  });
});
