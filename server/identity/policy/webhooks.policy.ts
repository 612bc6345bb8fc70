import type { RowRule } from '../../database/read-model';
import type { RoomPolicy, TypePolicy } from '../access';
import { amongIds, either, NOTHING } from '../row-rules';

/** Counts of what their reader sees; computed for him, and no rows. */
const counts = (withRow: string): TypePolicy => ({
  seenBy:
    'Coordination et comité de pilotage ; sans les audits des services avec lesquels ils ont un lien, qui ne comptent nulle part.',
  rows: () => NOTHING,
  withRow,
});

/** Endpoints of services that the viewer manages, and his own as a coordinator. */
const ownEndpoints: RowRule = (viewer, t, bind) => {
  const managed = [...viewer.services].flatMap(([id, role]) => (role === 'SERVICE_MANAGER' ? [id] : []));
  return either(
    amongIds(`${t}.audited_service_id`, managed, bind),
    viewer.roles.has('COORDINATOR') && viewer.accountId !== null
      ? `${t}.account_id = ${bind(viewer.accountId)}`
      : NOTHING,
  );
};

/** What belongs to an endpoint is seen with it. */
const withEndpoint: RowRule = (viewer, t, bind, within, parents) =>
  within === null
    ? `exists (select 1 from webhook_endpoint e where e.id = ${t}.webhook_endpoint_id and ${String(
        ownEndpoints(viewer, 'e', bind, within, parents),
      )})`
    : null;

const withDelivery: RowRule = (viewer, t, bind, within, parents) =>
  within === null
    ? `exists (select 1 from webhook_delivery d where d.id = ${t}.webhook_delivery_id and ${String(
        withEndpoint(viewer, 'd', bind, within, parents),
      )})`
    : null;

const OWNER = 'Son titulaire : qui gère le service, ou le membre de la coordination qui l’a ouvert.';
const shown = (withRow: string): TypePolicy => ({ seenBy: OWNER, rows: () => NOTHING, withRow });

/** Webhooks, their deliveries, and a campaign at a glance. */
export const webhooksPolicy: RoomPolicy = {
  types: {
    WebhookEndpoint: {
      seenBy: OWNER,
      rows: (viewer, t, bind, within, parents) =>
        within === 'WebhookDelivery' ? null : ownEndpoints(viewer, t, bind, within, parents),
      withRow:
        'id auditedService url description topics state failingSince disabledBecause deliveries availableTransitions version createdAt updatedAt',
    },
    WebhookDelivery: {
      seenBy: OWNER,
      rows: withEndpoint,
      withRow:
        'id webhookEndpoint sequence topic body state nextTryAt endedAt attempts version createdAt updatedAt',
    },
    WebhookAttempt: {
      seenBy: OWNER,
      rows: withDelivery,
      withRow: 'id number outcome statusCode answer beganAt durationMs',
    },
    WebhookSecret: shown('secret'),
    WebhookHeader: shown('name value'),
    WebhookDryRun: shown('url headers body'),
    CampaignProgress: counts(
      `day auditCount lateCount states turns openRequestCount lateRequestCount openRecusalCount lateRecusalCount
       frozenAssignmentCount openActionCount lateActionCount applications deadlines auditorLoads`,
    ),
    AuditStateCount: counts('state auditCount'),
    AuditTurnCount: counts('turn auditCount lateCount'),
    ApplicationStateCount: counts('state applicationCount'),
    AuditDeadlinePage: counts('deadlines totalCount hasNextPage endCursor'),
    AuditDeadline: counts('audit kind dueOn turn isLate lateWorkingDays'),
    AuditorLoadPage: counts('loads totalCount hasNextPage endCursor'),
    AuditorLoad: counts('auditor auditCounts visits openTaskCount'),
    MonthlyVisits: counts('month visitCount'),
  },
  mutations: {
    webhookEndpointCreate: ['SERVICE_MANAGER', 'COORDINATOR'],
    webhookEndpointUpdate: ['SERVICE_MANAGER', 'SELF'],
    webhookEndpointEnable: ['SERVICE_MANAGER', 'SELF'],
    webhookEndpointDisable: ['SERVICE_MANAGER', 'SELF'],
    webhookSecretRotate: ['SERVICE_MANAGER', 'SELF'],
    webhookDeliveryReplay: ['SERVICE_MANAGER', 'SELF'],
    webhookTrigger: ['SERVICE_MANAGER', 'SELF'],
  },
  queries: {
    campaignProgress: ['COORDINATOR', 'STEERING_MEMBER'],
    webhookEndpoints: ['SIGNED_IN'],
    webhookDryRun: ['SIGNED_IN'],
  },
  arguments: {
    'Query.campaignProgress.campaignId': { reveals: 'auditCount' },
    'Query.webhookDryRun.webhookEndpointId': { reveals: 'url headers body' },
    'Query.webhookDryRun.topic': { reveals: 'body' },
    'CampaignProgress.deadlines.isLate': { reveals: 'deadlines' },
  },
};
