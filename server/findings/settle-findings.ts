import type { UnitOfWork } from '../database/unit-of-work';
import { findingStates } from './finding.states';

/** Shares the drafts of an audit with the service, and keeps for ever what was shared. The audit must be locked. */
export function shareFindings(uow: UnitOfWork, auditId: string): Promise<void> {
  const kept = ', drafted_statement = statement, drafted_severity = severity';
  return settle(uow, auditId, 'shareFinding', kept);
}

/** Makes the findings of an audit final: all that were shared and stand. The audit must be locked. */
export function finaliseFindings(uow: UnitOfWork, auditId: string): Promise<void> {
  return settle(uow, auditId, 'finaliseFinding', '');
}

/** Makes one move of the state table for every finding of an audit that it holds for, in one statement. */
async function settle(uow: UnitOfWork, auditId: string, act: string, patch: string): Promise<void> {
  const move = findingStates.moves.find((candidate) => candidate.act === act);
  if (!move) throw new Error(`findings know no move ${act}`);
  await uow.sql(
    `update finding set state = $3, version = version + 1, updated_at = now()${patch}
     where audit_id = $1 and state = any($2::text[])`,
    [auditId, [...move.from], move.to],
  );
}
