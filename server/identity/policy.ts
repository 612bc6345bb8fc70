import type { RowRule } from '../database/read-model';
import type { ArgumentRule, Relation, RoomPolicy, TypePolicy } from './access';
import { auditedServicesPolicy } from './policy/audited-services.policy';
import { auditorsPolicy } from './policy/auditors.policy';
import { auditsPolicy } from './policy/audits.policy';
import { campaignsPolicy } from './policy/campaigns.policy';
import { correctiveActionsPolicy } from './policy/corrective-actions.policy';
import { uploadsPolicy } from './policy/uploads.policy';
import { evidenceScansPolicy } from './policy/evidence-scans.policy';
import { evidenceRequestsPolicy } from './policy/evidence-requests.policy';
import { coveragePolicy } from './policy/coverage.policy';
import { dosePolicy } from './policy/dose.policy';
import { caseSamplesPolicy } from './policy/case-samples.policy';
import { measuresPolicy } from './policy/measures.policy';
import { evidencePolicy } from './policy/evidence.policy';
import { findingsPolicy } from './policy/findings.policy';
import { gradesPolicy } from './policy/grades.policy';
import { identityPolicy } from './policy/identity.policy';
import { matchingRunsPolicy } from './policy/matching-runs.policy';
import { matchingPolicy } from './policy/matching.policy';
import { reportsPolicy } from './policy/reports.policy';
import { runReasonsPolicy } from './policy/run-reasons.policy';
import { signInPolicy } from './policy/sign-in.policy';
import { teamsPolicy } from './policy/teams.policy';
import { templatesPolicy } from './policy/templates.policy';
import { trailPolicy } from './policy/trail.policy';
import { signaturesPolicy } from './policy/signatures.policy';
import { reportDocumentsPolicy } from './policy/report-documents.policy';
import { synthesisPolicy } from './policy/synthesis.policy';
import { followUpPolicy } from './policy/follow-up.policy';
import { radiationEventsPolicy } from './policy/radiation-events.policy';
import { surveysPolicy } from './policy/surveys.policy';
import { notificationsPolicy } from './policy/notifications.policy';
import { webhooksPolicy } from './policy/webhooks.policy';
import { NOTHING } from './row-rules';

const nouns: readonly RoomPolicy[] = [
  identityPolicy,
  signInPolicy,
  templatesPolicy,
  auditedServicesPolicy,
  auditorsPolicy,
  campaignsPolicy,
  matchingPolicy,
  matchingRunsPolicy,
  runReasonsPolicy,
  auditsPolicy,
  teamsPolicy,
  gradesPolicy,
  evidencePolicy,
  measuresPolicy,
  caseSamplesPolicy,
  dosePolicy,
  coveragePolicy,
  evidenceRequestsPolicy,
  evidenceScansPolicy,
  uploadsPolicy,
  findingsPolicy,
  reportsPolicy,
  correctiveActionsPolicy,
  signaturesPolicy,
  reportDocumentsPolicy,
  synthesisPolicy,
  followUpPolicy,
  radiationEventsPolicy,
  surveysPolicy,
  notificationsPolicy,
  webhooksPolicy,
];

/** The trail asks the rules of all other nouns: a history is seen with its object. */
const rooms: readonly RoomPolicy[] = [...nouns, trailPolicy(together(nouns, (room) => room.types))];

/**
 * Who sees what and who may do what, for the whole API: the first wall. A type, field, query, mutation or telling argument
 * without a row is denied, and building the schema fails on it.
 */
export const policy: {
  types: Readonly<Record<string, TypePolicy>>;
  mutations: Readonly<Record<string, readonly Relation[]>>;
  queries: Readonly<Record<string, readonly Relation[]>>;
  arguments: Readonly<Record<string, ArgumentRule>>;
} = {
  types: together(rooms, (room) => room.types),
  mutations: together(rooms, (room) => room.mutations),
  queries: together(rooms, (room) => room.queries),
  arguments: together(rooms, (room) => room.arguments ?? {}),
};

/** The same part of every room as one. */
function together<T>(
  rooms: readonly RoomPolicy[],
  part: (room: RoomPolicy) => Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.assign({}, ...rooms.map(part)) as Record<string, T>;
}

/** The rule for the rows of a type; a type without one has no rows. */
export function rowRule(type: string): RowRule {
  return policy.types[type]?.rows ?? (() => NOTHING);
}
