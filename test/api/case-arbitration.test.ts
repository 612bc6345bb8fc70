import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import {
  addThird,
  allWell,
  drawSample,
  judgeByBoth,
  makeCaseAudit,
  type CaseAudit,
  type DrawnSample,
  type Judge,
} from '../support/case-factories';
import { makeAssignment, makeAuditor } from '../support/factories';
import { codesOf, errorsOf } from '../support/teams-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

/** All well but for the justification of the first two records. */
const doubtful: Judge = (criterion, position) =>
  criterion === 'T1-C1' && position <= 2 ? (position === 1 ? 'N' : 'P') : allWell(criterion, position);

interface Dispute {
  id: string;
  version: number;
  ratings: string[];
}

/** Two auditors who differ on two records. */
async function disputed(): Promise<{ audit: CaseAudit; sample: DrawnSample; disputes: Dispute[] }> {
  const audit = await makeCaseAudit(api);
  const sample = await drawSample(audit);
  expect(await judgeByBoth(audit, sample, [allWell, doubtful])).toBe('ARBITRATION');
  const disputes = await openOf(audit.lead, sample);
  expect(disputes).toHaveLength(2);
  return { audit, sample, disputes };
}

async function openOf(client: ApiClient, sample: DrawnSample): Promise<Dispute[]> {
  const { data } = await client.run(
    `query ($id: ID!) { caseSample(id: $id) { outcomes(first: 100, filter: { isOpen: true }) { nodes { id version ratings } } } }`,
    { id: sample.id },
  );
  const nodes: Dispute[] = data.caseSample.outcomes.nodes;
  return [...nodes].sort((a, b) => (a.ratings.join() < b.ratings.join() ? -1 : 1));
}

const OUTCOMES = `caseSample { state completedAt } caseOutcomes { value basis decisionRemark proposedValue isOwnProposal version }`;

const decide = (
  client: ApiClient,
  act: 'caseDisputesArbitrate' | 'caseSettlementPropose',
  sample: DrawnSample,
  disputes: readonly Dispute[],
  value: string,
  more: Record<string, unknown> = {},
): Promise<Json> =>
  client.act(
    act,
    {
      caseSampleId: sample.id,
      decisions: disputes.map(({ id, version }) => ({
        caseOutcomeId: id,
        expectedVersion: version,
        value,
        ...more,
      })),
    },
    OUTCOMES,
  );

const agree = (
  client: ApiClient,
  sample: DrawnSample,
  disputes: readonly Dispute[],
  version = 2,
): Promise<Json> =>
  client.act(
    'caseSettlementAgree',
    {
      caseSampleId: sample.id,
      proposals: disputes.map(({ id }) => ({ caseOutcomeId: id, expectedVersion: version })),
    },
    OUTCOMES,
  );

it('is a state that the team alone reads: to others the raters are still at work', async () => {
  const { audit, sample } = await disputed();
  const read = async (client: ApiClient): Promise<unknown> =>
    (await client.run('query ($id: ID!) { caseSample(id: $id) { state } }', { id: sample.id })).data
      .caseSample.state;
  expect(await read(audit.lead)).toBe('ARBITRATION');
  expect(await read(audit.manager)).toBe('REVIEWING');
  expect(await read(audit.coordinator)).toBe('REVIEWING');
});

describe('a third member of the team', () => {
  it('arbitrates one by one or at once, and the last decision completes the sample', async () => {
    const { audit, sample, disputes } = await disputed();
    const third = await addThird(api, audit);
    const first = await decide(third, 'caseDisputesArbitrate', sample, disputes.slice(0, 1), 'N', {
      remark: 'Hors indication',
    });
    expect(first.userErrors).toEqual([]);
    expect(first.caseSample).toEqual({ state: 'ARBITRATION', completedAt: null });
    expect(first.caseOutcomes).toEqual([
      {
        value: 'N',
        basis: 'ARBITRATED',
        decisionRemark: 'Hors indication',
        proposedValue: null,
        isOwnProposal: false,
        version: 2,
      },
    ]);
    const last = await decide(third, 'caseDisputesArbitrate', sample, disputes.slice(1), 'P');
    expect(last.caseSample).toMatchObject({ state: 'COMPLETE', completedAt: expect.any(String) as string });
    expect(codesOf(await decide(third, 'caseDisputesArbitrate', sample, disputes, 'J'))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });

  it('may find a third value, of the scale and no other', async () => {
    const { audit, sample, disputes } = await disputed();
    const third = await addThird(api, audit);
    expect(
      errorsOf(await decide(third, 'caseDisputesArbitrate', sample, disputes.slice(0, 1), 'YES')),
    ).toEqual([{ code: 'CASE_VALUE_NOT_ON_SCALE', path: 'input.decisions.0.value' }]);
    expect(
      errorsOf(
        await decide(third, 'caseDisputesArbitrate', sample, disputes.slice(0, 1), 'X', {
          remark: 'née le 3 mars',
        }),
      ),
    ).toEqual([{ code: 'CASE_TEXT_IDENTIFIES', path: 'input.decisions.0.remark' }]);
    expect(
      (await decide(third, 'caseDisputesArbitrate', sample, disputes.slice(0, 1), 'X')).caseOutcomes[0],
    ).toMatchObject({ value: 'X' });
  });

  it('decides all or nothing, and nothing that has been decided or has changed', async () => {
    const { audit, sample, disputes } = await disputed();
    const third = await addThird(api, audit);
    const [one, two] = disputes as [Dispute, Dispute];
    expect(
      errorsOf(await decide(third, 'caseDisputesArbitrate', sample, [one, { ...two, version: 9 }], 'J')),
    ).toEqual([{ code: 'STALE_VERSION', path: 'input.decisions.1.expectedVersion' }]);
    expect(await openOf(third, sample)).toHaveLength(2);
    await decide(third, 'caseDisputesArbitrate', sample, [one], 'J');
    expect(
      errorsOf(await decide(third, 'caseDisputesArbitrate', sample, [{ ...one, version: 2 }], 'N')),
    ).toEqual([{ code: 'CASE_OUTCOME_DECIDED', path: 'input.decisions.0.caseOutcomeId' }]);
    const elsewhere = await disputed();
    expect(
      errorsOf(await decide(third, 'caseDisputesArbitrate', sample, elsewhere.disputes.slice(0, 1), 'J')),
    ).toEqual([{ code: 'NOT_FOUND', path: 'input.decisions.0.caseOutcomeId' }]);
  });

  it('takes the place of the two: they neither arbitrate nor settle once he is there', async () => {
    const { audit, sample, disputes } = await disputed();
    expect(codesOf(await decide(audit.lead, 'caseDisputesArbitrate', sample, disputes, 'J'))).toEqual([
      'CASE_RATER_DOES_NOT_ARBITRATE',
    ]);
    await decide(audit.lead, 'caseSettlementPropose', sample, disputes, 'J');
    const third = await addThird(api, audit);
    expect(codesOf(await agree(audit.mate, sample, disputes))).toEqual(['CASE_ARBITRATOR_PRESENT']);
    const arbitrated = await decide(third, 'caseDisputesArbitrate', sample, await openOf(third, sample), 'P');
    expect(arbitrated.caseOutcomes[0]).toMatchObject({
      basis: 'ARBITRATED',
      value: 'P',
      proposedValue: null,
    });
  });

  it('is the successor, where one of the two has left after both had submitted', async () => {
    const { audit, sample, disputes } = await disputed();
    await api.sql(`update assignment set state = 'REPLACED' where id = $1`, [audit.mateAssignmentId]);
    const successor = await makeAuditor(api, { profession: 'RADIOGRAPHER' });
    await makeAssignment(api, { auditId: audit.uuid, auditorId: successor.auditorId, seat: 'RADIOGRAPHER' });
    const done = await decide(api.as(successor.accountId), 'caseDisputesArbitrate', sample, disputes, 'J');
    expect(done.caseSample).toMatchObject({ state: 'COMPLETE' });
  });

  it('is no observer, no coordinator and nobody of the service', async () => {
    const { audit, sample, disputes } = await disputed();
    expect(codesOf(await decide(audit.observer, 'caseDisputesArbitrate', sample, disputes, 'J'))).toEqual([
      'OBSERVER_DOES_NOT_GRADE',
    ]);
    expect(codesOf(await decide(audit.coordinator, 'caseDisputesArbitrate', sample, disputes, 'J'))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await decide(audit.manager, 'caseDisputesArbitrate', sample, disputes, 'J'))).toEqual([
      'FORBIDDEN',
    ]);
  });
});

describe('two auditors without a third', () => {
  it('settle it: one proposes, the other agrees to what he has read', async () => {
    const { audit, sample, disputes } = await disputed();
    expect(errorsOf(await agree(audit.mate, sample, disputes.slice(0, 1), 1))).toEqual([
      { code: 'CASE_NOTHING_PROPOSED', path: 'input.proposals.0.caseOutcomeId' },
    ]);
    const proposed = await decide(audit.lead, 'caseSettlementPropose', sample, disputes, 'P', {
      remark: 'Selon le guide',
    });
    expect(proposed.caseSample).toEqual({ state: 'ARBITRATION', completedAt: null });
    expect(proposed.caseOutcomes[0]).toMatchObject({
      value: null,
      basis: null,
      proposedValue: 'P',
      isOwnProposal: true,
    });
    expect(errorsOf(await agree(audit.lead, sample, disputes.slice(0, 1)))).toEqual([
      { code: 'CASE_OWN_PROPOSAL', path: 'input.proposals.0.caseOutcomeId' },
    ]);
    const agreed = await agree(audit.mate, sample, disputes);
    expect(agreed.userErrors).toEqual([]);
    expect(agreed.caseSample).toMatchObject({ state: 'COMPLETE' });
    expect(agreed.caseOutcomes[0]).toEqual({
      value: 'P',
      basis: 'SETTLED',
      decisionRemark: 'Selon le guide',
      proposedValue: 'P',
      isOwnProposal: false,
      version: 3,
    });
  });

  it('agree to no proposal that was changed since', async () => {
    const { audit, sample, disputes } = await disputed();
    const [one] = disputes as [Dispute];
    await decide(audit.lead, 'caseSettlementPropose', sample, [one], 'P');
    // The other proposes something else: now it is for the first to agree.
    await decide(audit.mate, 'caseSettlementPropose', sample, [{ ...one, version: 2 }], 'N');
    expect(errorsOf(await agree(audit.lead, sample, [one], 2))).toEqual([
      { code: 'STALE_VERSION', path: 'input.proposals.0.expectedVersion' },
    ]);
    expect((await agree(audit.lead, sample, [one], 3)).caseOutcomes[0]).toMatchObject({
      value: 'N',
      basis: 'SETTLED',
    });
  });

  it('do so only while the team judges', async () => {
    const { audit, sample, disputes } = await disputed();
    await api.sql(`update audit set state = 'CONTRADICTORY' where id = $1`, [audit.uuid]);
    expect(codesOf(await decide(audit.lead, 'caseSettlementPropose', sample, disputes, 'P'))).toEqual([
      'ILLEGAL_TRANSITION',
    ]);
  });
});

describe('what can be done with a sample in dispute', () => {
  const offered = async (client: ApiClient, sample: DrawnSample) =>
    (
      await client.run(
        `query ($id: ID!) { caseSample(id: $id) { availableTransitions { act to isAvailable reason } } }`,
        {
          id: sample.id,
        },
      )
    ).data.caseSample.availableTransitions;

  it('is told by the same table that the acts obey', async () => {
    const { audit, sample } = await disputed();
    const arbitrate = { act: 'caseDisputesArbitrate', to: 'ARBITRATION' };
    const settle = { act: 'caseSettlementAgree', to: 'ARBITRATION' };
    expect(await offered(audit.lead, sample)).toEqual([
      { ...arbitrate, isAvailable: false, reason: 'CASE_RATER_DOES_NOT_ARBITRATE' },
      { ...settle, isAvailable: true, reason: null },
    ]);
    const third = await addThird(api, audit);
    expect(await offered(third, sample)).toEqual([
      { ...arbitrate, isAvailable: true, reason: null },
      { ...settle, isAvailable: false, reason: 'CASE_ARBITRATOR_PRESENT' },
    ]);
  });
});
