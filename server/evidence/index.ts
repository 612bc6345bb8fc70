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
export { cleanFileName } from './uploads/file-name';
export {
  prepareUpload,
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
export { updateEvidence, type EvidenceUpdateInput } from './update-evidence';
