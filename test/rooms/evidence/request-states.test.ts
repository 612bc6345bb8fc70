import { AUDIT_STATES } from '../../../server/audits';
import { evidenceRequestStates } from '../../../server/evidence';
import { ANSWERING_STATES, ASKING_STATES } from '../../../server/evidence/requests/evidence-request.states';
import { hindranceOf, moveOf } from '../../../server/kernel/states';

const hindrance = (
  act: string,
  facts: { auditState: (typeof AUDIT_STATES)[number]; uncheckedCount: number },
) => {
  const from = act === 'evidenceRequestAnswer' ? 'OPEN' : 'ANSWERED';
  const move = moveOf(evidenceRequestStates, act, from);
  if (!move) throw new Error(`no ${act}`);
  return hindranceOf(move, facts);
};

describe('a request', () => {
  test.each(AUDIT_STATES)('while its audit is %s', (auditState) => {
    const facts = { auditState, uncheckedCount: 0 };
    const forbids = { code: 'AUDIT_STATE_FORBIDS', params: {} };
    const isAnswered = ANSWERING_STATES.includes(auditState);
    for (const act of ['evidenceRequestAnswer', 'evidenceRequestAccept', 'evidenceRequestReject'])
      expect(hindrance(act, facts)).toEqual(isAnswered ? null : forbids);
    expect(hindrance('evidenceRequestWithdraw', facts)).toEqual(
      ASKING_STATES.includes(auditState) ? null : forbids,
    );
  });

  test('is asked before the service hands anything in, and answered from then on until the report', () => {
    expect(ASKING_STATES).toEqual(AUDIT_STATES.slice(3, 10));
    expect(ANSWERING_STATES).toEqual(AUDIT_STATES.slice(4, 10));
  });

  test('is accepted when all that was given was looked into, and rejected at any time', () => {
    const facts = { auditState: 'ON_SITE' as const, uncheckedCount: 2 };
    expect(hindrance('evidenceRequestAccept', facts)).toEqual({
      code: 'EVIDENCE_UNCHECKED',
      params: { count: 2 },
    });
    expect(hindrance('evidenceRequestReject', facts)).toBeNull();
  });
});
