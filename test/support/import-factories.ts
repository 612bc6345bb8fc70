import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient, Json } from './api';

const root = join(__dirname, '../..');

/** A file of the project as text, its byte order mark included. */
export function fileText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What an import gave. */
export interface Imported {
  state: string;
  createdCount: number;
  changedCount: number;
  refusedCount: number;
  doneCount: number;
  totalCount: number;
  /** `line severity code`, in the order of the file. */
  problems: string[];
}

const OPERATION = `query ($id: ID!) { operation(id: $id) {
  state createdCount changedCount refusedCount doneCount totalCount
  problems(first: 100) { nodes { line severity code field } } } }`;

/** Starts an import and follows it to its end. */
export async function importFile(
  client: ApiClient,
  mutation: 'auditedServicesImport' | 'auditorsImport',
  text: string,
  isDryRun = false,
): Promise<Imported> {
  const content = mutation === 'auditorsImport' ? { text } : { csv: text };
  const payload = await client.act(mutation, { ...content, isDryRun }, 'operation { id }');
  if (payload['userErrors']?.length) throw new Error(JSON.stringify(payload['userErrors']));
  const id = payload['operation']?.['id'];
  for (;;) {
    const { data } = await client.run(OPERATION, { id });
    const { problems, ...operation } = data['operation'] as unknown as Omit<Imported, 'problems'> & {
      problems: { nodes: { line: number; severity: string; code: string }[] };
    };
    if (!['QUEUED', 'RUNNING'].includes(operation.state))
      return {
        ...operation,
        problems: problems.nodes.map(({ line, severity, code }) => `${line} ${severity} ${code}`),
      };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The userErrors of a payload as `CODE path`. */
export function errorsOf(payload: Json): string[] {
  const errors = payload['userErrors'] as unknown as { code: string; path: string[] | null }[];
  return errors.map(({ code, path }) => `${code} ${path?.join('.') ?? '—'}`);
}
