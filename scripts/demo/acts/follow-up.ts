import { refusalsOf } from '../client';
import { addDays } from '../../../server/kernel/working-days';
import {
  ActionStateDocument,
  AddDependencyDocument,
  AddEvidenceDocument,
  CloseAuditDocument,
  DeclareActionDoneDocument,
  NoteActionDocument,
  ReopenActionDocument,
  RequestWaiverDocument,
  StartActionDocument,
  VerifyActionDocument,
  WaiveActionDocument,
} from '../generated/operations';
import { leadOf, mateOf, moved, moveOf, noteAssignment, type Action, type Case, type Stage } from '../stage';

const step = ({ id, version }: Action) => ({ correctiveActionId: id, expectedVersion: version });

async function done(
  { ledger }: Stage,
  action: Action,
  answer: Promise<{ correctiveAction: { version: number } }>,
  state?: string,
): Promise<void> {
  action.version = (await answer).correctiveAction.version;
  if (state) ledger.note('actions', action.id, state);
}

/** Actions that are done as soon as the plan is agreed, in time and by the usual way. */
const promptOf = (audit: Case): Action[] => audit.actions.filter((action) => !isLater(audit, action));

/** Minor and unranked ones wait; with the trait LATE so does what is major, past its day. */
function isLater({ traits }: Case, { severity }: Action): boolean {
  return severity === 'MAJOR' || severity === 'CRITICAL' ? traits.has('LATE') : true;
}

/** What waits for later, less the one that will be waived. */
const laterOf = (audit: Case): Action[] =>
  audit.actions.filter((action) => isLater(audit, action) && action !== waivedOf(audit));

/** With the trait WAIVED, the recommendation is waived. */
function waivedOf({ actions, traits }: Case): Action | undefined {
  return traits.has('WAIVED') ? actions.find(({ severity }) => severity === null) : undefined;
}

/** With the trait REOPENED, the last action that was done promptly does not hold. */
const reopenedOf = (audit: Case): Action | undefined => promptOf(audit).at(-1) ?? laterOf(audit).at(-1);

/** The service starts every action and reports on one. */
export async function start(stage: Stage, audit: Case): Promise<void> {
  const { manager } = audit.service;
  for (const action of audit.actions) {
    await done(stage, action, manager.act(StartActionDocument, step(action)), 'IN_PROGRESS');
  }
  await chain(stage, audit);
  const [first] = audit.actions;
  if (!first) return;
  const text = 'Groupe de travail constitué ; première réunion tenue.';
  await done(stage, first, manager.act(NoteActionDocument, { ...step(first), kind: 'PROGRESS', text }));
}

/** The second of two prompt actions waits for the first. */
async function chain(stage: Stage, audit: Case): Promise<void> {
  const [first, second] = promptOf(audit);
  if (!first || !second) return;
  const waits = { ...step(second), waitsForId: first.id };
  await done(stage, second, audit.service.manager.act(AddDependencyDocument, waits));
}

/** The service hands in its proof and declares an action done. */
async function finish(stage: Stage, audit: Case, action: Action): Promise<void> {
  const { manager } = audit.service;
  const { evidence } = await manager.act(AddEvidenceDocument, {
    auditId: audit.id,
    kind: 'LINK',
    title: 'Compte rendu de l’action, signé',
    url: 'https://intranet.example/imagerie/actions/compte-rendu',
  });
  stage.ledger.note('evidence', evidence.id, 'LINK');
  const proof = { kind: 'PROOF' as const, text: action.undertaken.proof, evidenceId: evidence.id };
  await done(stage, action, manager.act(NoteActionDocument, { ...step(action), ...proof }));
  await done(stage, action, manager.act(DeclareActionDoneDocument, step(action)), 'DONE');
}

async function verify(stage: Stage, audit: Case, action: Action): Promise<void> {
  const comment = action.undertaken.effect;
  const { client } = mateOf(audit).auditor;
  await done(stage, action, client.act(VerifyActionDocument, { ...step(action), comment }), 'VERIFIED');
}

/** What is prompt is done. */
export async function finishPrompt(stage: Stage, audit: Case): Promise<void> {
  for (const action of promptOf(audit)) await finish(stage, audit, action);
}

/** Of the service nobody may verify anything, and of those who may, nobody his own. */
const OWN_REFUSED = new Set(['FORBIDDEN', 'VERIFIER_IS_OWNER']);

/** The team verifies what was done promptly; whoever owns an action finds that he cannot. */
export async function verifyPrompt(stage: Stage, audit: Case): Promise<void> {
  const [first] = promptOf(audit);
  if (first && audit.index === 0) {
    const own = await audit.service.manager.attempt(VerifyActionDocument, {
      ...step(first),
      comment: first.undertaken.effect,
    });
    const [refusal] = refusalsOf(own);
    const after = await audit.service.manager.query(ActionStateDocument, { id: first.id });
    stage.checks.hold(
      'whoever owns an action does not verify it',
      OWN_REFUSED.has(refusal?.code ?? '') && after.correctiveAction?.state === 'DONE',
    );
  }
  for (const action of promptOf(audit)) await verify(stage, audit, action);
}

/** The team finds that an action it has verified has no effect, and reopens it. */
export async function reopen(stage: Stage, audit: Case): Promise<void> {
  const action = reopenedOf(audit);
  if (!action) return;
  const reason = action.undertaken.inVain;
  const { client } = leadOf(audit).auditor;
  await done(stage, action, client.act(ReopenActionDocument, { ...step(action), reason }), 'REOPENED');
}

/** The service takes the reopened action up again and has it done once more. */
export async function redo(stage: Stage, audit: Case): Promise<void> {
  const action = reopenedOf(audit);
  if (!action) return;
  const { manager } = audit.service;
  await done(stage, action, manager.act(StartActionDocument, step(action)), 'IN_PROGRESS');
  await finish(stage, audit, action);
}

/** The team verifies it again. */
export async function verifyAgain(stage: Stage, audit: Case): Promise<void> {
  const action = reopenedOf(audit);
  if (action) await verify(stage, audit, action);
}

/** Days from the start of the round to the last day of a waiver: of the first, and of the next. */
const WAIVED_UNTIL = { FIRST: 150, NEXT: 400 };

/** The service asks for a waiver, that is a short one at first. */
export async function requestWaiver(
  stage: Stage,
  audit: Case,
  until: keyof typeof WAIVED_UNTIL = 'FIRST',
): Promise<void> {
  const action = waivedOf(audit);
  if (!action) return;
  const expiresOn = addDays(stage.days.dateOf(audit.anchor), WAIVED_UNTIL[until]);
  const reason = 'Le logiciel de demande change l’an prochain : l’action attendra le nouveau.';
  const asked = audit.service.manager.act(RequestWaiverDocument, { ...step(action), reason, expiresOn });
  await done(stage, action, asked);
}

/** The day after, nobody acts: the platform gives the action back to the service, which asks again. */
export async function requestWaiverAgain(stage: Stage, audit: Case): Promise<void> {
  const action = waivedOf(audit);
  if (!action) return;
  const { correctiveAction } = await audit.service.manager.query(ActionStateDocument, { id: action.id });
  stage.checks.hold('a waiver that is over gives the action back', correctiveAction?.state === 'REOPENED');
  action.version = correctiveAction?.version ?? action.version;
  await requestWaiver(stage, audit, 'NEXT');
}

/** A second person grants it. */
export async function waive(stage: Stage, audit: Case): Promise<void> {
  const action = waivedOf(audit);
  if (!action) return;
  const reason = 'Délai raisonnable, sans risque pour les personnes.';
  const granted = stage.coordinator.act(WaiveActionDocument, { ...step(action), reason });
  await done(stage, action, granted, 'WAIVED');
}

/** What has waited is done, unless the service is late. */
export async function finishLater(stage: Stage, audit: Case): Promise<void> {
  for (const action of laterOf(audit)) await finish(stage, audit, action);
}

/** The team verifies it. */
export async function verifyLater(stage: Stage, audit: Case): Promise<void> {
  for (const action of laterOf(audit)) await verify(stage, audit, action);
}

/** Every action is verified or waived: the audit closes. */
export async function close(stage: Stage, audit: Case): Promise<void> {
  const closed = leadOf(audit).auditor.client.act(CloseAuditDocument, moveOf(audit));
  await moved(stage, audit, closed, 'CLOSED');
  for (const member of audit.team) noteAssignment(stage, member, 'COMPLETED');
  audit.isOver = true;
}
