import type { GradeValue, Seat } from '../../audits';
import type { Disposition, FindingKind, FindingReplyKind, FindingSeverity } from '../../findings';
import type { DosePosition, DoseQuantity, LevelUse, MeasureSource, TargetDecision } from '../../measures';
import type { Treatment } from '../finding-treatment';

/** Version of the shape below; readers of old reports go by it. Version 1 had no body, measures or doses. */
export const REPORT_DOCUMENT_VERSION = 2;

/** The same words in both languages of a template. */
export interface Localised {
  fr: string;
  en: string;
}

/**
 * A report as it is frozen, as canonical JSON (RFC 8785). No id that only this database knows is in it, days are
 * YYYY-MM-DD in Paris, instants RFC 3339 in UTC. What auditors sign is the body.
 */
export interface ReportDocument {
  schema: { name: 'vis-a-vis/report'; version: typeof REPORT_DOCUMENT_VERSION };
  number: number;
  issuedAt: string;
  /**
   * 32 hexadecimal digits drawn when it is issued. Those who read a part of a report know its hash too, and could try the few
   * values that a hidden figure can have against it; against a salted one they cannot.
   */
  salt: string;
  amendment: {
    reason: string;
    amends: { number: number; sha256: string };
    changes: readonly { finding: number; previousStatement: string }[];
  } | null;
  /**
   * Last day for an action, by how grave its finding is; a recommendation takes that of a minor non-conformity. It counts
   * from the day of the first issue, which nobody knows when the body is signed: hence not in there.
   */
  actionsDueOn: Readonly<Record<FindingSeverity, string>>;
  /** SHA-256 of the canonical body, which each signature repeats. */
  bodySha256: string;
  body: ReportBody;
  signatures: readonly SignatureInReport[];
}

/** Who signed the body, as what, and how it was confirmed. */
export interface SignatureInReport {
  familyName: string;
  givenName: string;
  profession: string;
  isLead: boolean;
  signedAt: string;
  /** What was typed to confirm. */
  confirmation: string;
  bodySha256: string;
}

/** What a report says. */
export interface ReportBody {
  audit: {
    reference: string;
    visitOn: string | null;
    selfAssessmentSubmittedAt: string | null;
    visitClosedAt: string | null;
    draftSharedAt: string | null;
    contradictoryUntil: string | null;
  };
  auditedService: {
    name: string;
    finessEt: string | null;
    siret: string | null;
    organisation: string;
    departmentCode: string | null;
    regionCode: string | null;
    modalities: readonly string[];
  };
  campaign: { code: string; title: string };
  template: { code: string; version: number; title: Localised; contentHash: string };
  team: readonly {
    familyName: string;
    givenName: string;
    profession: string;
    /** Where the team member was employed on the day of the visit, names joined by ` ; `; null when nobody said. */
    employer: string | null;
    seat: Seat;
    isLead: boolean;
  }[];
  /** What was looked at, counted. */
  scope: {
    criteria: number;
    notApplicable: number;
    notEvaluated: number;
    evidence: number;
    sampledCases: number;
    doseRecords: number;
  };
  sections: readonly {
    code: string;
    title: Localised;
    consensus: SectionFigures;
    selfAssessment: SectionFigures;
  }[];
  criteria: readonly {
    code: string;
    section: string;
    title: Localised;
    selfAssessment: GradeValue | null;
    consensus: GradeValue | null;
    reason: string | null;
  }[];
  measures: readonly MeasureInReport[];
  doses: readonly DoseInReport[];
  findings: readonly FindingInReport[];
  /** What the audit already proves of the families of reference texts that its template touches. */
  coverage: readonly {
    /** Code of the family. */
    reference: string;
    title: Localised;
    /** Clauses of the family, be they touched or not. */
    clauses: number;
    full: number;
    partial: number;
  }[];
}

/** A score from 0 to 1; null when nothing applicable was graded. */
export interface SectionFigures {
  score: number | null;
  gradedCount: number;
  applicableCount: number;
}

/** A measured criterion, with its interval at 95 %; figures are null as long as facts are missing. */
export interface MeasureInReport {
  criterion: string;
  source: MeasureSource;
  x: number | null;
  n: number | null;
  /** The rate x / n, a number that was read (a share, from 0 to 1), or a coefficient of agreement. */
  estimate: number | null;
  low: number | null;
  high: number | null;
  /** Records that do not tell enough to be judged: beside the rate, never in it. */
  notAssessable: number | null;
  /** Null for doses, which are held against levels. */
  target: { operator: '>=' | '<=' | '=='; value: number } | null;
  decision: TargetDecision | null;
  /** The worst of the examinations that the criterion looks at. */
  dosePosition: DosePosition | null;
}

/** Where a median of doses stands; the level is the national one in force on the day of the visit. */
export interface DoseInReport {
  exam: string;
  examTitle: Localised;
  population: string;
  populationTitle: Localised;
  quantity: DoseQuantity;
  unit: string;
  n: number;
  median: number;
  q1: number;
  q3: number;
  low: number | null;
  high: number | null;
  position: DosePosition;
  isBorderline: boolean | null;
  level: { source: string; sourceTitle: Localised; use: LevelUse; nrd: number; vgd: number | null } | null;
}

/** A finding with what became of it: drafted, answered, decided. */
export interface FindingInReport {
  number: number;
  criterion: string | null;
  kind: FindingKind;
  severity: FindingSeverity | null;
  state: 'FINAL' | 'WITHDRAWN';
  statement: string;
  drafted: { statement: string; severity: FindingSeverity | null };
  treatment: Treatment;
  reply: {
    kind: FindingReplyKind;
    argument: string | null;
    repliedAt: string;
    evidence: readonly { title: string; sha256: string | null }[];
  } | null;
  disposition: { decision: Disposition; reason: string | null; disposedAt: string | null } | null;
  /** A non-conformity or a recommendation that stands. */
  callsForAction: boolean;
}

/**
 * The plan of corrective actions as it was accepted: an annex of its own, which names the report by its hash, since it
 * comes after the report.
 */
export interface PlanDocument {
  schema: { name: 'vis-a-vis/plan'; version: 1 };
  report: { number: number; sha256: string };
  acceptedAt: string;
  actions: readonly {
    finding: number;
    title: string;
    cause: string | null;
    containment: string | null;
    ownerName: string;
    dueOn: string;
    effectivenessDueOn: string;
  }[];
}

/** For whom a variant of a report is made; what each may read is data: `redaction.ts`. */
export const REPORT_AUDIENCES = ['SERVICE', 'G4', 'PUBLIC'] as const;
export type ReportAudience = (typeof REPORT_AUDIENCES)[number];
