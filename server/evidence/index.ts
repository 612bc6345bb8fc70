export { addEvidence, type EvidenceAddInput } from './add-evidence';
export { isSecure } from './evidence-content';
export {
  Evidence,
  EVIDENCE_FORMS,
  EVIDENCE_STATES,
  type EvidenceForm,
  type EvidenceState,
} from './evidence.entity';
export { evidenceReads } from './evidence.queries';
export { isClamdAddress } from './scan/antivirus/clamd';
export { refuseEvidence, releaseEvidence, type EvidenceDecideInput } from './scan/decide-evidence';
export { SCAN_DECISIONS, type ScanDecision } from './scan/evidence-scan-decision.entity';
export { EVIDENCE_SCAN_OUTCOMES, type EvidenceScanOutcome } from './scan/evidence-scan.entity';
export { isNir } from './scan/identifiers/nir';
export { scanEvidence, type ScanParts } from './scan/scan-evidence';
export { SCAN_REASONS, type ScanReasonCode } from './scan/scan-reasons';
export { FileMissing, type FileStore } from './store/file-store';
export { folderStore } from './store/folder-store';
export { s3Store, type S3Place } from './store/s3-store';
export {
  DOWNLOADS_PATH,
  downloadEvidence,
  type Download,
  type EvidenceDownloadInput,
} from './uploads/download-file';
export { OffsetMoved, TooManyBytes } from './uploads/receive-bytes';
export type { OpenUpload } from './uploads/ticket-bearer';
export { filesOf, type Files } from './uploads/files';
export { FileDamaged } from './uploads/verified-file';
export { cleanFileName } from './uploads/file-name';
export {
  prepareUpload,
  UPLOADS_PATH,
  type PlannedUpload,
  type PreparedUpload,
  type UploadTicket,
} from './uploads/prepare-upload';
export { renewUploadTicket, type UploadTicketRenewInput } from './uploads/renew-ticket';
export {
  UPLOAD_PURPOSES,
  type FileAnnouncement,
  type UploadedFile,
  type UploadPurpose,
  type WhenUploaded,
} from './uploads/upload-plan';
export { UPLOAD_STATES, type UploadState } from './uploads/upload.states';
export { uploadEdge } from './uploads/uploads.queries';
export { usableEvidence } from './usable-evidence';
export { updateEvidence, type EvidenceUpdateInput } from './update-evidence';
export {
  askForEvidence,
  askFromTemplate,
  type EvidenceRequestCreateInput,
  type EvidenceRequestsFromTemplateInput,
} from './requests/ask-for-evidence';
export { answerRequest, type EvidenceRequestAnswerInput } from './requests/answer-request';
export {
  acceptAnswer,
  rejectAnswer,
  withdrawRequest,
  type EvidenceRequestMoveInput,
  type EvidenceRequestReasonInput,
} from './requests/decide-request';
export { ANSWER_VERDICTS, EvidenceAnswer, type AnswerVerdict } from './requests/evidence-answer.entity';
export { evidenceProgressOf, type EvidenceProgress } from './requests/evidence-progress';
export { EvidenceRequest } from './requests/evidence-request.entity';
export {
  EVIDENCE_REQUEST_STATES,
  evidenceRequestStates,
  type EvidenceRequestState,
} from './requests/evidence-request.states';
export { isAccepted, stands } from './standing-evidence';
export { takeOverEvidence, type EvidenceTakeOverInput } from './validity/take-over-evidence';
export { EVIDENCE_VERDICTS, type EvidenceVerdictValue } from './verdicts/evidence-verdict.entity';
export {
  acceptEvidence,
  turnDownEvidence,
  type EvidenceAcceptInput,
  type EvidenceTurnDownInput,
} from './verdicts/judge-evidence';
export { coverageOfAudits, type FamilyCount } from './reference-coverage/audit-coverage';
export {
  COVERAGE_BASES,
  COVERAGE_STRENGTHS,
  type CoverageBasis,
  type CoverageStrength,
} from './reference-coverage/coverage-strength';
export { evidenceEdges } from './evidence-of-others';
