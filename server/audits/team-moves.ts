import type { UnitOfWork } from '../database/unit-of-work';
import { Assignment } from './assignment.entity';
import { assignmentStates, type AssignmentState } from './assignment.states';
import type { Audit } from './audit.entity';
import { assignmentFacts } from './team-facts';

/** Confirms everyone on the team who has accepted: part of confirming the team. */
export const confirmAssignments = (uow: UnitOfWork, audit: Audit) =>
  moveTeam(uow, audit, 'confirm', 'ACCEPTED');

/** Ends the work of everyone on the team: part of closing the audit. */
export const completeAssignments = (uow: UnitOfWork, audit: Audit) =>
  moveTeam(uow, audit, 'complete', 'CONFIRMED');

async function moveTeam(uow: UnitOfWork, audit: Audit, act: string, from: AssignmentState): Promise<void> {
  const members = await uow.manager
    .createQueryBuilder(Assignment, 's')
    .setLock('pessimistic_write')
    .where('s.audit_id = :id and s.state = :from', { id: audit.id, from })
    .orderBy('s.id')
    .getMany();
  const ids = members.map(({ id }) => id);
  const facts = new Map((await assignmentFacts(uow.sql, ids, uow.now())).map((fact) => [fact.id, fact]));
  for (const member of members) {
    const fact = facts.get(member.id);
    if (!fact) throw new Error('an assignment without facts');
    await uow.move(assignmentStates, Assignment, member, act, fact);
  }
}
