import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sectionScores, type GradeValue, type SectionScore } from '../audits';
import type { Ask } from '../database/read-model';
import { treatmentOf } from './finding-treatment';
import {
  CRITERIA,
  FINDINGS,
  HEADER,
  TEAM,
  type CriterionRow,
  type FindingRow,
  type HeaderRow,
  type TeamRow,
} from './report-statements';

/** A text ready to be frozen. */
export interface ReportContent {
  /** Canonical JSON (RFC 8785). */
  content: string;
  /** Of the content in UTF-8, hexadecimal. */
  sha256: string;
}

/**
 * Builds what the report of an audit says as it stands now, in four statements whatever its size. Nothing in it depends on
 * who issues it: both languages of the template are in it, and no id that only this database knows.
 */
export async function reportBody(sql: Ask, auditId: string) {
  const [header] = await sql<HeaderRow>(HEADER, [auditId]);
  if (!header) throw new Error('a report without an audit');
  const team = await sql<TeamRow>(TEAM, [auditId]);
  const criteria = await sql<CriterionRow>(CRITERIA, [auditId]);
  const findings = await sql<FindingRow>(FINDINGS, [auditId]);
  return {
    ...header,
    team,
    sections: sectionsOf(criteria),
    grades: criteria.map(({ code, consensus, reason }) => ({ criterion: code, value: consensus, reason })),
    findings: findings.map(treated),
  };
}

/**
 * The canonical form of a report or its body, and its hash: anyone can compute both again from the content.
 * @throws Error when it is not JSON
 */
export function freeze(report: object): ReportContent {
  const content = canonicalize(report);
  if (content === undefined) throw new Error('a report that is not JSON');
  return { content, sha256: createHash('sha256').update(content, 'utf8').digest('hex') };
}

function sectionsOf(criteria: readonly CriterionRow[]) {
  const titles = new Map(criteria.map((row) => [row.sectionId, row]));
  const self = new Map(scoresOf(criteria, 'self').map((score) => [score.sectionId, score]));
  return scoresOf(criteria, 'consensus').map((consensus) => ({
    code: titles.get(consensus.sectionId)?.sectionCode,
    title: { fr: titles.get(consensus.sectionId)?.titleFr, en: titles.get(consensus.sectionId)?.titleEn },
    consensus: figures(consensus),
    selfAssessment: figures(self.get(consensus.sectionId)),
  }));
}

function scoresOf(criteria: readonly CriterionRow[], stage: 'self' | 'consensus'): SectionScore[] {
  const grades = criteria.flatMap((row): { criterionId: string; value: GradeValue }[] => {
    const value = row[stage];
    return value === null ? [] : [{ criterionId: row.id, value }];
  });
  return sectionScores(grades, criteria);
}

function figures(section: SectionScore | undefined) {
  if (!section) throw new Error('a section without a score');
  const { score, gradedCount, applicableCount } = section;
  return { score, gradedCount, applicableCount };
}

function treated(finding: FindingRow) {
  const { draftedStatement, draftedSeverity, silence, replyKind, argument, repliedAt, evidence, ...rest } =
    finding;
  const { disposition, dispositionReason, disposedAt, ...said } = rest;
  return {
    ...said,
    drafted: { statement: draftedStatement, severity: draftedSeverity },
    treatment: treatmentOf({ state: said.state, replyKind, disposition, silence }),
    reply: replyKind && { kind: replyKind, argument, repliedAt, evidence },
    disposition: disposition && { decision: disposition, reason: dispositionReason, disposedAt },
  };
}
