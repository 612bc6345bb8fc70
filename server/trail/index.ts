export { TrailEntry } from './trail-entry.entity';
export { publishTrailKey, developmentTrailKey, newTrailKeyPem, trailSignerFromPem } from './signing-key';
export { signDailyCheckpoints } from './sign-daily';
export { openNote, signNote, type NoteSigner, type NoteVerifier } from './signed-note';
export { trailWriter } from './write-trail';
export { historyEdge } from './history-edge';
export {
  consistencyProofEdge,
  inclusionProofEdge,
  type ConsistencyProof,
  type InclusionProof,
} from './proofs';
export { trailReads } from './trail.queries';
export { appendAsPlatform, PLATFORM_ID } from './append-as-platform';
