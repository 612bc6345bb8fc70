import { sectionScores, type GradeValue, type SectionScore } from '../../audits';
import type { Ask } from '../../database/read-model';
import { coverageOfAudits, type FamilyCount } from '../../evidence';
import { auditDoses, measuresOfAudits } from '../../measures';
import { treatmentOf } from '../finding-treatment';
import {
  CRITERIA,
  DOSE_WORDS,
  FINDINGS,
  HEADER,
  TEAM,
  type CriterionRow,
  type FindingRow,
  type HeaderRow,
  type TeamRow,
  type WordsRow,
} from './body-statements';
import { dosesInReport } from './doses-in-report';
import { measuresInReport } from './measures-in-report';
import type { FindingInReport, ReportBody, SectionFigures } from './report-document';

/**
 * What the reports of audits say as things stand: what auditors sign, and what is frozen when they are issued. The same
 * state gives the same bytes, whoever asks and on whatever day: dose levels, employers and coverage are those of the day of
 * the visit, and both languages are in it. As many statements for many audits as for one, and for the largest as for the
 * smallest.
 * @param sql of an act, which sees everything: who may read which part is decided by `redaction.ts`
 * @returns by the ids of the audits
 * @throws Error when there is no such audit, or its visit has no day: a defect, since none gets as far as its report
 */
export async function reportBodies(sql: Ask, auditIds: readonly string[]): Promise<Map<string, ReportBody>> {
  if (auditIds.length === 0) return new Map();
  const headers = await sql<HeaderRow>(HEADER, [auditIds]);
  const audits = headers.map(({ auditId, templateVersionId, audit }) => {
    if (audit.visitOn === null) throw new Error(`the report of ${audit.reference}, whose visit has no day`);
    return { id: auditId, templateVersionId, day: audit.visitOn };
  });
  const [team, criteria, findings, doses, words, coverage] = await Promise.all([
    sql<TeamRow>(TEAM, [auditIds]),
    sql<CriterionRow>(CRITERIA, [auditIds]),
    sql<FindingRow>(FINDINGS, [auditIds]),
    auditDoses(sql, audits),
    sql<WordsRow>(DOSE_WORDS, []),
    coverageOfAudits(sql, audits),
  ]);
  const [teamOf, criteriaOf, findingsOf] = [byAudit(team), byAudit(criteria), byAudit(findings)];
  const facts = await measuresOfAudits(
    sql,
    audits.map((audit) => ({
      ...audit,
      criterionIds: new Set(criteriaOf(audit.id).map(({ id }) => id)),
    })),
    { stage: 'CONSENSUS', auditorId: null },
  );
  return new Map(
    headers.map((header, index) => {
      const id = header.auditId;
      const body = bodyOf(header, {
        team: teamOf(id),
        criteria: criteriaOf(id),
        findings: findingsOf(id),
        measures: measuresInReport(facts[index] ?? [], criteriaOf(id)),
        doses: dosesInReport(doses.get(id), words),
        coverage: coverage.get(id) ?? [],
      });
      return [id, body];
    }),
  );
}

/** The same of one audit. */
export async function reportBody(sql: Ask, auditId: string): Promise<ReportBody> {
  const body = (await reportBodies(sql, [auditId])).get(auditId);
  if (!body) throw new Error('a report without an audit');
  return body;
}

/** Rows by the audits that they name, in their order. */
function byAudit<Row extends { auditId: string }>(rows: readonly Row[]): (auditId: string) => Row[] {
  const own = new Map<string, Row[]>();
  for (const row of rows) {
    const before = own.get(row.auditId);
    if (before) before.push(row);
    else own.set(row.auditId, [row]);
  }
  return (auditId) => own.get(auditId) ?? [];
}

/** What one audit consists of. */
interface Parts {
  team: readonly TeamRow[];
  criteria: readonly CriterionRow[];
  findings: readonly FindingRow[];
  measures: ReportBody['measures'];
  doses: ReportBody['doses'];
  coverage: readonly FamilyCount[];
}

function bodyOf(header: HeaderRow, { team, criteria, findings, coverage, ...measured }: Parts): ReportBody {
  const { scope, audit, auditedService, campaign, template } = header;
  const graded = (value: GradeValue): number =>
    criteria.filter(({ consensus }) => consensus === value).length;
  return {
    audit,
    auditedService,
    campaign,
    template,
    team: team.map(({ member }) => member),
    scope: {
      criteria: criteria.length,
      notApplicable: graded('NOT_APPLICABLE'),
      notEvaluated: graded('NOT_EVALUATED'),
      ...scope,
    },
    sections: sectionsOf(criteria),
    criteria: criteria.map(({ code, sectionCode, title, self, consensus, reason }) => ({
      code,
      section: sectionCode,
      title,
      selfAssessment: self,
      consensus,
      reason,
    })),
    ...measured,
    findings: findings.map(treated),
    coverage: coverage.map(({ code, label, clauses, full, partial }) => ({
      reference: code,
      title: label,
      clauses,
      full,
      partial,
    })),
  };
}

function sectionsOf(criteria: readonly CriterionRow[]): ReportBody['sections'] {
  const own = new Map(scoresOf(criteria, 'self').map((score) => [score.sectionId, score]));
  return scoresOf(criteria, 'consensus').map((consensus) => {
    const section = criteria.find(({ sectionId }) => sectionId === consensus.sectionId);
    if (!section) throw new Error('a score of a section without criteria');
    return {
      code: section.sectionCode,
      title: section.sectionTitle,
      consensus: figures(consensus),
      selfAssessment: figures(own.get(consensus.sectionId)),
    };
  });
}

function scoresOf(criteria: readonly CriterionRow[], stage: 'self' | 'consensus'): SectionScore[] {
  const grades = criteria.flatMap((row): { criterionId: string; value: GradeValue }[] => {
    const value = row[stage];
    return value === null ? [] : [{ criterionId: row.id, value }];
  });
  return sectionScores(grades, criteria);
}

function figures(section: SectionScore | undefined): SectionFigures {
  if (!section) throw new Error('a section without a score');
  const { score, gradedCount, applicableCount } = section;
  return { score, gradedCount, applicableCount };
}

function treated(finding: FindingRow): FindingInReport {
  const { number, criterion, kind, severity, statement, draftedStatement, draftedSeverity } = finding;
  const { state, replyKind, argument, repliedAt, evidence, silence } = finding;
  const { disposition, dispositionReason, disposedAt } = finding;
  const isWithdrawn = state === 'WITHDRAWN';
  return {
    number,
    criterion,
    kind,
    severity,
    // What stands when the report is issued becomes final by that very act.
    state: isWithdrawn ? 'WITHDRAWN' : 'FINAL',
    statement,
    drafted: { statement: draftedStatement, severity: draftedSeverity },
    treatment: treatmentOf({ state, replyKind, disposition, silence }),
    reply: replyKind && { kind: replyKind, argument, repliedAt, evidence: evidence ?? [] },
    disposition: disposition && { decision: disposition, reason: dispositionReason, disposedAt },
    callsForAction: !isWithdrawn && (kind === 'NON_CONFORMITY' || kind === 'RECOMMENDATION'),
  };
}
