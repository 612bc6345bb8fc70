import type { DataSource } from 'typeorm';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import {
  addThird,
  allWell,
  drawSample,
  judgeAll,
  makeCaseAudit,
  ratingsOf,
  submitReviews,
  type CaseAudit,
  type DrawnSample,
  type Judge,
} from '../support/case-factories';
import { makeAssignment, makeAuditor, makeCoordinator } from '../support/factories';
import { uuidIn } from '../support/grades-factories';
import { connectTo } from '../support/data-source';
import { codesOf } from '../support/teams-factories';

let api: TestApi;
let runtime: DataSource;
beforeAll(async () => {
  api = await openApi();
  runtime = await connectTo(api);
});
afterAll(async () => {
  await runtime.destroy();
  await api.close();
});

type Ask = (text: string, values: unknown[]) => Promise<Record<string, unknown>[]>;

/** Asks the database with the rights of requests, entered as an account; nothing stays. */
async function inDatabase<T>(account: string, work: (ask: Ask) => Promise<T>, isActing = false): Promise<T> {
  const runner = runtime.createQueryRunner();
  await runner.startTransaction();
  try {
    await runner.query(
      `select app.enter($1, 1, '2027-01-11', $1, false), set_config('app.acting', $2, true)`,
      [account, isActing ? 'on' : ''],
    );
    return await work((text, values) => runner.query(text, values) as Promise<Record<string, unknown>[]>);
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}

const MARK = 'remarque-du-premier';

/** One who disagrees with whoever finds all well, on the first record. */
const harsh: Judge = (criterion, position) =>
  position === 1 ? (allWell(criterion, 1) === 'J' ? 'N' : 'NO') : allWell(criterion, position);

/** Everything that a client can find out about the reviews of a sample, through every path of the API. */
async function known(
  client: ApiClient,
  audit: CaseAudit,
  sample: DrawnSample,
  ids: readonly string[],
): Promise<string> {
  const review = 'id value remark minutes capturedAt createdAt version criterion { id } sampledCase { id }';
  const { data, errors } = await client.run(
    `query ($id: ID!, $audit: ID!, $ids: [ID!]!, $case: ID!) {
      caseSample(id: $id) {
        state version updatedAt
        reviews(first: 100) { totalCount nodes { ${review} } edges { cursor } pageInfo { hasNextPage endCursor } }
        back: reviews(last: 1) { nodes { id } pageInfo { hasPreviousPage startCursor } }
        outcomes(first: 100) { totalCount nodes { id value ratings remarks } }
        cases(first: 100) { nodes { version updatedAt reviews(first: 50) { totalCount nodes { id } } } }
        submissions { id isOwn createdAt }
        results { total rate { x n } rawAgreement }
        rounds { difference }
        history(first: 50) { totalCount nodes { act createdAt } }
        availableTransitions { act to isAvailable reason message }
      }
      audit(id: $audit) { version updatedAt caseSamples { state reviews(first: 100) { totalCount } } history(first: 100) { nodes { act } } }
      nodes(ids: $ids) { id }
      one: node(id: $case) { ... on SampledCase { reviews(first: 50) { totalCount nodes { ${review} } } } }
    }`,
    { id: sample.id, audit: audit.auditId, ids, case: sample.cases[0]?.id },
  );
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
}

/** The global ids of the reviews of an auditor. */
async function reviewsOf(auditorId: string): Promise<string[]> {
  const rows = await api.sql<{ id: string }>('select id from case_review where auditor_id = $1 order by id', [
    auditorId,
  ]);
  return rows.map(({ id }) => Buffer.from(`CaseReview:${id}`).toString('base64url'));
}

describe('before both have submitted', () => {
  it('what the other judged leaves no trace that anybody but he could read: not a byte', async () => {
    const audit = await makeCaseAudit(api);
    const third = await addThird(api, audit);
    const sample = await drawSample(audit);
    const others = [audit.mate, audit.observer, third, audit.manager, audit.reader, audit.coordinator];
    const foreign = Array.from({ length: 5 }, () =>
      Buffer.from(`CaseReview:${crypto.randomUUID()}`).toString('base64url'),
    );
    const before = await Promise.all(others.map((client) => known(client, audit, sample, foreign)));

    const reviews = ratingsOf(sample, harsh).map((row) => ({ ...row, remark: MARK, minutes: 7 }));
    const recorded = await audit.lead.act('caseReviewsRecord', { caseSampleId: sample.id, reviews });
    expect(recorded.userErrors).toEqual([]);
    const ids = (await reviewsOf(audit.leadId)).slice(0, 5);
    expect(ids).toHaveLength(5);

    const after = await Promise.all(others.map((client) => known(client, audit, sample, ids)));
    expect(after).toEqual(before);
    const own = await known(audit.lead, audit, sample, ids);
    expect(own).toContain(MARK);
  });

  it('the first submission tells that it happened, and nothing else', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    await judgeAll(audit.lead, sample, harsh);
    expect(await submitReviews(audit.lead, sample)).toBe('REVIEWING');
    const seen = JSON.parse(await known(audit.mate, audit, sample, await reviewsOf(audit.leadId)));
    expect(seen.caseSample).toMatchObject({
      state: 'REVIEWING',
      reviews: { totalCount: 0 },
      outcomes: { totalCount: 0 },
      results: [],
      submissions: [{ isOwn: false }],
    });
    expect(seen.nodes.every((node: Json) => node === null)).toBe(true);
    // Whether the two will disagree is told by no move that is offered.
    await judgeAll(audit.mate, sample, allWell);
    const offered = (await known(audit.mate, audit, sample, [])).match(
      /"availableTransitions":\[[^\]]*\]/,
    )?.[0];
    const agreeing = await makeCaseAudit(api);
    const same = await drawSample(agreeing);
    await judgeAll(agreeing.lead, same, allWell);
    await submitReviews(agreeing.lead, same);
    await judgeAll(agreeing.mate, same, allWell);
    const offeredToo = (await known(agreeing.mate, agreeing, same, [])).match(
      /"availableTransitions":\[[^\]]*\]/,
    )?.[0];
    expect(offered).toBe(offeredToo);
  });

  it('a write finds no more than a read: another’s review looks absent', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    await judgeAll(audit.lead, sample, harsh);
    const [row] = ratingsOf(sample);
    const record = (more: Record<string, unknown>): Promise<Json> =>
      audit.mate.act(
        'caseReviewsRecord',
        { caseSampleId: sample.id, reviews: [{ ...row, ...more }] },
        'rows { caseReviewId }',
      );
    // The version of the other's review is no version of one's own.
    expect(codesOf(await record({ expectedVersion: 1 }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await record({}))).toEqual([]);
    const submitted = await audit.mate.act('caseReviewsSubmit', { caseSampleId: sample.id });
    const missing = sample.cases.length * sample.criteria.size - 1;
    expect(submitted.userErrors[0]).toMatchObject({ code: 'CASE_REVIEWS_INCOMPLETE' });
    expect(submitted.userErrors[0].message).toContain(String(missing));
  });

  it('the database gives it to nobody else either, whatever the first wall lets through', async () => {
    const audit = await makeCaseAudit(api);
    const third = await addThird(api, audit);
    expect(third).toBeDefined();
    const sample = await drawSample(audit);
    await judgeAll(audit.lead, sample, harsh);
    const seen = (account: string, table: string): Promise<number> =>
      inDatabase(account, (ask) =>
        ask(`select count(*)::int as n from ${table} where case_sample_id = $1`, [uuidIn(sample.id)]),
      ).then(([row]) => Number(row?.['n']));
    const accounts = await api.sql<{ id: string; isLead: boolean }>(
      `select distinct o.id, u.id = $2 as "isLead" from account o left join auditor u on u.person_id = o.person_id
       left join assignment m on m.auditor_id = u.id and m.audit_id = $1
       left join role_grant g on g.account_id = o.id and (g.audited_service_id = $3 or g.role = 'COORDINATOR')
       where m.id is not null or g.id is not null`,
      [audit.uuid, audit.leadId, audit.serviceId],
    );
    expect(accounts.length).toBeGreaterThanOrEqual(7);
    for (const { id, isLead } of accounts) {
      expect(await seen(id, 'case_review')).toBe(isLead ? 5 * sample.criteria.size : 0);
      expect(await seen(id, 'case_list_record')).toBe(0);
    }
  });
});

describe('after both have submitted', () => {
  async function disputed() {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    const reviews = ratingsOf(sample, harsh).map((row) => ({ ...row, remark: MARK, minutes: 7 }));
    await audit.lead.act('caseReviewsRecord', { caseSampleId: sample.id, reviews });
    await judgeAll(audit.mate, sample, allWell);
    await submitReviews(audit.lead, sample);
    expect(await submitReviews(audit.mate, sample)).toBe('ARBITRATION');
    return { audit, sample };
  }

  it('the team reads both ratings without names, and nobody else anything', async () => {
    const { audit, sample } = await disputed();
    const third = await addThird(api, audit);
    const read = async (client: ApiClient): Promise<Json> =>
      (
        await client.run(
          `query ($id: ID!) { caseSample(id: $id) { outcomes(first: 100, filter: { isOpen: true }) { totalCount nodes {
            basis value ratings disagreement remarks proposedValue isOwnProposal decisionRemark
            criterion { code } sampledCase { position } } } } }`,
          { id: sample.id },
        )
      ).data.caseSample.outcomes;
    for (const client of [audit.lead, audit.mate, third, audit.observer]) {
      const outcomes = await read(client);
      expect(outcomes.totalCount).toBe(sample.criteria.size);
      const justified = outcomes.nodes.find(({ criterion }: Json) => criterion.code === 'T1-C1');
      expect(justified).toEqual({
        basis: null,
        value: null,
        ratings: ['J', 'N'],
        disagreement: 'SIGNIFICANT',
        remarks: [MARK],
        proposedValue: null,
        isOwnProposal: false,
        decisionRemark: null,
        criterion: { code: 'T1-C1' },
        sampledCase: { position: 1 },
      });
    }
    for (const client of [audit.manager, audit.reader, audit.coordinator])
      expect(await read(client)).toEqual({ totalCount: 0, nodes: [] });
    // Reviews stay their author's for good: minutes and hours would tell who is who.
    const ids = await reviewsOf(audit.leadId);
    for (const client of [audit.mate, third, audit.observer]) {
      const { data } = await client.run('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
      expect(data.nodes.every((node: Json) => node === null)).toBe(true);
    }
  });

  it('reviews are closed: neither changed nor added to, in the API and in the database', async () => {
    const { audit, sample } = await disputed();
    const change = { caseSampleId: sample.id, reviews: ratingsOf(sample, allWell).slice(0, 1) };
    expect(codesOf(await audit.lead.act('caseReviewsRecord', change))).toEqual(['ILLEGAL_TRANSITION']);
    const again = await audit.lead.act('caseReviewsSubmit', { caseSampleId: sample.id });
    expect(codesOf(again)).toEqual(['ILLEGAL_TRANSITION']);
    const [lead] = await api.sql<{ id: string }>(
      'select o.id from account o join auditor u on u.person_id = o.person_id where u.id = $1',
      [audit.leadId],
    );
    const rewrite = inDatabase(
      lead?.id ?? '',
      (ask) => ask(`update case_review set value = 'J' where auditor_id = $1`, [audit.leadId]),
      true,
    );
    await expect(rewrite).rejects.toThrow(/row-level security/);
  });
});

describe('whoever takes a seat', () => {
  it('starts anew: what his predecessor submitted counts for nothing, and he reads none of it', async () => {
    const audit = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    await judgeAll(audit.mate, sample, harsh);
    expect(await submitReviews(audit.mate, sample)).toBe('REVIEWING');
    await api.sql(`update assignment set state = 'REPLACED' where id = $1`, [audit.mateAssignmentId]);
    const successor = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
    await makeAssignment(api, { auditId: audit.uuid, auditorId: successor.auditorId, seat: 'RADIOGRAPHER' });
    const client = api.as(successor.accountId);

    await judgeAll(audit.lead, sample, allWell);
    expect(await submitReviews(audit.lead, sample)).toBe('REVIEWING');
    const seen = JSON.parse(await known(client, audit, sample, await reviewsOf(audit.mateId)));
    expect(seen.caseSample).toMatchObject({ reviews: { totalCount: 0 }, outcomes: { totalCount: 0 } });
    expect(seen.nodes.every((node: Json) => node === null)).toBe(true);
    await judgeAll(client, sample, allWell);
    // The two of today agree on all; what the predecessor said would have been in dispute.
    expect(await submitReviews(client, sample)).toBe('COMPLETE');
    const counted = await api.sql<{ auditor: string }>(
      'select auditor_id as auditor from case_review_submission where case_sample_id = $1 and is_counted order by 1',
      [uuidIn(sample.id)],
    );
    expect(counted.map(({ auditor }) => auditor)).toEqual([audit.leadId, successor.auditorId].sort());
    expect(
      (await audit.mate.run('query ($id: ID!) { caseSample(id: $id) { id } }', { id: sample.id })).data,
    ).toEqual({
      caseSample: null,
    });
  });

  it('does not see the sample from outside the team: absent and forbidden look the same', async () => {
    const audit = await makeCaseAudit(api);
    const other = await makeCaseAudit(api);
    const sample = await drawSample(audit);
    const stranger = api.as(await makeCoordinator(api));
    expect(
      (await stranger.run('query ($id: ID!) { caseSample(id: $id) { state } }', { id: sample.id })).data,
    ).toEqual({
      caseSample: { state: 'DRAWN' },
    });
    for (const client of [other.lead, other.manager]) {
      const { data } = await client.run(
        'query ($id: ID!, $case: ID!) { caseSample(id: $id) { id } node(id: $case) { id } }',
        { id: sample.id, case: sample.cases[0]?.id },
      );
      expect(data).toEqual({ caseSample: null, node: null });
      const acted = await client.act('caseReviewsSubmit', { caseSampleId: sample.id });
      expect(codesOf(acted)).toEqual(['NOT_FOUND']);
    }
    const { data } = await audit.coordinator.run(
      'query ($id: ID!) { caseSample(id: $id) { size cases(first: 10) { totalCount } } }',
      { id: sample.id },
    );
    expect(data.caseSample).toEqual({ size: 5, cases: { totalCount: 0 } });
  });
});
