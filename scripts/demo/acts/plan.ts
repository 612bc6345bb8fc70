import {
  AcceptPlanDocument,
  OwnAccountDocument,
  ProposeActionDocument,
  ReturnPlanDocument,
  SubmitPlanDocument,
} from '../generated/operations';
import { undertakenOf } from '../said/said-of';
import { leadOf, moved, moveOf, type Case, type Stage } from '../stage';
import { findingsOf, needsAction } from './report';

/** Days from the start of the round to the due date of an action, within the campaign's delay for its severity. */
const LATEST = 150;
const DUE: Record<string, number> = { CRITICAL: 84, MAJOR: 112, MINOR: LATEST };

const OWNERS = [
  'Cadre de santé de l’imagerie',
  'Radiologue référent du scanner',
  'Responsable qualité',
  'Cadre du secrétariat médical',
];

/** The service proposes an action for each non-conformity and recommendation that stands, and hands the plan in. */
export async function propose(stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  const own = (await manager.query(OwnAccountDocument, {})).viewer?.account?.id ?? null;
  for (const finding of await findingsOf(manager, audit)) {
    const { severity, state, id, kind, number, criterion } = finding;
    if (state !== 'FINAL' || !needsAction(finding) || !criterion) continue;
    const undertaken = undertakenOf(criterion.code, kind);
    const dueDay = audit.anchor + (DUE[severity ?? 'MINOR'] ?? LATEST);
    const { correctiveAction } = await manager.act(ProposeActionDocument, {
      findingId: id,
      title: undertaken.title,
      cause: undertaken.cause,
      containment: severity === 'CRITICAL' ? (undertaken.containment ?? null) : null,
      ownerName: OWNERS[(audit.index + number) % OWNERS.length] ?? 'Chef de service',
      // The first one is the manager's own.
      ownerAccountId: audit.actions.length === 0 ? own : null,
      dueOn: stage.days.dateOf(dueDay),
    });
    audit.actions.push({ ...correctiveAction, severity: severity ?? null, undertaken, dueDay });
    stage.ledger.note('actions', correctiveAction.id, 'PROPOSED');
  }
  await submit(stage, audit);
}

/** The service hands its plan in. */
export async function submit(stage: Stage, audit: Case): Promise<void> {
  await moved(stage, audit, audit.service.manager.act(SubmitPlanDocument, moveOf(audit)));
}

/** The lead gives the plan back. */
export async function giveBack(stage: Stage, audit: Case): Promise<void> {
  const reason = 'Le pilote de chaque action doit être nommé par sa fonction et sa période.';
  const done = leadOf(audit).auditor.client.act(ReturnPlanDocument, { ...moveOf(audit), reason });
  await moved(stage, audit, done);
}

/** The lead accepts the plan: its actions are agreed. */
export async function accept(stage: Stage, audit: Case): Promise<void> {
  const done = leadOf(audit).auditor.client.act(AcceptPlanDocument, moveOf(audit));
  await moved(stage, audit, done, 'FOLLOW_UP');
  const { nodes } = (await done).audit.correctiveActions;
  for (const action of audit.actions) {
    action.version = nodes.find(({ id }) => id === action.id)?.version ?? action.version;
    stage.ledger.note('actions', action.id, 'AGREED');
  }
}
