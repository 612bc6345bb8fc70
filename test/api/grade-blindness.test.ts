import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAccount, makeAssignment, makeAuditor } from '../support/factories';
import {
  makeGradableAudit,
  makeGrades,
  makeSubmission,
  type GradableAudit,
  type GradableSection,
} from '../support/grades-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** Everything a client can find out about an audit's auditor grades, through every path of the API. */
async function known(client: ApiClient, audit: GradableAudit, gradeIds: readonly string[]) {
  const { data, errors } = await client.run(
    `query ($id: ID!, $ids: [ID!]!, $first: ID!) {
      audit(id: $id) {
        page: grades(first: 100, filter: { stages: [AUDITOR] }) { totalCount nodes { id } edges { cursor node { id } } }
        back: grades(last: 100, filter: { stages: [AUDITOR] }) { nodes { id } }
        conform: grades(first: 1, filter: { stages: [AUDITOR], values: [CONFORM] }) { totalCount pageInfo { endCursor hasNextPage } }
        scores(stage: AUDITOR) { score }
      }
      nodes(ids: $ids) { id }
      node(id: $first) { ... on Grade { value auditor { id } } }
    }`,
    { id: audit.auditId, ids: gradeIds, first: gradeIds[0] },
  );
  expect(errors).toBeUndefined();
  const seen = data['audit'];
  return {
    page: seen['page']['nodes'].map((node: Json) => String(node['id'])).sort(),
    edges: seen['page']['edges'].length as number,
    back: seen['back']['nodes'].length as number,
    total: seen['page']['totalCount'] as number,
    conform: seen['conform']['totalCount'] as number,
    scores: seen['scores'].length as number,
    nodes: data['nodes'].filter((node: Json) => node !== null).length as number,
    node: (data['node']?.['value'] ?? null) as string | null,
  };
}

/** What someone knows who sees the given grades, all of them conform. */
function knowing(ids: readonly string[], node: string | null, nodes = 0) {
  return {
    page: [...ids].sort(),
    edges: ids.length,
    back: ids.length,
    total: ids.length,
    conform: ids.length,
    scores: 0,
    nodes,
    node,
  };
}

const blind = knowing([], null);

async function gradedByBoth(columns: Record<string, unknown> = {}) {
  const audit = await makeGradableAudit(api, { columns });
  const [section, other] = audit.sections;
  if (!section || !other) throw new Error('a template needs two sections');
  const lead = await makeGrades(api, audit, section, {
    stage: 'AUDITOR',
    auditorId: audit.leadId,
    values: ['CONFORM'],
  });
  const mate = await makeGrades(api, audit, section, {
    stage: 'AUDITOR',
    auditorId: audit.mateId,
    values: ['CONFORM'],
  });
  return { audit, section, other, lead, mate };
}

describe('grades of the two auditors', () => {
  test('are each seen by their own rater alone, until both have submitted the section', async () => {
    const { audit, section, other, lead, mate } = await gradedByBoth();
    const own = knowing(mate, null);

    expect(await known(audit.mate, audit, lead)).toEqual(own);
    expect(await known(audit.lead, audit, mate)).toEqual(knowing(lead, null));
    expect(await known(audit.observer, audit, lead)).toEqual(blind);

    // One has submitted, and both have submitted something else: still blind, in both directions.
    await makeSubmission(api, audit, section, audit.leadId);
    await makeSubmission(api, audit, other, audit.leadId);
    await makeSubmission(api, audit, other, audit.mateId);
    expect(await known(audit.mate, audit, lead)).toEqual(own);
    expect(await known(audit.lead, audit, mate)).toEqual(knowing(lead, null));
    expect(await known(audit.observer, audit, lead)).toEqual(blind);

    await makeSubmission(api, audit, section, audit.mateId);
    const both = [...lead, ...mate];
    expect(await known(audit.mate, audit, lead)).toEqual(knowing(both, 'CONFORM', lead.length));
    expect(await known(audit.lead, audit, mate)).toEqual(knowing(both, 'CONFORM', mate.length));
    expect(await known(audit.observer, audit, lead)).toEqual(knowing(both, 'CONFORM', lead.length));
    expect(await known(audit.manager, audit, lead)).toEqual(blind);
    expect(await known(audit.contributor, audit, lead)).toEqual(blind);
    expect(await known(audit.coordinator, audit, lead)).toEqual(blind);
  });

  test('close again when a new auditor takes a seat, who must judge blind as well', async () => {
    const { audit, section, lead, mate } = await gradedByBoth();
    await makeSubmission(api, audit, section, audit.leadId);
    await makeSubmission(api, audit, section, audit.mateId);

    await api.sql(`update assignment set state = 'REPLACED' where id = $1`, [audit.mateAssignmentId]);
    expect(await known(audit.lead, audit, mate)).toEqual(knowing(lead, null));

    const successor = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
    await makeAssignment(api, {
      auditId: audit.uuid,
      auditorId: successor.auditorId,
      seat: 'RADIOGRAPHER',
    });
    expect(await known(api.as(successor.accountId), audit, lead)).toEqual(blind);
    expect(await known(audit.lead, audit, mate)).toEqual(knowing(lead, null));
    expect(
      (await audit.mate.run('query ($id: ID!) { audit(id: $id) { id } }', { id: audit.auditId })).data,
    ).toEqual({ audit: null });
  });

  test('are open to the coordination once the report is issued, never to the service', async () => {
    const { audit, lead, mate } = await gradedByBoth({
      draft_shared_at: '2027-01-05T08:00:00Z',
      report_issued_at: '2027-01-08T08:00:00Z',
    });
    const both = [...lead, ...mate];
    expect(await known(audit.coordinator, audit, lead)).toEqual(knowing(both, 'CONFORM', lead.length));
    expect(await known(audit.manager, audit, lead)).toEqual(blind);
  });

  test('cannot be guessed through a write: another’s grade looks absent', async () => {
    const { audit, lead } = await gradedByBoth();
    const answer = await audit.mate.act(
      'consensusAgree',
      { gradeId: lead[0], expectedVersion: 9 },
      'grade { id }',
    );
    const absent = await audit.mate.act(
      'consensusAgree',
      {
        gradeId: Buffer.from('Grade:00000000-0000-4000-8000-000000000000').toString('base64url'),
        expectedVersion: 9,
      },
      'grade { id }',
    );
    expect(answer).toEqual(absent);
    expect(answer.userErrors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'gradeId'] }]);
  });
});

describe('consensus grades', () => {
  const QUERY = `query ($id: ID!) { audit(id: $id) {
    grades(first: 100, filter: { stages: [CONSENSUS] }) { totalCount nodes { auditor { id } agreedBy { id } } }
    scores(stage: CONSENSUS) { section { code } stage score gradedCount applicableCount }
  } }`;

  async function consensus(section: GradableSection, audit: GradableAudit) {
    return makeGrades(api, audit, section, {
      stage: 'CONSENSUS',
      auditorId: audit.leadId,
      agreedById: audit.mateId,
      values: ['CONFORM', 'PARTIAL'],
    });
  }

  it('stay hidden from whoever takes a seat later, until he has submitted the section himself', async () => {
    const audit = await makeGradableAudit(api);
    const [section] = audit.sections;
    if (!section) throw new Error('a template without sections');
    await consensus(section, audit);
    const late = await makeAuditor(api, { profession: 'MEDICAL_PHYSICIST' });
    await makeAssignment(api, { auditId: audit.uuid, auditorId: late.auditorId, seat: 'MEDICAL_PHYSICIST' });
    const seen = async () => (await api.as(late.accountId).run(QUERY, { id: audit.auditId })).data['audit'];
    expect(await seen()).toEqual({ grades: { totalCount: 0, nodes: [] }, scores: [] });
    await makeSubmission(api, audit, section, late.auditorId);
    expect((await seen()).grades.totalCount).toBe(section.criterionIds.length);
  });

  test.each([
    ['before the draft is shared', {}, false, false],
    ['with the draft', { draft_shared_at: '2027-01-05T08:00:00Z' }, true, false],
    [
      'with the report',
      { draft_shared_at: '2027-01-05T08:00:00Z', report_issued_at: '2027-01-08T08:00:00Z' },
      true,
      true,
    ],
  ])(
    'are seen by service and coordination as the report travels: %s',
    async (_, columns, service, coordination) => {
      const audit = await makeGradableAudit(api, { columns });
      const [section] = audit.sections;
      if (!section) throw new Error('a template without sections');
      await consensus(section, audit);
      const expected = async (client: ApiClient, sees: boolean, seesRaters: boolean) => {
        const { data, errors } = await client.run(QUERY, { id: audit.auditId });
        expect(errors).toBeUndefined();
        const { grades, scores } = data['audit'] as { grades: Record<string, unknown>; scores: unknown[] };
        expect(grades['totalCount']).toBe(sees ? section.criterionIds.length : 0);
        expect(scores).toHaveLength(sees ? audit.sections.length : 0);
        if (!sees) return;
        const raters = {
          auditor: { id: expect.any(String) as string },
          agreedBy: { id: expect.any(String) as string },
        };
        expect(grades['nodes']).toEqual(
          section.criterionIds.map(() => (seesRaters ? raters : { auditor: null, agreedBy: null })),
        );
      };
      await expected(audit.lead, true, true);
      await expected(audit.observer, true, true);
      await expected(audit.manager, service, false);
      await expected(audit.coordinator, coordination, true);
    },
  );

  test('have scores by section, from the criteria that count', async () => {
    const audit = await makeGradableAudit(api);
    const [section] = audit.sections;
    if (!section) throw new Error('a template without sections');
    await makeGrades(api, audit, section, {
      stage: 'CONSENSUS',
      auditorId: audit.leadId,
      values: ['PARTIAL', 'NOT_EVALUATED'],
    });
    const { data } = await audit.lead.run(QUERY, { id: audit.auditId });
    const [first, ...others] = data['audit']['scores'];
    const graded = section.criterionIds.length;
    expect(first).toMatchObject({
      stage: 'CONSENSUS',
      score: 0.5,
      gradedCount: graded,
      applicableCount: Math.ceil(graded / 2),
    });
    expect(others.map(({ score }: Json) => score)).toEqual(others.map(() => null));
  });
});

test('a tie with the service hides grades from a coordinator who also works there', async () => {
  const { audit, lead } = await gradedByBoth({
    draft_shared_at: '2027-01-05T08:00:00Z',
    report_issued_at: '2027-01-08T08:00:00Z',
  });
  const { accountId, personId } = await makeAccount(api, {
    roles: ['COORDINATOR'],
    services: { [audit.serviceId]: 'SERVICE_READER' },
  });
  await api.sql(
    `insert into affiliation (id, person_id, organisation_id, kind, from_date, source)
     select gen_random_uuid(), $1, organisation_id, 'EMPLOYMENT', '2020-01-01', 'DECLARED'
     from service_organisation where audited_service_id = $2`,
    [personId, audit.serviceId],
  );
  expect(await known(api.as(accountId), audit, lead)).toEqual(blind);
});

test('an auditor who is a coordinator too sees no more of his own audit than his team mates', async () => {
  const { audit, lead } = await gradedByBoth();
  await api.sql(
    `insert into role_grant (id, account_id, role, from_date) values (gen_random_uuid(), $1, 'COORDINATOR', '2020-01-01')`,
    [audit.leadAccountId],
  );
  expect(await known(audit.lead, audit, lead)).toEqual(knowing(lead, 'CONFORM', lead.length));
});
