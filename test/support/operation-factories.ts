import type { Progress } from '../../server/operations';
import { globalId } from '../../server/kernel/ids';
import type { ApiClient, Json, TestApi } from './api';
import { insertRow } from './factories';

/** What an operation gives that did nothing. */
export const NOTHING_DONE = { created: 0, changed: 0, refused: 0, problems: [] };

/** An operation of an account, three rows long, waiting for its work; gives its UUID. */
export function makeOperation(
  api: TestApi,
  accountId: string,
  values: Record<string, unknown> = {},
): Promise<string> {
  return insertRow(api, 'operation', {
    kind: 'AUDITED_SERVICES_IMPORT',
    account_id: accountId,
    deadline_at: new Date(Date.now() + 600_000).toISOString(),
    total_count: 3,
    ...values,
  });
}

const OPERATION = `query ($id: ID!) { operation(id: $id) {
  kind state isDryRun doneCount totalCount message createdCount changedCount refusedCount finishedAt
  availableTransitions { act to isAvailable }
  problems(first: 10) { totalCount nodes { line severity code field value } } } }`;

/** An operation as a client reads it; null when it is none of his. */
export async function readOperation(
  client: ApiClient,
  id: string,
  headers: Record<string, string> = {},
): Promise<Record<string, Json> | null> {
  const { data } = await client.run(OPERATION, { id: globalId('Operation', id) }, headers);
  return data['operation'] as Record<string, Json> | null;
}

/** Something that work writes: whether it stays shows what became of its transaction. */
export async function writePerson({ manager }: Progress, familyName: string): Promise<void> {
  await manager.query(
    `insert into person (id, family_name, given_name) values (gen_random_uuid(), $1, 'Imported')`,
    [familyName],
  );
}

/** Whether a person of that name is there. */
export async function isWritten(api: TestApi, familyName: string): Promise<boolean> {
  return (await api.sql('select 1 from person where family_name = $1', [familyName])).length > 0;
}
