export { bringInLine, identified, insertRows, type PlainRow } from './bulk-rows';
export { AuditTemplate } from './audit-template.entity';
export { ConflictRule } from './conflict-rule.entity';
export { readFileSchemas } from './file-schemas';
export { Criterion } from './criterion.entity';
export { DEADLINE_DIRECTIONS, DeadlineRule, type DeadlineDirection } from './deadline-rule.entity';
export {
  frozenConflictRules,
  frozenDeadlines,
  settingInForce,
  type FrozenConflictRule,
  type FrozenDeadline,
} from './frozen-rules';
export { loadTemplates, type LoadReport } from './load-templates';
export {
  BASIS_KINDS,
  CONFLICT_LEVELS,
  CONFLICT_PREDICATES,
  CONFLICT_SUBJECTS,
  DEADLINE_EVENTS,
  type BasisKind,
  type ConflictLevel,
  type ConflictPredicate,
  type ConflictStepFile,
  type ConflictSubject,
  type ConflictWindow,
  type DeadlineEvent,
  type DeadlineKey,
  type VocabularyFile,
} from './rule-shapes';
export { Section } from './section.entity';
export { localised } from './template-words';
export { TemplateFileError, type FilePath, type TemplateFileErrorCode } from './template-file-error';
export {
  EVIDENCE_TYPES,
  LINEAGE_KINDS,
  PRINCIPLES,
  SCALE_GRADES,
  SCALE_KINDS,
  TEMPLATE_MODALITIES,
  TEMPLATE_STATUSES,
  type EvidenceType,
  type LineageKind,
  type LocalisedText,
  type Principle,
  type ScaleGrade,
  type ScaleKind,
  type TargetFile,
  type TemplateModality,
  type TemplateStatus,
} from './template-shapes';
export { TemplateVersion } from './template-version.entity';
export { readVersionedFiles, refuseTwice } from './versioned-files';
export { readYamlSource, type YamlSource } from './yaml-source';
export { templatesReads } from './templates.queries';
