import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { sectionScores, type GradeValue, type SectionScore } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
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

/** Version of the shape below; readers of old reports go by it. */
export const REPORT_SCHEMA_VERSION = 1;

/** Which version of a report is being issued, and what it amends. */
export interface Issue {
  number: number;
  /** RFC 3339, UTC. */
  issuedAt: string;
  amendment: {
    reason: string;
    amends: { number: number; sha256: string };
    /** Findings that read otherwise than in the amended version. */
    changes: readonly { finding: number; previousStatement: string }[];
  } | null;
}

/** A report ready to be frozen. */
export interface ReportContent {
  /** Canonical JSON (RFC 8785). */
  content: string;
  /** Of the content in UTF-8, hexadecimal. */
  sha256: string;
}

/**
 * Builds the report of an audit as it stands now, in four statements whatever its size. Nothing in it depends on who
 * issues it: both languages of the template are in it, and no id that only this database knows.
 */
export async function reportContent(uow: UnitOfWork, auditId: string, issue: Issue): Promise<ReportContent> {
  const [header] = await uow.sql<HeaderRow>(HEADER, [auditId]);
  if (!header) throw new Error('a report without an audit');
  const team = await uow.sql<TeamRow>(TEAM, [auditId]);
  const criteria = await uow.sql<CriterionRow>(CRITERIA, [auditId]);
  const findings = await uow.sql<FindingRow>(FINDINGS, [auditId]);
  return freeze({
    schema: { name: 'vis-a-vis/report', version: REPORT_SCHEMA_VERSION },
    number: issue.number,
    issuedAt: issue.issuedAt,
    amendment: issue.amendment,
    ...header,
    team,
    sections: sectionsOf(criteria),
    grades: criteria.map(({ code, consensus, reason }) => ({ criterion: code, value: consensus, reason })),
    findings: findings.map(treated),
  });
}

/**
 * The canonical form of a report and its hash: anyone can compute both again from the content.
 * @throws Error when it is not JSON
 */
export function freeze(report: Readonly<Record<string, unknown>>): ReportContent {
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
  const { draftedStatement, draftedSeverity, state, replyKind, argument, repliedAt, ...rest } = finding;
  const { disposition, dispositionReason, disposedAt, ...said } = rest;
  return {
    ...said,
    drafted: { statement: draftedStatement, severity: draftedSeverity },
    treatment: treatmentOf({ state, replyKind, disposition }),
    reply: replyKind && { kind: replyKind, argument, repliedAt },
    disposition: disposition && { decision: disposition, reason: dispositionReason, disposedAt },
  };
}
