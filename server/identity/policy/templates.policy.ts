import type { RowRule } from '../../database/read-model';
import type { Viewer } from '../../kernel/viewer';
import type { RoomPolicy } from '../access';
import { both, everyone, NOTHING } from '../row-rules';

/** Drafts are for those who write and choose templates. */
function seesDrafts({ roles }: Viewer): boolean {
  return roles.has('TEMPLATE_EDITOR') || roles.has('COORDINATOR') || roles.has('STEERING_MEMBER');
}

const versionRows: RowRule = (viewer, t, bind, within) =>
  both(everyone(viewer, t, bind, within), seesDrafts(viewer) ? null : `${t}.state <> 'DRAFT'`);

/**
 * Rows that belong to a version: visible when it is. Whatever leads here, except for the texts that criteria rest on,
 * has answered that already.
 * @param condition joins the version as `v`
 */
function ofVisibleVersion(condition: (t: string) => string): RowRule {
  return (viewer, t, bind, within) => {
    if (viewer.accountId === null) return NOTHING;
    if (seesDrafts(viewer) || (within !== null && within !== 'ReferenceText')) return null;
    return `exists (select 1 from ${condition(t)} and ${versionRows(viewer, 'v', bind, null)})`;
  };
}

const ofVersion = ofVisibleVersion((t) => `template_version v where v.id = ${t}.template_version_id`);
const ofCriterion = (column: string): RowRule =>
  ofVisibleVersion(
    (t) => `criterion c join template_version v on v.id = c.template_version_id where c.id = ${t}.${column}`,
  );

/** What is audited, by which rules and with which delays: everyone who takes part may read it. */
export const templatesPolicy: RoomPolicy = {
  types: {
    AuditTemplate: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow: 'id code slug versions publishedVersion createdAt',
    },
    TemplateVersion: {
      seenBy:
        'Tous les comptes dès la publication ; brouillons : rédacteurs de grilles, coordination et comité de pilotage.',
      rows: versionRows,
      withRow:
        'id number state sourceVersion titleFr titleEn title modality auditUnitFr auditUnitEn auditUnit sampling recordGrid contentHash publishedAt createdAt template sections criteria',
    },
    Section: {
      seenBy: 'Ceux qui voient la version de la grille.',
      rows: ofVersion,
      withRow: 'id code position titleFr titleEn title templateVersion criteria',
    },
    Criterion: {
      seenBy: 'Ceux qui voient la version de la grille.',
      rows: ofVersion,
      withRow:
        'id code position principle isCritical weight scaleCode scale textFr textEn text target evidenceKinds crosswalk lineage section templateVersion',
    },
    CriterionEvidence: {
      seenBy: 'Ceux qui voient le critère.',
      rows: () => NOTHING,
      withRow: 'code type label count examCodes',
    },
    CriterionLineage: {
      seenBy: 'Ceux qui voient la version du critère qui en descend.',
      rows: ofCriterion('to_criterion_id'),
      withRow: 'id kind fromCriterion toCriterion',
    },
    Crosswalk: {
      seenBy: 'Ceux qui voient la version du critère.',
      rows: ofCriterion('criterion_id'),
      withRow: 'id position criterion referenceText verificationLevel',
    },
    ReferenceText: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow:
        'id code titleFr titleEn title locatorFr locatorEn locator verificationLevel verificationLabel url crosswalk',
    },
    Scale: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow: 'id code kind titleFr titleEn title values definition',
    },
    ScaleValue: {
      seenBy: 'Tous les comptes.',
      rows: () => NOTHING,
      withRow: 'code label grade score requiresReason',
    },
    EvidenceKind: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow: 'id code type labelFr labelEn label',
    },
    ConflictRule: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow:
        'id code number predicate subject labelFr labelEn label steps sourceKind sourceFr sourceEn source isEvaluated isEnabledByDefault',
    },
    DeadlineRule: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow:
        'id code number days months direction event labelFr labelEn label basisKind basisFr basisEn basis',
    },
  },
  mutations: {},
  queries: {
    auditTemplate: ['SIGNED_IN'],
    auditTemplates: ['SIGNED_IN'],
    templateVersion: ['SIGNED_IN'],
    conflictRules: ['SIGNED_IN'],
    deadlineRules: ['SIGNED_IN'],
    evidenceKinds: ['SIGNED_IN'],
    referenceTexts: ['SIGNED_IN'],
    scales: ['SIGNED_IN'],
  },
  arguments: {
    'ConflictRule.filter.isNewest': { reveals: 'number' },
    'DeadlineRule.filter.isNewest': { reveals: 'number' },
  },
};
