import { requireState, type Audit } from '../audits';
import type { Ask } from '../database/read-model';
import type { FindingKind, FindingSeverity } from '../findings';
import { refuse } from '../kernel/outcome';
import type { ProposedChange } from './report-amendment.entity';
import type { SignedDocument } from './report-signature.entity';
import { freezeDocument, type FrozenDocument } from './document/freeze';
import { reportBody } from './document/report-body';
import type { ReportBody, ReportDocument } from './document/report-document';

/** What a draft says: a report whose findings are about to be shared. */
export interface DraftBody extends Omit<ReportBody, 'findings'> {
  findings: readonly {
    number: number;
    criterion: string | null;
    kind: FindingKind;
    severity: FindingSeverity | null;
    statement: string;
  }[];
}

/** What is read before it is signed. */
export interface ContentToSign extends FrozenDocument {
  document: SignedDocument;
  /** Version of the report that it is, or will be. */
  number: number;
  body: ReportBody | DraftBody;
}

/** A proposal that waits for signatures. */
export interface OpenAmendment {
  id: string;
  number: number;
  /** Which proposal of its audit it is: the first, the second. It never changes; another one has another version. */
  version: number;
  reason: string;
  changes: readonly ProposedChange[];
  proposedAt: string;
  amends: { number: number; sha256: string };
}

/**
 * What of an audit can be signed as it stands: the draft while it is written, the report while replies are disposed of, an
 * amendment while one is proposed.
 * @param sql reads with the eyes of an act
 * @returns null where there is nothing to sign
 */
export async function contentToSign(
  sql: Ask,
  audit: { id: string; state: string },
  document: SignedDocument,
): Promise<ContentToSign | null> {
  const [toSign] = await contentsToSign(sql, [audit], document);
  return toSign ?? null;
}

/** The same of several audits, in their order; only a body that there is to sign costs statements of its own. */
export async function contentsToSign(
  sql: Ask,
  audits: readonly { id: string; state: string }[],
  document: SignedDocument,
): Promise<(ContentToSign | null)[]> {
  const ids = audits.map(({ id }) => id);
  const amendments = document === 'AMENDMENT' ? await openAmendments(sql, ids) : new Map<string, never>();
  return Promise.all(
    audits.map(async ({ id, state }) => {
      if (document === 'DRAFT')
        return state === 'DRAFT_REPORT' ? toSign(document, 1, await draftBody(sql, id)) : null;
      if (document === 'REPORT')
        return state === 'FINALISATION' ? toSign(document, 1, await reportBody(sql, id)) : null;
      const amendment = amendments.get(id);
      return amendment
        ? toSign(document, amendment.number, await amendedBody(sql, id, amendment.changes))
        : null;
    }),
  );
}

/**
 * The same for an act, which must find it.
 * @throws Refusal ILLEGAL_TRANSITION, AMENDMENT_MISSING
 */
export async function requireContentToSign(
  sql: Ask,
  audit: Audit,
  document: SignedDocument,
): Promise<ContentToSign> {
  if (document === 'DRAFT') requireState(audit, ['DRAFT_REPORT']);
  if (document === 'REPORT') requireState(audit, ['FINALISATION']);
  return (await contentToSign(sql, audit, document)) ?? refuse('AMENDMENT_MISSING');
}

/** The proposal of an audit that is open; null when there is none. */
export async function openAmendment(sql: Ask, auditId: string): Promise<OpenAmendment | null> {
  return (await openAmendments(sql, [auditId])).get(auditId) ?? null;
}

/** The open proposals of audits by their ids, in one statement. */
export async function openAmendments(
  sql: Ask,
  auditIds: readonly string[],
): Promise<Map<string, OpenAmendment>> {
  const open = await sql<OpenAmendment & { auditId: string }>(
    `select m.audit_id as "auditId", m.id, m.number, m.reason, m.changes, m.created_at as "proposedAt",
       (select count(*)::int from report_amendment p where p.audit_id = m.audit_id) as version,
       json_build_object('number', r.number, 'sha256', r.sha256) as amends
     from report_amendment m join report r on r.audit_id = m.audit_id and r.number = m.number - 1
     where m.audit_id = any($1::uuid[]) and m.state = 'OPEN'`,
    [auditIds],
  );
  return new Map(open.map(({ auditId, ...amendment }) => [auditId, amendment]));
}

function toSign(document: SignedDocument, number: number, body: ReportBody | DraftBody): ContentToSign {
  return { document, number, body, ...freezeDocument(body) };
}

/** A draft says the findings as they are about to be shared; nothing was answered yet. */
async function draftBody(sql: Ask, auditId: string): Promise<DraftBody> {
  const findings = await sql<DraftBody['findings'][number]>(
    `select f.number, c.code as criterion, f.kind, f.severity, f.statement
     from finding f left join criterion c on c.id = f.criterion_id
     where f.audit_id = $1 and f.state = 'DRAFT' order by f.number`,
    [auditId],
  );
  return { ...(await reportBody(sql, auditId)), findings };
}

/**
 * An amendment says what the version before it said, but for the findings that it changes: what became of the audit since
 * is not its business. A version of the first schema had no body of its own.
 */
async function amendedBody(
  sql: Ask,
  auditId: string,
  changes: readonly ProposedChange[],
): Promise<ReportBody> {
  const [latest] = await sql<{ content: string }>(
    'select content from report where audit_id = $1 order by number desc limit 1',
    [auditId],
  );
  if (!latest) throw new Error('an amendment of no report');
  const issued = JSON.parse(latest.content) as Partial<ReportDocument>;
  const body = issued.body ?? (await reportBody(sql, auditId));
  const statements = new Map(changes.map(({ finding, statement }) => [finding, statement]));
  const findings = body.findings.map((finding) => ({
    ...finding,
    statement: statements.get(finding.number) ?? finding.statement,
  }));
  return { ...body, findings };
}
