import type {
  EvidenceType,
  LocalisedText,
  Principle,
  TargetBasis,
  TargetMetric,
  TemplateModality,
  TermFile,
} from './template-shapes';

export const BASIS_KINDS = ['PROGRAMME', 'ANALOGUE', 'PROJECT_PROPOSAL'] as const;
export type BasisKind = (typeof BASIS_KINDS)[number];

/** What a default rests on, in words and as a kind. */
export type BasisFile = LocalisedText & { kind: BasisKind };

export const CONFLICT_LEVELS = ['BLOCK', 'REVIEW', 'WARN'] as const;
export type ConflictLevel = (typeof CONFLICT_LEVELS)[number];

export const CONFLICT_SUBJECTS = ['AUDITOR', 'TEAM', 'DECISION_MAKER'] as const;
export type ConflictSubject = (typeof CONFLICT_SUBJECTS)[number];

export const CONFLICT_PREDICATES = [
  'SAME_LEGAL_ENTITY',
  'LINKED_ORGANISATION',
  'PAST_PRACTICE',
  'CONSULTING',
  'TELERADIOLOGY_CONTRACT',
  'RECIPROCITY',
  'PERSONAL_TIE',
  'FINANCIAL_INTEREST',
  'COMPETITOR',
  'EXTERNAL_INSPECTION',
  'PREVIOUS_AUDIT',
  'TEAM_SAME_EMPLOYER',
  'RECUSAL_GRANTED',
  'SELF_RECUSAL',
  'DECLARATION_MISSING',
  'JOINT_RESEARCH',
  'DECISION_MAKER_TIE',
  'SHARED_VENDOR_FUNDING',
] as const;
export type ConflictPredicate = (typeof CONFLICT_PREDICATES)[number];

export const UNDATED_WINDOWS = ['now', 'none', 'sameCampaign'] as const;

/**
 * When a tie counts: on the day (`now`), without date (`none`), between two sides of one campaign, or while it
 * exists and for a span after its end. A span has exactly one of its keys.
 */
export type ConflictWindow =
  (typeof UNDATED_WINDOWS)[number] | { years: number } | { months: number } | { campaigns: number };

/** One level of a rule and when it applies; every step that holds counts and the strongest level wins. */
export interface ConflictStepFile {
  level: ConflictLevel;
  window: ConflictWindow;
  area?: 'DEPARTMENT' | 'REGION' | 'BASIN';
  kilometres?: number;
}

export interface ConflictRuleFile {
  id: string;
  version: number;
  predicate: ConflictPredicate;
  subject: ConflictSubject;
  label: LocalisedText;
  steps: ConflictStepFile[];
  /** Whether the platform evaluates the predicate; a rule that it does not is never enabled by default. */
  evaluated: boolean;
  enabledByDefault: boolean;
  source: BasisFile;
  note?: LocalisedText;
}

export const DEADLINE_KEYS = [
  'selfAssessmentOpens',
  'selfAssessmentDue',
  'documentsComplete',
  'teamShown',
  'perAuditDeclaration',
  'recusal',
  'recusalDecision',
  'recusalAppeal',
  'recusalAppealDecision',
  'draftReport',
  'contradictory',
  'finalReport',
  'plan',
  'actionCritical',
  'actionMajor',
  'actionMinor',
  'effectivenessCheck',
  'followUp',
  'nextAudit',
  'declarationValidity',
] as const;
export type DeadlineKey = (typeof DEADLINE_KEYS)[number];

export const DEADLINE_EVENTS = [
  'ASSIGNMENT_PROPOSED',
  'TEAM_SHOWN',
  'RECUSAL_FILED',
  'RECUSAL_REFUSED',
  'RECUSAL_APPEALED',
  'VISIT',
  'DRAFT_REPORT_SHARED',
  'REPLIES_RECEIVED',
  'REPORT_ISSUED',
  'ACTION_AGREED',
  'ACTION_DUE',
  'DECLARATION_SIGNED',
] as const;
export type DeadlineEvent = (typeof DEADLINE_EVENTS)[number];

/** Calendar days, months or years: exactly one of them. */
export type DeadlineDuration = { days: number } | { months: number } | { years: number };

export interface DeadlineFile {
  key: DeadlineKey;
  duration: DeadlineDuration;
  direction: 'BEFORE' | 'AFTER';
  event: DeadlineEvent;
  label: LocalisedText;
  basis: BasisFile;
  note?: LocalisedText;
}

export const SETTING_KEYS = ['visitLength', 'synthesisMinimumServices'] as const;
export type SettingKey = (typeof SETTING_KEYS)[number];

/** A number that a campaign may change within its bounds. */
export interface SettingFile {
  key: SettingKey;
  value: number;
  unit: 'DAYS' | 'SERVICES';
  minimum: number;
  maximum: number;
  label: LocalisedText;
  basis: BasisFile;
}

/** All delays of an audit, with the version of the whole set. */
export interface DeadlinesFile {
  version: number;
  deadlines: DeadlineFile[];
  settings: SettingFile[];
}

/** The words shown for the codes of all these files. */
export interface VocabularyFile {
  principles: TermFile<Principle>[];
  modalities: TermFile<TemplateModality>[];
  evidenceTypes: TermFile<EvidenceType>[];
  targetMetrics: TermFile<TargetMetric>[];
  targetBases: TermFile<TargetBasis>[];
  examTypes: TermFile[];
  conflictLevels: TermFile<ConflictLevel>[];
  basisKinds: TermFile<BasisKind>[];
  deadlineEvents: TermFile<DeadlineEvent>[];
}
