import { randomUUID } from 'node:crypto';
import { AuditedService } from '../../audited-services';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise, type SecretBox } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { ShownOnce } from '../../kernel/shown-once';
import type { Unreachable } from './reach-host';
import { newWebhookSecret, sealWebhookSecret } from './sign-webhook';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { webhookEndpointStates } from './webhook-endpoint.states';
import { WebhookSecret } from './webhook-secret.entity';

/** A new endpoint: of a service, or of the programme when no service is named. */
export interface WebhookEndpointCreateInput {
  id?: string | null;
  auditedServiceId?: string | null;
  url: string;
  topics?: readonly string[] | null;
  description?: string | null;
}

/** Which endpoint, in which version. */
export interface WebhookEndpointInput {
  webhookEndpointId: string;
  expectedVersion: number;
}

/** What changes of an endpoint; what is left out stays. */
export interface WebhookEndpointUpdateInput extends WebhookEndpointInput {
  url?: string | null;
  topics?: readonly string[] | null;
  description?: string | null;
}

/** For how long the secret before signs beside the new one. */
export interface WebhookSecretRotateInput extends WebhookEndpointInput {
  overlapHours?: number | null;
}

type WithSecret = Promise<{ webhookEndpoint: string; webhookSecret: ShownOnce<{ secret: string }> }>;

const OVERLAP_HOURS = 24;
const HOUR_MS = 3_600_000;

/** The endpoint as its owner sees it, locked. @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN */
export async function requireEndpoint(
  uow: UnitOfWork,
  act: string,
  { webhookEndpointId, expectedVersion }: { webhookEndpointId: string; expectedVersion?: number },
): Promise<WebhookEndpoint> {
  const endpoint = await uow.require(
    WebhookEndpoint,
    webhookEndpointId,
    ['input', 'webhookEndpointId'],
    expectedVersion,
  );
  const { auditedServiceId, accountId } = endpoint;
  authorise(uow, act, { auditedServiceId, accountId });
  return endpoint;
}

/** Notes an act on an endpoint for the trail. */
export function recordEndpoint(uow: UnitOfWork, act: string, endpointId: string): void {
  uow.record({ act, objectType: 'WebhookEndpoint', objectId: endpointId });
}

/**
 * Opens an endpoint and gives its first secret, which is never shown again.
 * @param refused why no webhook may go to its URL, as `unreachable` found
 * @throws Refusal NOT_FOUND, FORBIDDEN, WEBHOOK_URL_REFUSED, WEBHOOK_HOST_REFUSED
 */
export async function createWebhookEndpoint(
  uow: UnitOfWork,
  input: WebhookEndpointCreateInput,
  refused: Unreachable | null,
  box: SecretBox,
): WithSecret {
  const auditedServiceId = await ownerOf(uow, input.auditedServiceId ?? null);
  if (refused) refuse(refused, ['input', 'url']);
  const endpointId = await uow.insert(WebhookEndpoint, {
    id: input.id ?? randomUUID(),
    auditedServiceId,
    accountId: auditedServiceId === null ? uow.viewer.accountId : null,
    url: input.url,
    topics: [...new Set(input.topics ?? [])].sort(),
    description: input.description ?? null,
  });
  const webhookSecret = await addSecret(uow, box, endpointId);
  recordEndpoint(uow, 'webhookEndpointCreate', endpointId);
  return { webhookEndpoint: endpointId, webhookSecret };
}

/** The service whose endpoint it will be, if it is the actor's to manage; null for the programme's. */
async function ownerOf(uow: UnitOfWork, auditedServiceId: string | null): Promise<string | null> {
  const act = 'webhookEndpointCreate';
  if (auditedServiceId === null) {
    authorise(uow, act, {});
    return null;
  }
  const path = ['input', 'auditedServiceId'];
  const service = await uow.require(AuditedService, auditedServiceId, path);
  authorise(uow, act, { auditedServiceId: service.id });
  // A coordinator sees all services, and has nothing to be told in the name of one.
  if (uow.viewer.services.get(service.id) !== 'SERVICE_MANAGER') refuse('FORBIDDEN', path);
  return service.id;
}

async function addSecret(
  uow: UnitOfWork,
  box: SecretBox,
  endpointId: string,
): Promise<ShownOnce<{ secret: string }>> {
  const secret = newWebhookSecret();
  await uow.insert(WebhookSecret, {
    webhookEndpointId: endpointId,
    sealed: sealWebhookSecret(box, endpointId, secret),
  });
  return new ShownOnce({ secret });
}

/**
 * Changes where an endpoint is and what it is told of; what waits goes to the new address.
 * @param refused why no webhook may go to its new URL, as `unreachable` found
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, WEBHOOK_URL_REFUSED, WEBHOOK_HOST_REFUSED
 */
export async function updateWebhookEndpoint(
  uow: UnitOfWork,
  input: WebhookEndpointUpdateInput,
  refused: Unreachable | null,
): Promise<{ webhookEndpoint: string }> {
  const endpoint = await requireEndpoint(uow, 'webhookEndpointUpdate', input);
  if (refused) refuse(refused, ['input', 'url']);
  await uow.change(WebhookEndpoint, endpoint, {
    url: input.url ?? endpoint.url,
    topics: input.topics ? [...new Set(input.topics)].sort() : endpoint.topics,
    description: input.description === undefined ? endpoint.description : input.description,
  });
  recordEndpoint(uow, 'webhookEndpointUpdate', endpoint.id);
  return { webhookEndpoint: endpoint.id };
}

/** Switches an endpoint on again; what ended meanwhile can be replayed. @throws as `requireEndpoint`, ILLEGAL_TRANSITION */
export async function enableWebhookEndpoint(
  uow: UnitOfWork,
  input: WebhookEndpointInput,
): Promise<{ webhookEndpoint: string }> {
  return move(uow, 'webhookEndpointEnable', input, { disabledBecause: null, failingSince: null });
}

/** Switches an endpoint off: nothing more is sent. @throws as `requireEndpoint`, ILLEGAL_TRANSITION */
export async function disableWebhookEndpoint(
  uow: UnitOfWork,
  input: WebhookEndpointInput,
): Promise<{ webhookEndpoint: string }> {
  return move(uow, 'webhookEndpointDisable', input, { disabledBecause: 'OWNER' });
}

async function move(
  uow: UnitOfWork,
  act: string,
  input: WebhookEndpointInput,
  patch: Partial<WebhookEndpoint>,
): Promise<{ webhookEndpoint: string }> {
  const endpoint = await requireEndpoint(uow, act, input);
  await uow.move(webhookEndpointStates, WebhookEndpoint, endpoint, act, {}, patch);
  recordEndpoint(uow, act, endpoint.id);
  return { webhookEndpoint: endpoint.id };
}

/**
 * Gives an endpoint a new secret; those before sign beside it for the overlap, so that the receiver can change over
 * without a gap.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN
 */
export async function rotateWebhookSecret(
  uow: UnitOfWork,
  input: WebhookSecretRotateInput,
  box: SecretBox,
): WithSecret {
  const endpoint = await requireEndpoint(uow, 'webhookSecretRotate', input);
  const overlap = (input.overlapHours ?? OVERLAP_HOURS) * HOUR_MS;
  await uow.sql(
    `update webhook_secret set ends_at = least(coalesce(ends_at, $2), $2) where webhook_endpoint_id = $1`,
    [endpoint.id, new Date(uow.now().getTime() + overlap).toISOString()],
  );
  const webhookSecret = await addSecret(uow, box, endpoint.id);
  await uow.change(WebhookEndpoint, endpoint, {});
  recordEndpoint(uow, 'webhookSecretRotate', endpoint.id);
  return { webhookEndpoint: endpoint.id, webhookSecret };
}
