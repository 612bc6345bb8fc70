import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { Application } from './application.entity';
import { applicationStates, type ApplicationFacts } from './application.states';

/** Which application, in which version, and why it is decided so. */
export interface ApplicationMoveInput {
  applicationId: string;
  expectedVersion: number;
  decisionReason?: string | null;
}

/**
 * Makes one move of the application's state table; the acts below differ in nothing else.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, CAMPAIGN_NOT_RUNNING
 */
async function moveApplication(
  uow: UnitOfWork,
  act: string,
  input: ApplicationMoveInput,
): Promise<{ application: string }> {
  const path = ['input', 'applicationId'];
  const application = await uow.require(Application, input.applicationId, path, input.expectedVersion);
  authorise(uow, act, { auditedServiceId: application.auditedServiceId });
  // The campaign keeps its state until this decision is written.
  const [facts] = await uow.sql<ApplicationFacts>(
    'select state as "campaignState" from campaign where id = $1 for share',
    [application.campaignId],
  );
  if (!facts) throw new Error('an application without a campaign');
  const decisionReason = input.decisionReason ?? null;
  await uow.move(
    applicationStates,
    Application,
    application,
    act,
    facts,
    decisionReason === null ? {} : { decisionReason },
  );
  uow.record({
    act,
    objectType: 'Application',
    objectId: application.id,
    campaignId: application.campaignId,
    detail: decisionReason === null ? {} : { decisionReason },
  });
  return { application: application.id };
}

/** Selects a service for the campaign. */
export const selectApplication = (uow: UnitOfWork, input: ApplicationMoveInput) =>
  moveApplication(uow, 'applicationSelect', input);

/** Puts a service on the waiting list. */
export const waitlistApplication = (uow: UnitOfWork, input: ApplicationMoveInput) =>
  moveApplication(uow, 'applicationWaitlist', input);

/** Rejects an application, with a reason. */
export const rejectApplication = (
  uow: UnitOfWork,
  input: ApplicationMoveInput & { decisionReason: string },
) => moveApplication(uow, 'applicationReject', input);

/** The selected service confirms that it takes part. */
export const confirmApplication = (uow: UnitOfWork, input: ApplicationMoveInput) =>
  moveApplication(uow, 'applicationConfirm', input);

/** The service withdraws before it has confirmed. */
export const withdrawApplication = (uow: UnitOfWork, input: ApplicationMoveInput) =>
  moveApplication(uow, 'applicationWithdraw', input);
