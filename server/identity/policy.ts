import type { RowRule } from '../database/read-model';
import type { Relation, RoomPolicy, TypePolicy } from './access';
import { auditedServicesPolicy } from './policy/audited-services.policy';
import { auditorsPolicy } from './policy/auditors.policy';
import { auditsPolicy } from './policy/audits.policy';
import { campaignsPolicy } from './policy/campaigns.policy';
import { correctiveActionsPolicy } from './policy/corrective-actions.policy';
import { evidencePolicy } from './policy/evidence.policy';
import { findingsPolicy } from './policy/findings.policy';
import { gradesPolicy } from './policy/grades.policy';
import { identityPolicy } from './policy/identity.policy';
import { matchingPolicy } from './policy/matching.policy';
import { reportsPolicy } from './policy/reports.policy';
import { signInPolicy } from './policy/sign-in.policy';
import { teamsPolicy } from './policy/teams.policy';
import { templatesPolicy } from './policy/templates.policy';
import { trailPolicy } from './policy/trail.policy';
import { NOTHING } from './row-rules';

const nouns: readonly RoomPolicy[] = [
  identityPolicy,
  signInPolicy,
  templatesPolicy,
  auditedServicesPolicy,
  auditorsPolicy,
  campaignsPolicy,
  matchingPolicy,
  auditsPolicy,
  teamsPolicy,
  gradesPolicy,
  evidencePolicy,
  findingsPolicy,
  reportsPolicy,
  correctiveActionsPolicy,
];

const typesOf = (rooms: readonly RoomPolicy[]): Record<string, TypePolicy> =>
  Object.assign({}, ...rooms.map((room) => room.types)) as Record<string, TypePolicy>;

/** The trail asks the rules of all other nouns: a history is seen with its object. */
const rooms: readonly RoomPolicy[] = [...nouns, trailPolicy(typesOf(nouns))];

/**
 * Who sees what and who may do what, for the whole API: the first wall. A type, field or mutation without a row is
 * denied, and building the schema fails on it.
 */
export const policy: {
  types: Readonly<Record<string, TypePolicy>>;
  mutations: Readonly<Record<string, readonly Relation[]>>;
} = {
  types: typesOf(rooms),
  mutations: Object.assign({}, ...rooms.map((room) => room.mutations)) as Record<string, readonly Relation[]>,
};

/** The rule for the rows of a type; a type without one has no rows. */
export function rowRule(type: string): RowRule {
  return policy.types[type]?.rows ?? (() => NOTHING);
}
