import { requireState, type Audit } from '../audits';
import type { Ask } from '../database/read-model';
import type { FindingKind, FindingSeverity } from '../findings';
import { refuse } from '../kernel/outcome';
import type { ProposedChange } from './report-amendment.entity';
import type { SignedDocument } from './report-signature.entity';
import { freezeDocument, type FrozenDocument } from './document/freeze';
import { reportBodies } from './document/report-body';
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

/** The same of several audits, in their order; as many statements for many as for one. */
export async function contentsToSign(
  sql: Ask,
  audits: readonly { id: string; state: string }[],
  document: SignedDocument,
): Promise<(ContentToSign | null)[]> {
  const contents = await (document === 'AMENDMENT'
    ? amendedBodies(
        sql,
        audits.map(({ id }) => id),
      )
    : bodiesAsTheyStand(
        sql,
        audits.filter(({ state }) => state === SIGNED_IN[document]).map(({ id }) => id),
        document,
      ));
  return audits.map(({ id }) => {
    const found = contents.get(id);
    return found ? { document, ...found, ...freezeDocument(found.body) } : null;
  });
}

/** In which state of its audit a document is signed. */
const SIGNED_IN = { DRAFT: 'DRAFT_REPORT', REPORT: 'FINALISATION' } as const;

/**
 * The same for an act, which must find it.
 * @throws Refusal ILLEGAL_TRANSITION, AMENDMENT_MISSING
 */
export async function requireContentToSign(
  sql: Ask,
  audit: Audit,
  document: SignedDocument,
): Promise<ContentToSign> {
  if (document !== 'AMENDMENT') requireState(audit, [SIGNED_IN[document]]);
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

/** Bodies of what can be signed, with the version of the report that each is or will be, by the ids of their audits. */
type Bodies = Map<string, Pick<ContentToSign, 'number' | 'body'>>;

/** The report as things stand; a draft says the findings as they are about to be shared, since nothing was answered yet. */
async function bodiesAsTheyStand(
  sql: Ask,
  auditIds: readonly string[],
  document: 'DRAFT' | 'REPORT',
): Promise<Bodies> {
  const bodies = [...(await reportBodies(sql, auditIds))];
  if (document === 'REPORT') return new Map(bodies.map(([id, body]) => [id, { number: 1, body }]));
  const drafted = await sql<{ auditId: string; finding: DraftBody['findings'][number] }>(
    `select f.audit_id as "auditId", json_build_object('number', f.number, 'criterion', c.code, 'kind', f.kind,
       'severity', f.severity, 'statement', f.statement) as finding
     from finding f left join criterion c on c.id = f.criterion_id
     where f.audit_id = any($1::uuid[]) and f.state = 'DRAFT' order by f.number`,
    [auditIds],
  );
  const findingsOf = (id: string): DraftBody['findings'] =>
    drafted.filter(({ auditId }) => auditId === id).map(({ finding }) => finding);
  return new Map(
    bodies.map(([id, body]) => [id, { number: 1, body: { ...body, findings: findingsOf(id) } }]),
  );
}

/**
 * Amendments say what the version before them said, but for the findings that they change: what became of the audit since
 * is not their business. A version of the first schema had no body of its own.
 */
async function amendedBodies(sql: Ask, auditIds: readonly string[]): Promise<Bodies> {
  const amendments = await openAmendments(sql, auditIds);
  if (amendments.size === 0) return new Map();
  const latest = await sql<{ auditId: string; content: string }>(
    `select distinct on (audit_id) audit_id as "auditId", content from report
     where audit_id = any($1::uuid[]) order by audit_id, number desc`,
    [[...amendments.keys()]],
  );
  const issued = latest.map(({ auditId, content }) => {
    const { body } = JSON.parse(content) as Partial<ReportDocument>;
    return { auditId, body };
  });
  const anew = await reportBodies(
    sql,
    issued.filter(({ body }) => body === undefined).map(({ auditId }) => auditId),
  );
  return new Map(
    issued.flatMap(({ auditId, body = anew.get(auditId) }) => {
      const amendment = amendments.get(auditId);
      if (!amendment || !body) throw new Error('an amendment of no report');
      return [[auditId, { number: amendment.number, body: amended(body, amendment.changes) }] as const];
    }),
  );
}

function amended(body: ReportBody, changes: readonly ProposedChange[]): ReportBody {
  const statements = new Map(changes.map(({ finding, statement }) => [finding, statement]));
  const findings = body.findings.map((finding) => ({
    ...finding,
    statement: statements.get(finding.number) ?? finding.statement,
  }));
  return { ...body, findings };
}
