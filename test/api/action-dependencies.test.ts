import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import {
  codesOf,
  makeAction,
  makeAuditIn,
  makeFinalFinding,
  makeNote,
  rowOf,
  type AuditInState,
} from '../support/findings-factories';

let api: TestApi;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());

const change = (
  audit: AuditInState,
  act: 'Add' | 'Remove',
  [correctiveActionId, waitsForId]: readonly [string, string],
  expectedVersion = 1,
  account = audit.managerId,
) =>
  api
    .as(account)
    .act(
      `correctiveAction${act}Dependency`,
      { correctiveActionId, waitsForId, expectedVersion },
      'correctiveAction { version waitsFor { title } }',
    );

describe('an action that waits for another', () => {
  it('cannot be declared done before that one is done or waived, and says so', async () => {
    const audit = await makeAuditIn(api, 'FOLLOW_UP');
    const first = await makeAction(api, audit, { state: 'IN_PROGRESS', title: 'Write the procedure' });
    const second = await makeAction(api, audit, { state: 'IN_PROGRESS', title: 'Train the staff' });
    await makeNote(api, audit, second);
    const added = await change(audit, 'Add', [second, first]);
    expect(added.correctiveAction).toEqual({ version: 2, waitsFor: [{ title: 'Write the procedure' }] });
    const service = api.as(audit.managerId);
    const declare = () =>
      service.act('correctiveActionDeclareDone', { correctiveActionId: second, expectedVersion: 2 });
    const refused = await declare();
    expect(refused.userErrors).toMatchObject([{ code: 'DEPENDENCY_PENDING' }]);
    expect(refused.userErrors[0].message).toContain('(1)');
    const answer = await service.run(
      'query ($id: ID!) { correctiveAction(id: $id) { availableTransitions { act isAvailable reason } } }',
      { id: globalId('CorrectiveAction', second) },
    );
    expect(answer.data['correctiveAction'].availableTransitions).toEqual([
      { act: 'correctiveActionDeclareDone', isAvailable: false, reason: 'DEPENDENCY_PENDING' },
    ]);
    await api.sql(`update corrective_action set state = 'WAIVED' where id = $1`, [first]);
    expect(codesOf(await declare())).toEqual([]);
  });

  it('waits no more once that is taken back', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const first = await makeAction(api, audit);
    const second = await makeAction(api, audit);
    await change(audit, 'Add', [second, first]);
    const removed = await change(audit, 'Remove', [second, first], 2);
    expect(removed.correctiveAction).toEqual({ version: 3, waitsFor: [] });
    expect((await change(audit, 'Remove', [second, first], 3)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'waitsForId'] },
    ]);
  });

  it('never waits for itself, be it through others: the circle is named', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const findingId = await makeFinalFinding(api, audit);
    const [a = '', b = '', c = ''] = await Promise.all(
      ['A', 'B', 'C'].map((title) => makeAction(api, audit, { title, finding_id: findingId })),
    );
    await change(audit, 'Add', [a, b]);
    await change(audit, 'Add', [b, c]);
    expect(codesOf(await change(audit, 'Add', [c, c]))).toEqual(['DEPENDENCY_ON_ITSELF']);
    expect(codesOf(await change(audit, 'Add', [a, b], 2))).toEqual(['DEPENDENCY_EXISTS']);
    const circle = await change(audit, 'Add', [c, a]);
    expect(circle.userErrors).toMatchObject([{ code: 'DEPENDENCY_CYCLE', path: ['input', 'waitsForId'] }]);
    expect(circle.userErrors[0].message).toContain('C → A → B → C');
    expect(await rowOf(api, 'corrective_action', c, 'version')).toEqual({ version: 1 });
  });

  it('closes no circle from both sides at once', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const findingId = await makeFinalFinding(api, audit);
    for (let round = 0; round < 5; round += 1) {
      const a = await makeAction(api, audit, { finding_id: findingId });
      const b = await makeAction(api, audit, { finding_id: findingId });
      const both = await Promise.all([change(audit, 'Add', [a, b]), change(audit, 'Add', [b, a])]);
      expect(both.flatMap(codesOf)).toEqual(['DEPENDENCY_CYCLE']);
    }
  });

  it('is of one audit, and said by its service while the plan is made or followed', async () => {
    const audit = await makeAuditIn(api, 'PLAN_DUE');
    const other = await makeAuditIn(api, 'PLAN_DUE');
    const first = await makeAction(api, audit);
    const second = await makeAction(api, audit);
    const foreign = await makeAction(api, other);
    expect(codesOf(await change(audit, 'Add', [first, foreign]))).toEqual(['NOT_FOUND']);
    expect(codesOf(await change(audit, 'Add', [first, second], 1, other.managerId))).toEqual(['NOT_FOUND']);
    expect(codesOf(await change(audit, 'Add', [first, second], 1, audit.lead.accountId))).toEqual([
      'FORBIDDEN',
    ]);
    expect(codesOf(await change(audit, 'Add', [first, second], 4))).toEqual(['STALE_VERSION']);
    await api.sql('update audit set plan_submitted_at = now() where id = $1', [audit.auditId]);
    expect(codesOf(await change(audit, 'Add', [first, second]))).toEqual(['PLAN_ALREADY_SUBMITTED']);
    const followed = await makeAuditIn(api, 'FOLLOW_UP');
    const done = await makeAction(api, followed, { state: 'DONE' });
    const owed = await makeAction(api, followed, { state: 'AGREED' });
    expect(codesOf(await change(followed, 'Add', [done, owed]))).toEqual(['ILLEGAL_TRANSITION']);
  });
});
