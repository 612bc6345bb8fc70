import { Person } from '../identity/person.entity';
import { Account } from '../identity/account.entity';
import { OwnPassword } from '../identity/own-password.entity';
import { RoleGrant } from '../identity/role-grant.entity';
import { IdempotencyKey } from '../identity/idempotency-key.entity';
import { AccountSession } from '../identity/sessions/account-session.entity';
import { RefreshToken } from '../identity/sessions/refresh-token.entity';
import { SignInAttempt } from '../identity/guesses/sign-in-attempt.entity';
import { SecondFactor } from '../identity/second-factor/second-factor.entity';
import { RecoveryCode } from '../identity/second-factor/recovery-code.entity';
import { AccountIdentity } from '../identity/oidc/account-identity.entity';
import { AccountInvitation } from '../identity/oidc/account-invitation.entity';
import { OidcFlow } from '../identity/oidc/oidc-flow.entity';
import { ClientProgram } from '../identity/client-programs/client-program.entity';
import { ClientSecret } from '../identity/client-programs/client-secret.entity';
import { TrailEntry } from '../trail/trail-entry.entity';
import { TrailChain } from '../trail/trail-chain.entity';
import { TrailLeaf } from '../trail/trail-leaf.entity';
import { TrailPayload } from '../trail/trail-payload.entity';
import { Checkpoint } from '../trail/checkpoint.entity';
import { TrailKey } from '../trail/trail-key.entity';
import { Operation } from '../operations/operation.entity';
import { OperationProblem } from '../operations/operation-problem.entity';
import { Scale } from '../templates/scale.entity';
import { EvidenceKind } from '../templates/evidence-kind.entity';
import { VerificationLevel } from '../templates/verification-level.entity';
import { ReferenceText } from '../templates/reference-text.entity';
import { ReferenceFamily } from '../templates/reference-family.entity';
import { RuleSetting } from '../templates/rule-setting.entity';
import { AuditTemplate } from '../templates/audit-template.entity';
import { TemplateVersion } from '../templates/template-version.entity';
import { Section } from '../templates/section.entity';
import { Criterion } from '../templates/criterion.entity';
import { CriterionLineage } from '../templates/criterion-lineage.entity';
import { Crosswalk } from '../templates/crosswalk.entity';
import { ConflictRule } from '../templates/conflict-rule.entity';
import { DeadlineRule } from '../templates/deadline-rule.entity';
import { Organisation } from '../audited-services/organisation.entity';
import { OrganisationLink } from '../audited-services/organisation-link.entity';
import { AuditedService } from '../audited-services/audited-service.entity';
import { ServiceOrganisation } from '../audited-services/service-organisation.entity';
import { Auditor } from '../auditors/auditor.entity';
import { AuditorUnavailability } from '../auditors/auditor-unavailability.entity';
import { Affiliation } from '../auditors/affiliation.entity';
import { DeclarationOfInterests } from '../auditors/declaration-of-interests.entity';
import { Interest } from '../auditors/interest.entity';
import { Campaign } from '../campaigns/campaign.entity';
import { CampaignContradictoryRule } from '../campaigns/campaign-contradictory-rule.entity';
import { Application } from '../campaigns/application.entity';
import { ConflictAlert } from '../audits/conflict-alert.entity';
import { ConflictFact } from '../matching/conflicts/conflict-fact.entity';
import { Conflict } from '../matching/conflicts/conflict.entity';
import { MatchingSettings } from '../matching/needs/matching-settings.entity';
import { StaffingNeed } from '../matching/needs/staffing-need.entity';
import { MatchingDecision } from '../matching/needs/matching-decision.entity';
import { MatchingRun } from '../matching/runs/matching-run.entity';
import { MatchingSnapshot } from '../matching/runs/matching-snapshot.entity';
import { MatchingResult } from '../matching/runs/matching-result.entity';
import { ProposedTeam } from '../matching/runs/proposed-team.entity';
import { ProposedMember } from '../matching/runs/proposed-member.entity';
import { Audit } from '../audits/audit.entity';
import { Assignment } from '../audits/assignment.entity';
import { Recusal } from '../audits/recusal.entity';
import { Grade } from '../audits/grade.entity';
import { GradeDifference } from '../audits/grade-difference.entity';
import { SectionSubmission } from '../audits/section-submission.entity';
import { Evidence } from '../evidence/evidence.entity';
import { EvidenceCriterion } from '../evidence/evidence-criterion.entity';
import { DownloadTicket } from '../evidence/uploads/download-ticket.entity';
import { EvidenceFile } from '../evidence/uploads/evidence-file.entity';
import { FileBlob } from '../evidence/uploads/file-blob.entity';
import { UploadPart } from '../evidence/uploads/upload-part.entity';
import { Upload } from '../evidence/uploads/upload.entity';
import { EvidenceScan } from '../evidence/scan/evidence-scan.entity';
import { EvidenceScanDecision } from '../evidence/scan/evidence-scan-decision.entity';
import { EvidenceRequest } from '../evidence/requests/evidence-request.entity';
import { EvidenceRequestCriterion } from '../evidence/requests/evidence-request-criterion.entity';
import { EvidenceAnswer } from '../evidence/requests/evidence-answer.entity';
import { AnsweringEvidence } from '../evidence/requests/answering-evidence.entity';
import { EvidenceVerdict } from '../evidence/verdicts/evidence-verdict.entity';
import { EvidenceValidity } from '../evidence/validity/evidence-validity.entity';
import { ExamType } from '../measures/dose/levels/exam-type.entity';
import { DosePopulation } from '../measures/dose/levels/dose-population.entity';
import { ReferenceLevelSource } from '../measures/dose/levels/reference-level-source.entity';
import { ReferenceLevel } from '../measures/dose/levels/reference-level.entity';
import { DoseKey } from '../measures/dose/imports/dose-key.entity';
import { DoseImport } from '../measures/dose/imports/dose-import.entity';
import { DoseRefusal } from '../measures/dose/imports/dose-refusal.entity';
import { ProtocolMapping } from '../measures/dose/mapping/protocol-mapping.entity';
import { DoseRecord } from '../measures/dose/imports/dose-record.entity';
import { CaseSample } from '../measures/cases/case-sample.entity';
import { CaseDrawSecret } from '../measures/cases/case-draw-secret.entity';
import { CaseListRecord } from '../measures/cases/case-list-record.entity';
import { SampledCase } from '../measures/cases/sampled-case.entity';
import { CaseReview } from '../measures/cases/case-review.entity';
import { CaseReviewSubmission } from '../measures/cases/case-review-submission.entity';
import { CriterionMeasure } from '../measures/criteria/criterion-measure.entity';
import { CaseOutcome } from '../measures/cases/case-outcome.entity';
import { Finding } from '../findings/finding.entity';
import { FindingReply } from '../findings/finding-reply.entity';
import { FindingReplyEvidence } from '../findings/finding-reply-evidence.entity';
import { FindingReplyVersion } from '../findings/finding-reply-version.entity';
import { ReportAmendment } from '../reports/report-amendment.entity';
import { ReportSignature } from '../reports/report-signature.entity';
import { Attestation } from '../reports/attestation/attestation.entity';
import { AcceptedPlan } from '../reports/document/accepted-plan.entity';
import { ReportVariant } from '../reports/document/report-variant.entity';
import { Report } from '../reports/report.entity';
import { Synthesis } from '../synthesis/synthesis.entity';
import { ServiceComparison } from '../synthesis/comparison/service-comparison.entity';
import { DisclosedGroup } from '../synthesis/disclosure/disclosed-group.entity';
import { CorrectiveAction } from '../corrective-actions/corrective-action.entity';
import { CorrectiveActionNote } from '../corrective-actions/corrective-action-note.entity';
import { Job } from '../notifications/queue/job.entity';
import { CorrectiveActionOwner } from '../corrective-actions/corrective-action-owner.entity';
import { CorrectiveActionDependency } from '../corrective-actions/corrective-action-dependency.entity';
import { WaiverExtension } from '../corrective-actions/waiver-extension.entity';
import { EffectivenessCheck } from '../corrective-actions/effectiveness-check.entity';
import { CorrectiveActionRelapse } from '../corrective-actions/corrective-action-relapse.entity';
import { DocumentaryFollowUp } from '../follow-up/documentary-follow-up.entity';
import { FollowUpItem } from '../follow-up/follow-up-item.entity';
import { EventCriterion } from '../radiation-events/event-criterion.entity';
import { RadiationEvent } from '../radiation-events/radiation-event.entity';
import { RadiationEventCriterion } from '../radiation-events/radiation-event-criterion.entity';
import { RadiationEventFinding } from '../radiation-events/radiation-event-finding.entity';
import { EventLesson } from '../radiation-events/event-lesson.entity';
import { PanelCase } from '../radiation-events/panel-case.entity';
import { ScaleDefinition } from '../radiation-events/scales/scale-definition.entity';
import { ScaleTrial } from '../radiation-events/scales/scale-trial.entity';
import { SurveyForm } from '../surveys/survey-form.entity';
import { Survey } from '../surveys/survey.entity';
import { SurveyParticipation } from '../surveys/survey-participation.entity';
import { SurveyAnswer } from '../surveys/survey-answer.entity';
import { SharedPractice } from '../practices/shared-practice.entity';
import { OutsideRecommendation } from '../outside-recommendations/outside-recommendation.entity';
import { OutsideRecommendationCriterion } from '../outside-recommendations/outside-recommendation-criterion.entity';
import { OutsideRecommendationNote } from '../outside-recommendations/outside-recommendation-note.entity';

/**
 * Every entity class, room by room: one per table. No relation is declared, since reads are plain SQL and writes name
 * their ids. The enum option of a text column changes nothing in the database: its list is held against the CHECK
 * constraint that the migration wrote.
 */
export const entities = [
  Person,
  Account,
  OwnPassword,
  RoleGrant,
  IdempotencyKey,
  AccountSession,
  RefreshToken,
  SignInAttempt,
  SecondFactor,
  RecoveryCode,
  AccountIdentity,
  AccountInvitation,
  OidcFlow,
  ClientProgram,
  ClientSecret,
  TrailEntry,
  TrailChain,
  TrailLeaf,
  TrailPayload,
  Checkpoint,
  TrailKey,
  Operation,
  OperationProblem,
  Scale,
  EvidenceKind,
  VerificationLevel,
  ReferenceText,
  ReferenceFamily,
  RuleSetting,
  AuditTemplate,
  TemplateVersion,
  Section,
  Criterion,
  CriterionLineage,
  Crosswalk,
  ConflictRule,
  DeadlineRule,
  Organisation,
  OrganisationLink,
  AuditedService,
  ServiceOrganisation,
  Auditor,
  AuditorUnavailability,
  Affiliation,
  DeclarationOfInterests,
  Interest,
  Campaign,
  Application,
  Conflict,
  ConflictFact,
  MatchingSettings,
  StaffingNeed,
  MatchingDecision,
  MatchingRun,
  MatchingSnapshot,
  MatchingResult,
  ProposedTeam,
  ProposedMember,
  Audit,
  Assignment,
  ConflictAlert,
  Recusal,
  Grade,
  GradeDifference,
  SectionSubmission,
  Evidence,
  EvidenceCriterion,
  FileBlob,
  Upload,
  UploadPart,
  EvidenceFile,
  DownloadTicket,
  EvidenceScan,
  EvidenceScanDecision,
  EvidenceRequest,
  EvidenceRequestCriterion,
  EvidenceAnswer,
  AnsweringEvidence,
  EvidenceVerdict,
  EvidenceValidity,
  ExamType,
  DosePopulation,
  ReferenceLevelSource,
  ReferenceLevel,
  DoseKey,
  DoseImport,
  DoseRefusal,
  ProtocolMapping,
  DoseRecord,
  CaseSample,
  CaseDrawSecret,
  CaseListRecord,
  SampledCase,
  CaseReview,
  CaseReviewSubmission,
  CaseOutcome,
  CriterionMeasure,
  CampaignContradictoryRule,
  Finding,
  FindingReply,
  FindingReplyVersion,
  FindingReplyEvidence,
  ReportSignature,
  ReportAmendment,
  Report,
  ReportVariant,
  AcceptedPlan,
  Attestation,
  Synthesis,
  ServiceComparison,
  DisclosedGroup,
  CorrectiveAction,
  CorrectiveActionNote,
  Job,
  CorrectiveActionOwner,
  CorrectiveActionDependency,
  WaiverExtension,
  EffectivenessCheck,
  CorrectiveActionRelapse,
  DocumentaryFollowUp,
  FollowUpItem,
  EventCriterion,
  RadiationEvent,
  RadiationEventCriterion,
  RadiationEventFinding,
  EventLesson,
  PanelCase,
  ScaleDefinition,
  ScaleTrial,
  SurveyForm,
  Survey,
  SurveyParticipation,
  SurveyAnswer,
  SharedPractice,
  OutsideRecommendation,
  OutsideRecommendationCriterion,
  OutsideRecommendationNote,
];
