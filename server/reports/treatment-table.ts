import { silenceIn, type Silence } from '../campaigns';
import type { Ask, ComputedEdge } from '../database/read-model';
import {
  repliedAt,
  replyEvidence,
  type Disposition,
  type FindingKind,
  type FindingReplyKind,
  type FindingSeverity,
  type FindingState,
  type NamedEvidence,
} from '../findings';
import { treatmentOf, type Treatment } from './finding-treatment';

/** One line of the table: what was drafted, what the service said, what the team made of it. */
export interface TreatedFinding {
  number: number;
  criterionCode: string | null;
  kind: FindingKind;
  draftedStatement: string;
  draftedSeverity: FindingSeverity | null;
  replyKind: FindingReplyKind | null;
  argument: string | null;
  repliedAt: string | null;
  evidence: readonly NamedEvidence[];
  disposition: Disposition | null;
  dispositionReason: string | null;
  disposedAt: string | null;
  statement: string;
  severity: FindingSeverity | null;
  /** Null while the service may still reply, or the team has not decided. */
  treatment: Treatment | null;
}

/** The table of treatments of an audit (tableau de traitement). */
export interface TreatmentTable {
  silence: Silence;
  findings: TreatedFinding[];
}

/** `Audit.treatmentTable`: null before the draft is shared. */
export const treatmentTableEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: (audits, { sql }) =>
    treatmentTables(
      sql,
      audits.map(({ id }) => id),
    ),
};

interface Line extends Omit<TreatedFinding, 'evidence' | 'treatment'> {
  auditId: string;
  silence: Silence;
  isOpen: boolean;
  state: FindingState;
  evidence: readonly NamedEvidence[] | null;
}

/** The tables of audits, in their order and in one statement. */
async function treatmentTables(sql: Ask, auditIds: readonly string[]): Promise<(TreatmentTable | null)[]> {
  const lines = await sql<Line>(LINES, [auditIds]);
  const tables = new Map<string, TreatmentTable>();
  for (const { auditId, ...line } of lines) {
    const { silence } = line;
    const table = tables.get(auditId) ?? { silence, findings: [] };
    table.findings.push(treated(line));
    tables.set(auditId, table);
  }
  return auditIds.map((id) => tables.get(id) ?? null);
}

function treated({ silence, isOpen, state, evidence, ...said }: Omit<Line, 'auditId'>): TreatedFinding {
  const { replyKind, disposition } = said;
  const isDecided = state === 'CONTESTED' ? false : replyKind !== null || !isOpen;
  return {
    ...said,
    evidence: evidence ?? [],
    treatment: isDecided ? treatmentOf({ state, replyKind, disposition, silence }) : null,
  };
}

const LINES = `
  select f.audit_id as "auditId", ${silenceIn('f.campaign_id')} as silence, a.state = 'CONTRADICTORY' as "isOpen", f.state,
    f.number, c.code as "criterionCode", f.kind, f.drafted_statement as "draftedStatement",
    f.drafted_severity as "draftedSeverity", r.kind as "replyKind", r.argument, ${repliedAt('r')} as "repliedAt",
    ${replyEvidence('r')} as evidence, r.disposition, r.disposition_reason as "dispositionReason",
    r.disposed_at as "disposedAt", f.statement, f.severity
  from finding f
  join audit a on a.id = f.audit_id
  left join criterion c on c.id = f.criterion_id
  left join finding_reply r on r.finding_id = f.id
  where f.audit_id = any($1::uuid[]) and f.drafted_statement is not null
  order by f.number`;
