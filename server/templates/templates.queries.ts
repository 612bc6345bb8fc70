import { columns, oneOf, readModel, type ComputedEdge, type ReadModel } from '../database/read-model';
import { evidenceNeeds, localised, scaleValues } from './template-words';

const verificationLabel = (level: string, t: string): string =>
  `(select v.${level} from verification_level v where v.code = ${t})`;

const byCode = { sorts: { CODE: { column: 'code', type: 'text' } }, defaultSort: 'CODE' } as const;
const byPosition = {
  sorts: { POSITION: { column: 'position', type: 'integer' } },
  defaultSort: 'POSITION',
} as const;

const title: ComputedEdge = localised('title');
const label: ComputedEdge = localised('label');

/** How templates and what they rest on are read. */
export const templatesReads: readonly ReadModel[] = [
  readModel({
    type: 'AuditTemplate',
    table: 'audit_template',
    columns: columns('code slug createdAt'),
    edges: {
      versions: { kind: 'list', to: 'TemplateVersion', column: 'audit_template_id', sort: 'number' },
      publishedVersion: {
        kind: 'back',
        to: 'TemplateVersion',
        column: 'audit_template_id',
        where: (t) => `${t}.state = 'PUBLISHED' and not exists (
          select 1 from template_version n
          where n.audit_template_id = ${t}.audit_template_id and n.state = 'PUBLISHED' and n.number > ${t}.number)`,
      },
    },
    ...byCode,
  }),
  readModel({
    type: 'TemplateVersion',
    table: 'template_version',
    columns: columns(
      'auditTemplateId number state sourceVersion titleFr titleEn modality auditUnitFr auditUnitEn sampling recordGrid contentHash publishedAt createdAt',
    ),
    always: ['state'],
    edges: {
      template: { kind: 'one', to: 'AuditTemplate', key: 'auditTemplateId' },
      sections: { kind: 'list', to: 'Section', column: 'template_version_id', sort: 'position' },
      criteria: { kind: 'many', to: 'Criterion', column: 'template_version_id' },
      title,
      auditUnit: localised('auditUnit'),
    },
  }),
  readModel({
    type: 'Section',
    table: 'section',
    columns: columns('templateVersionId code position titleFr titleEn'),
    edges: {
      templateVersion: { kind: 'one', to: 'TemplateVersion', key: 'templateVersionId' },
      criteria: { kind: 'list', to: 'Criterion', column: 'section_id', sort: 'position' },
      title,
    },
    ...byPosition,
  }),
  readModel({
    type: 'Criterion',
    table: 'criterion',
    columns: columns(
      'templateVersionId sectionId code position principle isCritical weight scaleCode textFr textEn target',
      { evidence: 't.evidence', scaleId: '(select s.id from scale s where s.code = t.scale_code)' },
    ),
    edges: {
      templateVersion: { kind: 'one', to: 'TemplateVersion', key: 'templateVersionId' },
      section: { kind: 'one', to: 'Section', key: 'sectionId' },
      scale: { kind: 'one', to: 'Scale', key: 'scaleId' },
      crosswalk: { kind: 'list', to: 'Crosswalk', column: 'criterion_id', sort: 'position' },
      lineage: { kind: 'list', to: 'CriterionLineage', column: 'to_criterion_id', sort: 'kind' },
      text: localised('text'),
      evidenceKinds: evidenceNeeds,
    },
    ...byPosition,
  }),
  readModel({
    type: 'CriterionLineage',
    table: 'criterion_lineage',
    columns: columns('fromCriterionId toCriterionId kind'),
    edges: {
      fromCriterion: { kind: 'one', to: 'Criterion', key: 'fromCriterionId' },
      toCriterion: { kind: 'one', to: 'Criterion', key: 'toCriterionId' },
    },
  }),
  readModel({
    type: 'Crosswalk',
    table: 'crosswalk',
    columns: columns('criterionId referenceTextId position', {
      verificationLevel:
        '(select r.verification_level from reference_text r where r.id = t.reference_text_id)',
    }),
    edges: {
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
      referenceText: { kind: 'one', to: 'ReferenceText', key: 'referenceTextId' },
    },
    ...byPosition,
  }),
  readModel({
    type: 'ReferenceText',
    table: 'reference_text',
    columns: columns('code titleFr titleEn locatorFr locatorEn verificationLevel url', {
      verificationLabelFr: verificationLabel('label_fr', 't.verification_level'),
      verificationLabelEn: verificationLabel('label_en', 't.verification_level'),
    }),
    edges: {
      crosswalk: { kind: 'many', to: 'Crosswalk', column: 'reference_text_id' },
      title,
      locator: localised('locator'),
      verificationLabel: localised('verificationLabel'),
    },
    filters: { verificationLevels: oneOf('verification_level') },
    ...byCode,
  }),
  readModel({
    type: 'Scale',
    table: 'scale',
    columns: columns('code kind titleFr titleEn definition'),
    edges: { title, values: scaleValues },
    ...byCode,
  }),
  readModel({
    type: 'EvidenceKind',
    table: 'evidence_kind',
    columns: columns('code type labelFr labelEn'),
    edges: { label },
    filters: { types: oneOf('type') },
    ...byCode,
  }),
  readModel({
    type: 'ConflictRule',
    table: 'conflict_rule',
    columns: columns(
      'code number predicate subject labelFr labelEn steps sourceKind sourceFr sourceEn isEvaluated isEnabledByDefault',
    ),
    edges: { label, source: localised('source') },
    filters: { isNewest: newest('conflict_rule', 'n.code = ') },
    ...byCode,
  }),
  readModel({
    type: 'DeadlineRule',
    table: 'deadline_rule',
    columns: columns('code number days months direction event labelFr labelEn basisKind basisFr basisEn'),
    edges: { label, basis: localised('basis') },
    filters: { isNewest: newest('deadline_rule', null) },
    ...byCode,
  }),
];

/** Only rows of the newest number: of the same code, or of the whole table when its rows are numbered together. */
function newest(table: string, sameCode: string | null): ReadModel['filters'][string] {
  return (value, t) => {
    const number = `(select max(n.number) from ${table} n${sameCode ? ` where ${sameCode}${t}.code` : ''})`;
    return `${t}.number ${value === false ? '<' : '='} ${number}`;
  };
}
