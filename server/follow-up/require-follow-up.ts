import { Audit } from '../audits';
import type { Ask } from '../database/read-model';
import type { UnitOfWork } from '../database/unit-of-work';
import type { Subject } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse, type ErrorPath } from '../kernel/outcome';
import { DocumentaryFollowUp } from './documentary-follow-up.entity';
import type { DocumentaryFollowUpFacts } from './documentary-follow-up.states';

/** Which follow-up, in which version. */
export interface DocumentaryFollowUpMoveInput {
  documentaryFollowUpId: string;
  expectedVersion: number;
}

/** Where acts on a follow-up name it. */
export const FOLLOW_UP_PATH: ErrorPath = ['input', 'documentaryFollowUpId'];

/**
 * Loads a follow-up that the viewer may see, and locks its audit before it. The audit itself may be hidden from him: a
 * reviewer need not be of its team.
 * @throws Refusal NOT_FOUND, STALE_VERSION
 */
export async function requireFollowUp(
  uow: UnitOfWork,
  input: DocumentaryFollowUpMoveInput,
): Promise<{ audit: Audit; followUp: DocumentaryFollowUp; subject: Subject }> {
  const [owner] = await uow.sql<{ id: string }>(
    `select a.id from audit a join documentary_follow_up d on d.audit_id = a.id where d.id = $1 for update of a`,
    [uuidOf('DocumentaryFollowUp', input.documentaryFollowUpId)],
  );
  if (!owner) refuse('NOT_FOUND', FOLLOW_UP_PATH);
  const followUp = await uow.require(
    DocumentaryFollowUp,
    input.documentaryFollowUpId,
    FOLLOW_UP_PATH,
    input.expectedVersion,
  );
  const audit = await uow.manager.findOneByOrFail(Audit, { id: owner.id });
  const { auditId, auditedServiceId, reviewerAuditorId: auditorId } = followUp;
  return { audit, followUp, subject: { auditId, auditedServiceId, auditorId } };
}

/** Actions of an audit that its follow-up asks about: all that were agreed. */
export const ASKED_ABOUT = `c.state <> 'PROPOSED'`;

const FACTS = `
  select d.id,
    (select count(*)::int from corrective_action c where c.audit_id = d.audit_id and ${ASKED_ABOUT} and not exists (
      select 1 from follow_up_item i where i.documentary_follow_up_id = d.id and i.corrective_action_id = c.id))
      as "unstated",
    (select count(*)::int from follow_up_item i where i.documentary_follow_up_id = d.id and i.conclusion is null)
      as "unconcluded"
  from documentary_follow_up d where d.id = any($1::uuid[])`;

/** What the guards of follow-ups look at, for many in one statement. */
export function followUpFacts(
  sql: Ask,
  ids: readonly string[],
): Promise<(DocumentaryFollowUpFacts & { id: string })[]> {
  return sql(FACTS, [ids]);
}

/** The same for one. */
export async function factsOfFollowUp(
  uow: UnitOfWork,
  { id }: DocumentaryFollowUp,
): Promise<DocumentaryFollowUpFacts> {
  const [facts] = await followUpFacts(uow.sql, [id]);
  if (!facts) throw new Error('a follow-up that is not there');
  return facts;
}
