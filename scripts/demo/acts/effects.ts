import {
  ActionStateDocument,
  CloseFollowUpDocument,
  ConcludeItemDocument,
  FollowUpDocument,
  JudgeEffectDocument,
  OpenFollowUpDocument,
  ReviewFollowUpDocument,
  StateItemDocument,
  SubmitFollowUpDocument,
  type FollowUpQuery,
} from '../generated/operations';
import { leadOf, type Action, type Case, type Stage } from '../stage';

/** Beyond the end: an action that is given back late is not overdue any more. */
const BEYOND = 1000;

/** Major and critical ones: their day has come before the demonstration ends. */
const judgedOf = ({ actions }: Case): Action[] =>
  actions.filter(({ severity }) => severity === 'MAJOR' || severity === 'CRITICAL');

const isVerified = ({ ledger }: Stage, { id }: Action): boolean =>
  ledger.labelOf('actions', id) === 'VERIFIED';

function giveBack({ ledger }: Stage, action: Action): void {
  ledger.note('actions', action.id, 'REOPENED');
  action.dueDay = BEYOND;
}

/** The lead judges whether actions worked; with the trait REOPENED the last of them did not, and is given back. */
export async function judge(stage: Stage, audit: Case): Promise<void> {
  const { client } = leadOf(audit).auditor;
  const verified = judgedOf(audit).filter((action) => isVerified(stage, action));
  const inVain = audit.traits.has('REOPENED') ? verified.at(-1) : undefined;
  for (const action of verified) {
    const { correctiveAction } = await client.act(JudgeEffectDocument, {
      correctiveActionId: action.id,
      expectedVersion: action.version,
      ...(action === inVain
        ? { verdict: 'NOT_EFFECTIVE' as const, reason: action.undertaken.inVain }
        : { verdict: 'EFFECTIVE' as const, reason: action.undertaken.lasting }),
    });
    action.version = correctiveAction.version;
    if (action === inVain) giveBack(stage, action);
  }
}

type FollowUp = NonNullable<NonNullable<FollowUpQuery['audit']>['documentaryFollowUp']>;

const stepOf = ({ id, version }: FollowUp) => ({ documentaryFollowUpId: id, expectedVersion: version });

/** The documentary follow-up of an audit, as its service reads it. */
async function followUpOf({ id, service }: Case): Promise<FollowUp> {
  const { audit } = await service.manager.query(FollowUpDocument, { id });
  if (!audit?.documentaryFollowUp) throw new Error('no documentary follow-up was scheduled');
  return audit.documentaryFollowUp;
}

/** Two years are too long for a demonstration: the coordination opens the follow-up at once. */
export async function openEarly(stage: Stage, audit: Case): Promise<void> {
  await stage.coordinator.act(OpenFollowUpDocument, stepOf(await followUpOf(audit)));
}

/** The service says what became of each action, and hands that in. */
export async function state(_stage: Stage, audit: Case): Promise<void> {
  const followUp = await followUpOf(audit);
  const { manager } = audit.service;
  for (const action of audit.actions) {
    const { documentaryFollowUp } = await manager.act(StateItemDocument, {
      ...stepOf(followUp),
      correctiveActionId: action.id,
      outcome: 'STILL_EFFECTIVE',
      statement: 'Toujours appliqué ; le dernier contrôle date de ce mois-ci.',
    });
    followUp.version = documentaryFollowUp.version;
  }
  await manager.act(SubmitFollowUpDocument, stepOf(followUp));
}

/** The lead concludes and the coordination closes; one action has lapsed, and goes back to the service. */
export async function review(stage: Stage, audit: Case): Promise<void> {
  const followUp = await followUpOf(audit);
  const { client } = leadOf(audit).auditor;
  const lapsed = audit.actions.find((action) => isVerified(stage, action));
  for (const item of followUp.items) {
    const { documentaryFollowUp } = await client.act(ConcludeItemDocument, {
      ...stepOf(followUp),
      followUpItemId: item.id,
      ...(item.correctiveAction?.id === lapsed?.id
        ? { conclusion: 'LAPSED' as const, reason: 'Le dernier contrôle daté est du printemps.' }
        : { conclusion: 'STILL_EFFECTIVE' as const, reason: 'Contrôles lus.' }),
    });
    followUp.version = documentaryFollowUp.version;
  }
  const { documentaryFollowUp } = await client.act(ReviewFollowUpDocument, stepOf(followUp));
  followUp.version = documentaryFollowUp.version;
  await stage.coordinator.act(CloseFollowUpDocument, stepOf(followUp));
  if (!lapsed) return;
  giveBack(stage, lapsed);
  const [closed, { correctiveAction }] = await Promise.all([
    followUpOf(audit),
    audit.service.manager.query(ActionStateDocument, { id: lapsed.id }),
  ]);
  stage.checks.hold(
    'a follow-up at half-cycle is closed, and gives back what has lapsed',
    closed.state === 'CLOSED' && correctiveAction?.state === 'REOPENED',
  );
}
