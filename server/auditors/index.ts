export {
  Affiliation,
  AFFILIATION_KINDS,
  AFFILIATION_SOURCES,
  type AffiliationKind,
  type AffiliationSource,
} from './affiliation.entity';
export {
  auditorQualificationStates,
  QUALIFICATIONS,
  type Qualification,
} from './auditor-qualification.states';
export { AuditorUnavailability } from './auditor-unavailability.entity';
export { Auditor, PROFESSIONS, type Profession } from './auditor.entity';
export { auditorsReads } from './auditors.queries';
export {
  addUnavailability,
  removeUnavailability,
  type AuditorUnavailabilityAddInput,
  type AuditorUnavailabilityRemoveInput,
} from './change-unavailability';
export { createAuditorAccount, type AuditorAccountCreateInput } from './create-auditor-account';
export { DeclarationOfInterests } from './declaration-of-interests.entity';
export {
  DECLARATION_STATES,
  declarationStateOn,
  declarationStates,
  type DeclarationState,
} from './declaration.states';
export {
  declareAffiliation,
  endAffiliation,
  type AffiliationDeclareInput,
  type AffiliationEndInput,
} from './declare-affiliation';
export { importAuditors, type AuditorsImportInput } from './import-auditors';
export { Interest, INTEREST_KINDS, type InterestKind } from './interest.entity';
export {
  admitAuditor,
  evaluateAuditor,
  lapseAuditor,
  qualifyAuditor,
  reinstateAuditor,
  retireAuditor,
  startTraining,
  suspendAuditor,
  type QualificationMoveInput,
} from './move-qualification';
export { signDeclaration, type DeclarationSignInput } from './sign-declaration';
export { updateAuditor, type AuditorUpdateInput } from './update-auditor';
export {
  createDeclaration,
  updateDeclaration,
  type DeclarationCreateInput,
  type DeclarationUpdateInput,
  type InterestInput,
} from './write-declaration';
