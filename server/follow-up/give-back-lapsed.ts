import type { Audit } from '../audits';
import { CorrectiveAction, factsOfAction, giveBack, writeNote } from '../corrective-actions';
import type { UnitOfWork } from '../database/unit-of-work';

interface Lapsed {
  actionId: string;
  reason: string;
}

const LAPSED = `
  select i.corrective_action_id as "actionId", coalesce(i.conclusion_reason, i.statement) as reason
  from follow_up_item i join corrective_action c on c.id = i.corrective_action_id
  where i.documentary_follow_up_id = $1 and i.conclusion = 'LAPSED' order by c.due_on, c.id for update of c`;

/** What has lapsed goes back to the service; an action that it owes anyway, or that is waived, gets a note. */
export async function giveBackLapsed(uow: UnitOfWork, audit: Audit, followUpId: string): Promise<void> {
  for (const { actionId, reason } of await uow.sql<Lapsed>(LAPSED, [followUpId])) {
    const action = await uow.manager.findOneByOrFail(CorrectiveAction, { id: actionId });
    if (action.state === 'VERIFIED') {
      await giveBack(uow, { audit, action }, 'lapse', await factsOfAction(uow, action), { reason });
    } else {
      // What was looked at, not what was done: whoever closes the follow-up may still verify the action.
      await writeNote(uow, actionId, { kind: 'VERIFICATION', text: reason });
    }
  }
}
