import { globalId } from '../../server/kernel/ids';
import type { ApiClient, Json, TestApi } from './api';
import { makeAudit, makeAuditor, makeCampaign, makeCoordinator, makeService } from './factories';

/**
 * A campaign that composes teams: audits of services of their own, and auditors enough or not. Those who were there before
 * have retired.
 */
export async function makeComposition(
  api: TestApi,
  options: { audits?: number; radiologists?: number; radiographers?: number; state?: string } = {},
) {
  await api.sql(`update auditor set qualification = 'RETIRED'`);
  const campaignId = await makeCampaign(api, { state: options.state ?? 'MATCHING' });
  const audits: { auditId: string; serviceId: string; organisationId: string; managerId: string }[] = [];
  for (let n = 0; n < (options.audits ?? 2); n += 1) {
    const service = await makeService(api);
    audits.push({ ...(await makeAudit(api, { campaignId, serviceId: service.serviceId })), ...service });
  }
  const radiologists = await makeAuditors(api, 'RADIOLOGIST', options.radiologists ?? audits.length);
  const radiographers = await makeAuditors(api, 'RADIOGRAPHER', options.radiographers ?? audits.length);
  const coordinatorId = await makeCoordinator(api);
  return {
    campaignId,
    audits,
    radiologists,
    radiographers,
    coordinatorId,
    coordinator: api.as(coordinatorId),
  };
}

async function makeAuditors(api: TestApi, profession: string, count: number) {
  const made: Awaited<ReturnType<typeof makeAuditor>>[] = [];
  for (let n = 0; n < count; n += 1) made.push(await makeAuditor(api, { profession }));
  return made;
}

/** A campaign with what its teams are composed of. */
export type Composition = Awaited<ReturnType<typeof makeComposition>>;

/** What tests read of a run. */
export const RUN = `id state version isDryRun seed status objective bound gap message snapshotHash planHash publishedAt
  operation { state kind doneCount totalCount createdCount refusedCount }
  teams(first: 100) { totalCount nodes { week value audit { id reference }
    members { seat isLead auditor { id } assignment { id state } } } }
  availableTransitions { act isAvailable reason }`;

/** Starts a run and waits for its end; gives it as the coordinator reads it. */
export async function solved(
  client: ApiClient,
  campaignId: string,
  input: Record<string, unknown> = {},
): Promise<Json> {
  const payload = await client.act(
    'matchingRunStart',
    { campaignId: globalId('Campaign', campaignId), seconds: 1, ...input },
    'matchingRun { id }',
  );
  if (!payload.matchingRun) throw new Error(JSON.stringify(payload.userErrors));
  return ended(client, String(payload.matchingRun.id));
}

/** Waits until a run has ended. */
export async function ended(client: ApiClient, id: string): Promise<Json> {
  for (;;) {
    const run = await readRun(client, id);
    if (run.state !== 'QUEUED' && run.state !== 'RUNNING') return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** A run as a client reads it; null when it is hidden. */
export async function readRun(client: ApiClient, id: string, fields = RUN): Promise<Json> {
  const { data, errors } = await client.run(`query ($id: ID!) { matchingRun(id: $id) { ${fields} } }`, {
    id,
  });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.matchingRun;
}

/** Makes one of the moves of a run, in the version that was read. */
export function moveRun(
  client: ApiClient,
  act: 'matchingRunPublish' | 'matchingRunUndo' | 'matchingRunDiscard',
  run: Json,
  input: Record<string, unknown> = {},
): Promise<Json> {
  return client.act(
    act,
    { matchingRunId: run.id, expectedVersion: run.version, ...input },
    `matchingRun { ${RUN} }`,
  );
}

/** Who was called on in a campaign, audit by audit, radiologists first; of one state if it is given. */
export function called(api: TestApi, campaignId: string, state: string | null = null): Promise<Json[]> {
  return api.sql(
    `select s.id, s.state, s.seat, s.is_lead, s.audit_id, s.auditor_id
     from assignment s join audit a on a.id = s.audit_id
     where a.campaign_id = $1 and ($2::text is null or s.state = $2)
     order by s.audit_id, s.seat desc, s.created_at, s.id`,
    [campaignId, state],
  );
}
