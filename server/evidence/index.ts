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
export { updateEvidence, type EvidenceUpdateInput } from './update-evidence';
