import { sectionScores, type GradeValue, type SectionScore } from '../../audits';
import type { Ask } from '../../database/read-model';
import { auditCoverage } from '../../evidence';
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
 * What the report of an audit says as things stand: what auditors sign, and what is frozen when it is issued. The same
 * state gives the same bytes, whoever asks and on whatever day: dose levels, employers and coverage are those of the day of
 * the visit, and both languages are in it. As many statements for the largest audit as for the smallest.
 * @param sql of an act, which sees everything: who may read which part is decided by `redaction.ts`
 * @throws Error when there is no such audit, or its visit has no day: a defect, since none gets as far as its report
 */
export async function reportBody(sql: Ask, auditId: string): Promise<ReportBody> {
  const [header] = await sql<HeaderRow>(HEADER, [auditId]);
  if (!header) throw new Error('a report without an audit');
  const { ids, scope, audit, auditedService, campaign, template } = header;
  const day = audit.visitOn;
  if (day === null) throw new Error(`the report of ${audit.reference}, whose visit has no day`);
  const [team, criteria, findings, doses, words, coverage] = await Promise.all([
    sql<TeamRow>(TEAM, [auditId, day]),
    sql<CriterionRow>(CRITERIA, [auditId]),
    sql<FindingRow>(FINDINGS, [auditId]),
    auditDoses(sql, [{ id: auditId, day }]),
    sql<WordsRow>(DOSE_WORDS, []),
    auditCoverage(sql, { id: auditId, ...ids, day }),
  ]);
  const [facts = []] = await measuresOfAudits(
    sql,
    [
      {
        id: auditId,
        templateVersionId: ids.templateVersionId,
        day,
        criterionIds: new Set(criteria.map(({ id }) => id)),
      },
    ],
    { stage: 'CONSENSUS', auditorId: null },
  );
  const graded = (value: GradeValue): number =>
    criteria.filter(({ consensus }) => consensus === value).length;
  return {
    audit,
    auditedService,
    campaign,
    template,
    team,
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
    measures: measuresInReport(facts, criteria),
    doses: dosesInReport(doses.get(auditId), words),
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
