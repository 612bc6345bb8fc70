import { auditorQualificationStates } from '../../server/auditors';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAuditor, makeCoordinator, makeService } from '../support/factories';
import { errorsOf } from '../support/import-factories';
import { entriesOf } from '../support/trail-entries';

let api: TestApi;
let coordinatorId: string;
let coordinator: ApiClient;

beforeAll(async () => {
  api = await openApi();
  coordinatorId = await makeCoordinator(api);
  coordinator = api.as(coordinatorId);
});

afterAll(() => api.close());

async function stateOf(auditorId: string) {
  const [row] = await api.sql('select qualification, version from auditor where id = $1', [auditorId]);
  return row;
}

describe('the qualification', () => {
  const move = (
    act: string,
    auditorId: string,
    expectedVersion: number,
    client = coordinator,
  ): Promise<Json> => {
    const reason = ['auditorSuspend', 'auditorLapse', 'auditorRetire'].includes(act)
      ? { reason: 'Décidé' }
      : {};
    const document = `mutation ($input: ${'reason' in reason ? 'AuditorReasonedMoveInput' : 'AuditorMoveInput'}!) {
      ${act}(input: $input) { auditor { qualification version }
        userErrors { code path ... on IllegalTransitionError { from allowed } } } }`;
    return client
      .run(document, {
        input: { idempotencyKey: crypto.randomUUID(), auditorId, expectedVersion, ...reason },
      })
      .then(({ data }) => data[act]);
  };

  it.each(
    auditorQualificationStates.moves.flatMap(({ act, from, to }) =>
      from.map((state) => ({ act, state, to })),
    ),
  )('$act: $state → $to', async ({ act, state, to }) => {
    const { auditorId } = await makeAuditor(api, { qualification: state });
    const payload = await move(act, auditorId, 1);
    expect(payload).toEqual({ auditor: { qualification: to, version: 2 }, userErrors: [] });
  });

  it.each(
    auditorQualificationStates.moves.flatMap(({ act, from }) =>
      auditorQualificationStates.states
        .filter((state) => !from.includes(state))
        .map((state) => ({ act, state })),
    ),
  )('$act is illegal from $state', async ({ act, state }) => {
    const { auditorId } = await makeAuditor(api, { qualification: state });
    const payload = await move(act, auditorId, 1);
    expect(payload).toMatchObject({
      auditor: null,
      userErrors: [{ code: 'ILLEGAL_TRANSITION', from: state }],
    });
    expect(await stateOf(auditorId)).toEqual({ qualification: state, version: 1 });
  });

  it('is for the coordination, in the version that was read', async () => {
    const { auditorId, accountId } = await makeAuditor(api, { qualification: 'CANDIDATE' });
    expect(errorsOf(await move('auditorAdmit', auditorId, 1, api.as(accountId)))).toEqual(['FORBIDDEN —']);
    const { managerId } = await makeService(api);
    expect(errorsOf(await move('auditorAdmit', auditorId, 1, api.as(managerId)))).toEqual([
      'NOT_FOUND input.auditorId',
    ]);
    expect(errorsOf(await move('auditorAdmit', auditorId, 7))).toEqual([
      'STALE_VERSION input.expectedVersion',
    ]);
    expect(await stateOf(auditorId)).toEqual({ qualification: 'CANDIDATE', version: 1 });
  });

  it('keeps the reason in the trail', async () => {
    const { auditorId } = await makeAuditor(api);
    await move('auditorSuspend', auditorId, 1);
    expect(await entriesOf(api, auditorId)).toMatchObject([
      { act: 'auditorSuspend', detail: { from: 'QUALIFIED', reason: 'Décidé' } },
    ]);
  });
});
