import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { sealSchema } from '../server/graphql';
import { AuditedServiceResolver } from './audited-services/audited-service.resolver';
import { AuditorResolver } from './auditors/auditor.resolver';
import { DeclarationResolver } from './auditors/declaration.resolver';
import { QualificationResolver } from './auditors/qualification.resolver';
import { AssignmentResolver } from './audits/assignment.resolver';
import { AuditStepsResolver } from './audits/audit-steps.resolver';
import { AuditResolver } from './audits/audit.resolver';
import { ApplicationResolver } from './campaigns/application.resolver';
import { GradeResolver, GradeRowResultResolver } from './audits/grade.resolver';
import { RecusalResolver } from './audits/recusal.resolver';
import { SelfAssessmentResolver } from './audits/self-assessment.resolver';
import { CampaignProgressResolver } from './campaign-progress/campaign-progress.resolver';
import { CampaignResolver } from './campaigns/campaign.resolver';
import { CorrectiveActionCheckResolver } from './corrective-actions/corrective-action-check.resolver';
import { CorrectiveActionResolver } from './corrective-actions/corrective-action.resolver';
import { PlanResolver } from './corrective-actions/plan.resolver';
import {
  ConflictOfInterestError,
  IllegalTransitionError,
  InputError,
  StaleVersionError,
} from './errors/user-error';
import { StaleVersionErrorResolver } from './errors/user-error.resolver';
import { describeSchema } from './describe-schema';
import { EvidenceRequestResolver } from './evidence/evidence-request.resolver';
import { EvidenceResolver } from './evidence/evidence.resolver';
import { UploadResolver } from './evidence/upload.resolver';
import { DocumentaryFollowUpResolver } from './follow-up/documentary-follow-up.resolver';
import { FindingResolver } from './findings/finding.resolver';
import { AccountResolver } from './identity/account.resolver';
import { ClientProgramResolver } from './identity/client-program.resolver';
import { IdentityProviderResolver } from './identity/identity-provider.resolver';
import { SecondFactorResolver } from './identity/second-factor.resolver';
import { SessionResolver } from './identity/session.resolver';
import { ViewerResolver } from './identity/viewer.resolver';
import { RateLimitResolver } from './limits/rate-limit.resolver';
import { CampaignConflictResolver } from './matching/campaign-conflict.resolver';
import { DoseImportResolver } from './measures/dose-import.resolver';
import { LevelLineResultResolver, ReferenceLevelResolver } from './measures/reference-level.resolver';
import { ConflictAlertResolver } from './matching/conflict-alert.resolver';
import { ConflictFactResolver } from './matching/conflict-fact.resolver';
import { MatchingNeedResolver } from './matching/matching-need.resolver';
import { MatchingRunResolver } from './matching/matching-run.resolver';
import { MatchingResolver } from './matching/matching.resolver';
import { RunReasonsResolver } from './matching/run-reasons.resolver';
import { AgreementResolver } from './measures/agreement.resolver';
import { MeasureResolver } from './measures/measure.resolver';
import { CaseResolver } from './measures/cases/case.resolver';
import { CaseReviewResolver, CaseReviewRowResultResolver } from './measures/cases/case-review.resolver';
import { OperationResolver } from './operations/operation.resolver';
import { PersonalDataResolver } from './personal-data/personal-data.resolver';
import { OutsideRecommendationResolver } from './outside-recommendations/outside-recommendation.resolver';
import { SharedPracticeResolver } from './practices/shared-practice.resolver';
import { RadiationEventResolver } from './radiation-events/radiation-event.resolver';
import { ScaleDefinitionResolver } from './radiation-events/scale-definition.resolver';
import { SurveyResolver } from './surveys/survey.resolver';
import { NodeResolver } from './relay/node.resolver';
import { AttestationResolver } from './reports/attestation.resolver';
import { ReportResolver } from './reports/report.resolver';
import { SynthesisResolver } from './synthesis/synthesis.resolver';
import { TemplateResolver } from './templates/template.resolver';
import { AuditAsOfResolver } from './trail/audit-as-of.resolver';
import { TrailResolver } from './trail/trail.resolver';

type Resolvers = NonEmptyArray<new () => object>;

const resolvers: Resolvers = [
  NodeResolver,
  StaleVersionErrorResolver,
  ViewerResolver,
  RateLimitResolver,
  AccountResolver,
  PersonalDataResolver,
  SessionResolver,
  SecondFactorResolver,
  IdentityProviderResolver,
  ClientProgramResolver,
  OperationResolver,
  TemplateResolver,
  AuditedServiceResolver,
  AuditorResolver,
  QualificationResolver,
  DeclarationResolver,
  CampaignResolver,
  SelfAssessmentResolver,
  GradeResolver,
  GradeRowResultResolver,
  EvidenceResolver,
  UploadResolver,
  EvidenceRequestResolver,
  CaseResolver,
  CaseReviewResolver,
  CaseReviewRowResultResolver,
  ReferenceLevelResolver,
  LevelLineResultResolver,
  DoseImportResolver,
  FindingResolver,
  ReportResolver,
  AttestationResolver,
  PlanResolver,
  DocumentaryFollowUpResolver,
  CorrectiveActionResolver,
  CorrectiveActionCheckResolver,
  SynthesisResolver,
  ApplicationResolver,
  MatchingResolver,
  ConflictFactResolver,
  ConflictAlertResolver,
  CampaignConflictResolver,
  MatchingRunResolver,
  RunReasonsResolver,
  AgreementResolver,
  MeasureResolver,
  MatchingNeedResolver,
  AuditResolver,
  AuditStepsResolver,
  AssignmentResolver,
  RecusalResolver,
  TrailResolver,
  AuditAsOfResolver,
  CampaignProgressResolver,
  RadiationEventResolver,
  ScaleDefinitionResolver,
  SurveyResolver,
  SharedPracticeResolver,
  OutsideRecommendationResolver,
];

/**
 * The executable schema: TypeGraphQL's classes, with the policy table and the readers put in.
 * @throws Error when a type, field or mutation has no row in the policy table
 */
export function buildSchema(): GraphQLSchema {
  return sealSchema(
    describeSchema(
      buildSchemaSync({
        resolvers,
        orphanedTypes: [InputError, ConflictOfInterestError, StaleVersionError, IllegalTransitionError],
        // Inputs are checked by `perform`, which answers with userErrors and a path.
        validate: false,
      }),
    ),
  );
}
