import { hash } from '@node-rs/argon2';
import type { Json, TestApi } from './api';
import { globalId } from '../../server/kernel/ids';
import { PASSWORD } from './sign-in';

/** What can be signed. */
export type Document = 'DRAFT' | 'REPORT' | 'AMENDMENT';

/** The act that signs a document. */
export const SIGNING_ACTS = {
  DRAFT: 'draftReportSign',
  REPORT: 'reportSign',
  AMENDMENT: 'reportAmendmentSign',
} as const;

/** The password of every test as a hash that costs little; made once. */
let passwordHash: Promise<string> | null = null;

/** Gives accounts the password of tests. */
export async function givePassword(api: TestApi, ...accountIds: string[]): Promise<void> {
  passwordHash ??= hash(PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  await api.sql('update account set password_hash = $2 where id = any($1)', [accountIds, await passwordHash]);
}

/** What an account may read before it signs; null where there is nothing, or where it may not. */
export async function previewOf(
  api: TestApi,
  accountId: string,
  auditId: string,
  document: Document,
): Promise<Json> {
  const answer = await api.as(accountId).run(
    `query ($id: ID!, $document: SignedDocument!) { audit(id: $id) {
       reportPreview(document: $document) { document number content contentSha256 confirmation } } }`,
    { id: globalId('Audit', auditId), document },
  );
  return answer.data?.audit?.reportPreview ?? null;
}

/** What signing takes beside the audit's version: what the account reads now, and its password. */
export async function signingOf(
  api: TestApi,
  accountId: string,
  auditId: string,
  document: Document,
): Promise<{ contentSha256: string; confirmation: string; password: string }> {
  await givePassword(api, accountId);
  const preview = await previewOf(api, accountId, auditId, document);
  const { contentSha256 = '0'.repeat(64), confirmation = 'Je signe' } = (preview ?? {}) as Record<
    string,
    string
  >;
  return { contentSha256, confirmation, password: PASSWORD };
}

/** An account signs what it reads; gives the payload. */
export async function signAs(
  api: TestApi,
  accountId: string,
  auditId: string,
  document: Document,
  more: Record<string, unknown> = {},
  selection?: string,
): Promise<Json> {
  const [audit] = await api.sql<{ version: number }>('select version from audit where id = $1', [auditId]);
  const signing = await signingOf(api, accountId, auditId, document);
  const input = { auditId: globalId('Audit', auditId), expectedVersion: audit?.version, ...signing, ...more };
  return api.as(accountId).act(SIGNING_ACTS[document], input, selection);
}

/** Lead and mate sign; neither may be refused. Gives the last payload. */
export async function signAll(
  api: TestApi,
  audit: { auditId: string; lead: { accountId: string }; mate: { accountId: string } },
  document: Document,
  selection?: string,
): Promise<Json> {
  let last: Json = null;
  for (const { accountId } of [audit.lead, audit.mate]) {
    last = await signAs(api, accountId, audit.auditId, document, {}, selection);
    expect(last.userErrors).toEqual([]);
  }
  return last;
}

/** The signatures of an audit that stand, by what they sign. */
export async function standingSignatures(api: TestApi, auditId: string): Promise<string[]> {
  const rows = await api.sql<{ document: string; profession: string }>(
    `select document, profession from report_signature where audit_id = $1 and voided_at is null
     order by document, profession`,
    [auditId],
  );
  return rows.map(({ document, profession }) => `${document} ${profession}`);
}
