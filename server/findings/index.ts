export { disposeOfFinding, type FindingDisposeInput } from './dispose-of-finding';
export { dispositionOutcome } from './disposition-outcome';
export {
  FINDING_KINDS,
  FINDING_SEVERITIES,
  Finding,
  type FindingKind,
  type FindingSeverity,
} from './finding.entity';
export {
  FINDING_STATES,
  findingStates,
  type FindingFacts,
  type FindingOutcome,
  type FindingState,
} from './finding.states';
export {
  DISPOSITIONS,
  FINDING_REPLY_KINDS,
  FindingReply,
  type Disposition,
  type FindingReplyKind,
} from './finding-reply.entity';
export { findingsReads } from './findings.queries';
export { replyToFinding, type FindingReplyInput } from './reply-to-finding';
export { repliedAt, replyEvidence, type NamedEvidence, type ReplyVersion } from './reply-versions';
export { requireFinding } from './require-finding';
export { finaliseFindings, shareFindings } from './settle-findings';
export { voidSignatures } from './void-signatures';
export {
  createFinding,
  discardFinding,
  updateFinding,
  type FindingCreateInput,
  type FindingDiscardInput,
  type FindingUpdateInput,
} from './write-finding';
