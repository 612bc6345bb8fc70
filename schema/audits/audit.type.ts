import { Field, Int, ObjectType } from 'type-graphql';
import { AUDIT_STATES, type AuditState } from '../../server/audits';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { CampaignType } from '../campaigns/campaign.type';
import { CorrectiveActionConnection } from '../corrective-actions/corrective-action.type';
import { EvidenceArgs } from '../evidence/evidence.args';
import { EvidenceProgressType } from '../evidence/evidence-progress.type';
import { EvidenceRequestsArgs } from '../evidence/evidence-request.args';
import { EvidenceRequestConnection } from '../evidence/evidence-request.type';
import { EvidenceConnection } from '../evidence/evidence.type';
import { FindingConnection } from '../findings/finding.type';
import { CaseSampleType } from '../measures/cases/case-sample.type';
import { DoseImportConnection, UnmappedProtocolType } from '../measures/dose-import.type';
import { DoseStatisticsField } from '../measures/dose-statistics.type';
import { CriterionMeasureConnection, CriterionMeasuresArgs, MeasuresField } from '../measures/measure.type';
import { ConflictConnection } from '../matching/conflict.type';
import { MatchingDecisionConnection } from '../matching/matching-decision.type';
import { StaffingNeedType } from '../matching/staffing-need.type';
import { connectionOf } from '../relay/connection';
import { DocumentaryFollowUpType } from '../follow-up/documentary-follow-up.type';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { AttestationConnection } from '../reports/attestation.type';
import { PlanDocumentType } from '../reports/plan-document.type';
import { ServiceComparisonConnection } from '../synthesis/service-comparison.type';
import { ReportConnection } from '../reports/report.type';
import { ReportAmendmentType, ReportPreviewField } from '../reports/report-signing.type';
import { TreatmentTableType } from '../reports/treatment-table.type';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';
import { TemplateVersionType } from '../templates/template-version.type';
import { AssignmentConnection } from './assignment.type';
import { GradesArgs } from './grade.args';
import { GradeConnection } from './grade.type';
import { RecusalConnection } from './recusal.type';
import { ScoresField } from './score.type';
import { SectionSubmissionType } from './section-submission.type';
import { HistoryField } from '../trail/history-field';

/** States of an audit. */
export const AUDIT_STATE = enumeration(AUDIT_STATES, 'AuditState', 'État d’un audit.', {
  PLANNED: 'Prévu, équipe à composer.',
  TEAM_PROPOSED: 'Équipe sollicitée, pas encore montrée au service.',
  RECUSAL_WINDOW: 'Équipe montrée au service, qui peut récuser.',
  TEAM_CONFIRMED: 'Équipe confirmée.',
  SELF_ASSESSMENT: 'Auto-évaluation par le service.',
  DOCUMENT_REVIEW: 'Étude du dossier par l’équipe.',
  ON_SITE: 'Visite en cours.',
  DRAFT_REPORT: 'Rédaction du projet de rapport.',
  CONTRADICTORY: 'Phase contradictoire : réponses du service.',
  FINALISATION: 'Suites données aux réponses.',
  REPORT_ISSUED: 'Rapport émis.',
  PLAN_DUE: 'Plan d’actions attendu.',
  FOLLOW_UP: 'Suivi des actions.',
  CLOSED: 'Clos.',
  SUSPENDED: 'Suspendu, reprendra là où il était.',
  CANCELLED: 'Abandonné.',
});

/** The audit of one service in one campaign. */
@ObjectType('Audit', {
  implements: Node,
  description: 'Audit d’un service dans une campagne. The audit of one service in one campaign.',
  simpleResolvers: true,
})
export class AuditType extends Node {
  @Field(() => String, { description: 'Référence lisible et unique, par exemple AUD-2027-00042.' })
  reference!: string;

  @Field(() => CampaignType, { nullable: true })
  campaign!: object | null;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => TemplateVersionType, { nullable: true, description: 'Grille d’audit, dans la version figée.' })
  templateVersion!: object | null;

  @Field(() => AUDIT_STATE)
  state!: AuditState;

  @Field(() => String, { nullable: true, description: 'Raison de la suspension ou de l’abandon.' })
  stateReason!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Jour de la visite.' })
  visitOn!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Échéance de l’étape en cours ; null si rien n’est attendu.',
  })
  currentDueOn!: string | null;

  @Field(() => Boolean, { description: 'L’étape en cours est en retard.' })
  isOverdue!: boolean;

  @Field(() => InstantScalar, { nullable: true, description: 'Quand l’équipe a été montrée au service.' })
  teamShownAt!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour pour récuser.' })
  recusalUntil!: string | null;

  @Field(() => Boolean, { description: 'Le service a donné son accord sur l’équipe.' })
  isTeamAgreed!: boolean;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour de l’auto-évaluation.' })
  selfAssessmentDueOn!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Remise de l’auto-évaluation.' })
  selfAssessmentSubmittedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Fin de la visite.' })
  visitClosedAt!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Échéance du projet de rapport.' })
  draftDueOn!: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Quand le service a reçu le projet de rapport.',
  })
  draftSharedAt!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour pour répondre au projet.' })
  contradictoryUntil!: string | null;

  @Field(() => Boolean, { description: 'Le service n’a rien à ajouter à ses réponses.' })
  isContradictoryAnswered!: boolean;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Échéance du rapport définitif.' })
  reportDueOn!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Émission du rapport.' })
  reportIssuedAt!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Échéance du plan d’actions.' })
  planDueOn!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Remise du plan d’actions.' })
  planSubmittedAt!: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'Alerte de sécurité donnée par l’équipe ; l’état de l’audit n’en change pas.',
  })
  safetyEscalatedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Ce qui met des personnes en danger.' })
  safetyNote!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Clôture.' })
  closedAt!: string | null;

  @EdgeField(() => AssignmentConnection, { description: 'Affectations que vous pouvez voir.' })
  assignments!: object;

  @EdgeField(() => RecusalConnection, { description: 'Récusations.' })
  recusals!: object;

  @EdgeField(() => ConflictConnection, { description: 'Liens d’intérêts trouvés. (COORDINATOR)' })
  conflicts!: object;

  @EdgeField(() => MatchingDecisionConnection, {
    description: 'Ce que la coordination a fixé avant la composition. (COORDINATOR, STEERING_MEMBER)',
  })
  matchingDecisions!: object;

  @Field(() => StaffingNeedType, {
    nullable: true,
    description: 'Ce que le service demande de son équipe. (le service, COORDINATOR, STEERING_MEMBER)',
  })
  staffingNeed!: StaffingNeedType | null;

  @EdgeField(() => GradeConnection, { description: 'Cotations que vous pouvez voir.', args: GradesArgs })
  grades!: object;

  @Field(() => [SectionSubmissionType], {
    description: 'Chapitres remis, par auditeur. (équipe, coordination)',
  })
  sectionSubmissions!: object[];

  @ScoresField()
  scores!: object[];

  @MeasuresField()
  measures!: object[];

  @EdgeField(() => CriterionMeasureConnection, {
    description: 'Comptages des auditeurs et de l’équipe que vous pouvez voir.',
    args: CriterionMeasuresArgs,
  })
  measureEntries!: object;

  @EdgeField(() => EvidenceConnection, { description: 'Pièces du dossier.', args: EvidenceArgs })
  evidence!: object;

  @EdgeField(() => EvidenceRequestConnection, {
    description: 'Demandes de preuves. (le service, TEAM)',
    args: EvidenceRequestsArgs,
  })
  evidenceRequests!: object;

  @Field(() => EvidenceProgressType, { description: 'Où en sont les demandes de preuves, en nombres.' })
  evidenceProgress!: EvidenceProgressType;

  @Field(() => [CaseSampleType], { description: 'Échantillons de dossiers, un par nature de preuve.' })
  caseSamples!: object[];

  @EdgeField(() => DoseImportConnection, { description: 'Imports de doses. (le service, son équipe)' })
  doseImports!: object;

  @DoseStatisticsField()
  doseStatistics!: object | null;

  @Field(() => [UnmappedProtocolType], {
    nullable: true,
    description:
      'Protocoles sans correspondance, les plus fréquents d’abord ; 500 au plus. (le service, son équipe)',
  })
  unmappedProtocols!: UnmappedProtocolType[] | null;

  @EdgeField(() => FindingConnection, { description: 'Constats que vous pouvez voir.' })
  findings!: object;

  @EdgeField(() => CorrectiveActionConnection, { description: 'Actions correctives.' })
  correctiveActions!: object;

  @Field(() => DocumentaryFollowUpType, {
    nullable: true,
    description: 'Suivi documentaire à mi-cycle, prévu avec le plan.',
  })
  documentaryFollowUp!: object | null;

  @EdgeField(() => ServiceComparisonConnection, {
    description: 'Comparaisons demandées par le service, qui est seul à les lire.',
  })
  comparisons!: object;

  @EdgeField(() => ReportConnection, { description: 'Versions du rapport.' })
  reports!: object;

  @ReportPreviewField()
  reportPreview!: object | null;

  @Field(() => ReportAmendmentType, {
    nullable: true,
    description: 'Amendement proposé qui attend des signatures. (TEAM)',
  })
  openAmendment!: ReportAmendmentType | null;

  @Field(() => TreatmentTableType, {
    nullable: true,
    description: 'Tableau de traitement ; null avant la remise du projet. (le service, TEAM)',
  })
  treatmentTable!: TreatmentTableType | null;

  @Field(() => PlanDocumentType, {
    nullable: true,
    description: 'Plan d’action tel qu’il a été accepté, annexe du rapport ; null avant.',
  })
  planDocument!: object | null;

  @EdgeField(() => AttestationConnection, { description: 'Attestations que l’audit a eu lieu.' })
  attestations!: object;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const AuditConnection = connectionOf('Audit', () => AuditType);
