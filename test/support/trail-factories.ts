import type { DataSource } from 'typeorm';
import { createDataSource, type DatabaseAddress } from '../../server/database/data-source';
import { globalId } from '../../server/kernel/ids';
import { databaseRecords } from '../../server/trail/database-records';
import type { TrailRecord } from '../../server/trail/records';
import { verifyTrail, type Held, type TrailVerdict } from '../../server/trail/verify-trail';
import type { TestApi } from './api';
import { makeCoordinator, makeTeamedAudit } from './factories';
import { withDatabase } from './start-database';

/** Two audits in two campaigns, and who coordinates them. */
export interface TrailStage {
  coordinatorId: string;
  audits: Awaited<ReturnType<typeof makeTeamedAudit>>[];
}

/** Makes audits that acts can be done on over and over. */
export async function makeTrailStage(api: TestApi): Promise<TrailStage> {
  const coordinatorId = await makeCoordinator(api);
  const audits = [
    await makeTeamedAudit(api, { state: 'ON_SITE' }),
    await makeTeamedAudit(api, { state: 'ON_SITE' }),
  ];
  return { coordinatorId, audits };
}

/** Suspends and resumes an audit so many times: two entries each, every other one with a detail. */
export async function suspendAndResume(
  api: TestApi,
  stage: TrailStage,
  which: number,
  times: number,
): Promise<void> {
  const client = api.as(stage.coordinatorId);
  const auditId = stage.audits[which]?.auditId ?? '';
  for (let time = 1; time <= times; time += 1) {
    for (const act of ['auditSuspend', 'auditResume'] as const) {
      const [row] = await api.sql<{ version: number }>('select version from audit where id = $1', [auditId]);
      const reason = act === 'auditSuspend' ? { reason: `Panne n° ${time}` } : {};
      const input = { auditId: globalId('Audit', auditId), expectedVersion: row?.version, ...reason };
      const payload = await client.act(act, input);
      if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
    }
  }
}

/** Connections with the rights of the reading role alone, as somebody who verifies has them; close them. */
export async function connectAsReader(api: TestApi): Promise<DataSource> {
  const { address } = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as { address: DatabaseAddress };
  const [row] = await api.sql<{ name: string }>('select current_database() as name');
  return createDataSource(withDatabase(address, row?.name ?? ''), 2, 'reader').initialize();
}

/** All records of the trail. */
export async function recordsOf(reader: DataSource, hasContent = true): Promise<TrailRecord[]> {
  const records: TrailRecord[] = [];
  for await (const record of databaseRecords(reader, hasContent)) records.push(record);
  return records;
}

/** What the verifier finds in the database. */
export function verifyDatabase(reader: DataSource, held?: Held): Promise<TrailVerdict> {
  return verifyTrail(databaseRecords(reader, true), held);
}

/** Each problem that was found, behind the chain that it is in. */
export function problemsOf(verdict: TrailVerdict): string[] {
  return [
    ...verdict.chains.flatMap(({ chain, problems }) => problems.map((problem) => `${chain} ${problem}`)),
    ...verdict.problems,
  ];
}
