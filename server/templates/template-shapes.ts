import type { Locale } from '../kernel/messages';

/** A text in each language of the API. */
export type LocalisedText = Readonly<Record<Locale, string>>;

export const TEMPLATE_STATUSES = ['DRAFT', 'PUBLISHED', 'RETIRED'] as const;
export type TemplateStatus = (typeof TEMPLATE_STATUSES)[number];

export const TEMPLATE_MODALITIES = ['CT', 'RADIOGRAPHY_MAMMOGRAPHY', 'INTERVENTIONAL', 'MULTI'] as const;
export type TemplateModality = (typeof TEMPLATE_MODALITIES)[number];

export const PRINCIPLES = [
  'JUSTIFICATION',
  'OPTIMISATION',
  'QUALITY_SYSTEM',
  'TRAINING',
  'EVENT_FEEDBACK',
] as const;
export type Principle = (typeof PRINCIPLES)[number];

export const EVIDENCE_TYPES = [
  'DOCUMENT',
  'INTERVIEW',
  'OBSERVATION',
  'SAMPLE_REVIEW',
  'DOSE_SAMPLE',
] as const;
export type EvidenceType = (typeof EVIDENCE_TYPES)[number];

export const TARGET_METRICS = ['CONFORMITY', 'RATE', 'SHARE', 'AC1', 'MEDIAN'] as const;
export type TargetMetric = (typeof TARGET_METRICS)[number];

export const TARGET_BASES = [
  'REGULATORY_TEXT',
  'REGULATORY_TEXT_TO_CONFIRM',
  'PROFESSIONAL_CHARTER',
  'LOCAL_AGREEMENT',
  'AWAITING_NATIONAL_VALUE',
  'PROJECT_PROPOSAL',
] as const;
export type TargetBasis = (typeof TARGET_BASES)[number];

export const LINEAGE_KINDS = ['SAME', 'REWORDED', 'SPLIT', 'MERGED', 'RESCALED'] as const;
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** One version of an audit template, as written in `<template>/v<N>.yaml`. */
export interface TemplateFile {
  code: string;
  version: number;
  /** Version of the working document that the file was made from. */
  sourceVersion?: string;
  status: TemplateStatus;
  title: LocalisedText;
  modality: TemplateModality;
  /** What one audit covers: a site and a scanner over a period, for instance. */
  auditUnit: LocalisedText;
  sampling: SamplingFile;
  /** What is noted for each sampled record; empty when the template samples none. */
  recordGrid: RecordFieldFile[];
  sections: SectionFile[];
}

/** How records are drawn. Sizes are numbers of records. */
export interface SamplingFile {
  records: LocalisedText;
  defaultN: number;
  minimumPerClass?: number;
  method: LocalisedText;
  rule?: LocalisedText;
  strata?: LocalisedText[];
  doubleRating?: LocalisedText;
  twoSteps?: LocalisedText;
  europeanComparator?: LocalisedText;
  examCodes?: string[];
}

export interface RecordFieldFile {
  code: string;
  title: LocalisedText;
}

export interface SectionFile {
  code: string;
  title: LocalisedText;
  criteria: CriterionFile[];
}

export interface CriterionFile {
  code: string;
  principle: Principle;
  critical: boolean;
  /** 1 to 3, in the weighted score. */
  weight: number;
  scale: string;
  text: LocalisedText;
  evidence: EvidenceNeedFile[];
  target: TargetFile;
  /** Codes of reference texts. */
  references: string[];
  lineage?: LineageFile;
}

/** Evidence that a criterion asks for. */
export interface EvidenceNeedFile {
  ref: string;
  type: EvidenceType;
  /** How many records, people or scenes. */
  n?: number;
  examCodes?: string[];
}

/** When a criterion is met. */
export interface TargetFile {
  metric: TargetMetric;
  op: '==' | '>=' | '<=';
  /** A value of the scale (CONFORMITY), the national reference level `NRD` (MEDIAN), else a number from 0 to 1. */
  value: string | number;
  basis: TargetBasis;
  /** Values of the scale that count, over all records, in place of the scale's own proportion. */
  counted?: string[];
}

/** Which criteria of the version before a criterion comes from. */
export interface LineageFile {
  kind: LineageKind;
  from: string[];
}

export const SCALE_KINDS = ['ORDINAL', 'PROPORTION', 'NOMINAL_WITH_ORDER', 'NUMBER', 'DERIVED'] as const;
export type ScaleKind = (typeof SCALE_KINDS)[number];

export const SCALE_GRADES = ['CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE'] as const;
export type ScaleGrade = (typeof SCALE_GRADES)[number];

export interface ScaleFile {
  code: string;
  kind: ScaleKind;
  title: LocalisedText;
  /** Metrics that a target on this scale may use. */
  metrics: TargetMetric[];
  values: ScaleValueFile[];
  /** Values counted above and below the line of the proportion. */
  numerator?: string[];
  denominator?: string[];
  reportedBeside?: LocalisedText;
  interval?: 'WILSON_95';
  scoreRule?: LocalisedText;
  note?: LocalisedText;
}

export interface ScaleValueFile {
  code: string;
  label: LocalisedText;
  /** The platform's grade that this value stands for. */
  grade?: ScaleGrade;
  /** 0 to 1; null leaves the criterion out of the score. */
  score?: number | null;
  requiresReason?: boolean;
  /** Band on the 1 to 9 scale of referral guides; null when the guide gives no score. */
  guideScore?: { minimum: number; maximum: number } | null;
}

export interface EvidenceKindFile {
  code: string;
  type: EvidenceType;
  label: LocalisedText;
}

export interface VerificationLevelFile {
  code: string;
  label: LocalisedText;
}

/** Reference texts that belong together. */
export interface ReferenceFamilyFile {
  code: string;
  label: LocalisedText;
}

/** A law, norm, label or guide. */
export interface ReferenceTextFile {
  code: string;
  /** Code of its family. */
  family: string;
  title: LocalisedText;
  locator: LocalisedText;
  /** Code of a verification level: how far the text was checked. Shown wherever the text is. */
  verification: string;
  url?: string;
}

/** Codes of criteria by code of reference text. */
export type CrosswalkFile = Record<string, string[]>;

/** A code and the words that stand for it on screen. */
export interface TermFile<Code extends string = string> {
  code: Code;
  label: LocalisedText;
}
