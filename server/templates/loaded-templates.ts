import type { ConflictRuleFile, DeadlinesFile, VocabularyFile } from './rule-shapes';
import type {
  CrosswalkFile,
  EvidenceKindFile,
  ReferenceFamilyFile,
  ReferenceTextFile,
  ScaleFile,
  TemplateFile,
  VerificationLevelFile,
} from './template-shapes';
import type { YamlSource } from './yaml-source';

/** One version of a template, where it was read and the hash of its content. */
export interface LoadedTemplate {
  /** Relative to the templates folder, `ct-justification/v1.yaml`. */
  file: string;
  /** Name of the template's folder. */
  slug: string;
  content: TemplateFile;
  /** SHA-256 in hexadecimal, see `contentHash`. */
  contentHash: string;
}

/** Everything that the templates folder says, checked. */
export interface LoadedTemplates {
  /** By template code, then by version. */
  templates: LoadedTemplate[];
  scales: ScaleFile[];
  evidenceKinds: EvidenceKindFile[];
  /** From the best checked to the least. */
  verificationLevels: VerificationLevelFile[];
  referenceFamilies: ReferenceFamilyFile[];
  referenceTexts: ReferenceTextFile[];
  crosswalk: CrosswalkFile;
  conflictRules: ConflictRuleFile[];
  deadlines: DeadlinesFile;
  vocabulary: VocabularyFile;
}

/** The files of the folder, each valid by its own schema but not yet checked against the others. */
export interface TemplateSources {
  templates: YamlSource<TemplateFile>[];
  scales: YamlSource<{ scales: ScaleFile[] }>;
  evidence: YamlSource<{ evidenceKinds: EvidenceKindFile[] }>;
  references: YamlSource<{
    verificationLevels: VerificationLevelFile[];
    families: ReferenceFamilyFile[];
    referenceTexts: ReferenceTextFile[];
  }>;
  crosswalk: YamlSource<{ byReference: CrosswalkFile }>;
  conflictRules: YamlSource<{ rules: ConflictRuleFile[] }>;
  deadlines: YamlSource<DeadlinesFile>;
  vocabulary: YamlSource<VocabularyFile>;
}
