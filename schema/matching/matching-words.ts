import {
  BOUND_COVERS,
  DECISION_KINDS,
  FAIRNESS,
  MATCHING_RUN_STATES,
  PLAN_STATUSES,
  STOPPED_BY,
} from '../../server/matching';
import { enumeration } from '../relay/enumeration';

/** States of a run. */
export const MATCHING_RUN_STATE = enumeration(
  MATCHING_RUN_STATES,
  'MatchingRunState',
  'État d’une composition des équipes.',
  {
    QUEUED: 'En attente.',
    RUNNING: 'Calcul en cours.',
    SOLVED: 'Un plan qui pourvoit tous les sièges demandés.',
    INFEASIBLE: 'Un plan qui laisse des sièges vides, et dit pourquoi.',
    TIMED_OUT: 'Trop longue, abandonnée sans plan.',
    FAILED: 'En échec, sans plan.',
    PUBLISHED: 'Auditeurs sollicités.',
    DISCARDED: 'Écartée.',
  },
);

/** What is known of a plan. */
export const PLAN_STATUS = enumeration(PLAN_STATUSES, 'PlanStatus', 'Ce que l’on sait du plan.', {
  OPTIMAL: 'Prouvé le meilleur.',
  FEASIBLE: 'Valable, avec un écart au mieux possible.',
  INFEASIBLE: 'Ce qui est fixé se contredit.',
});

/** What ended the search. */
export const STOPPED = enumeration(STOPPED_BY, 'StoppedBy', 'Ce qui a mis fin à la recherche.', {
  PROOF: 'La preuve du meilleur plan.',
  WORK: 'Le budget de pas, le même sur toute machine.',
  TIME: 'L’horloge.',
  CANCELLED: 'L’abandon.',
});

/** What a bound speaks of. */
export const COVERS = enumeration(BOUND_COVERS, 'BoundCovers', 'Ce sur quoi porte la borne.', {
  ALL_PAIRS: 'Toutes les paires permises.',
  KEPT_CANDIDATES: 'Les paires que la recherche a gardées.',
});

/** Best sum, or worst-off first. */
export const FAIRNESS_WORD = enumeration(FAIRNESS, 'Fairness', 'Ce que le plan cherche d’abord.', {
  SUM: 'La meilleure somme.',
  MAX_MIN_THEN_SUM: 'Le service le moins bien servi d’abord, puis la somme.',
});

/** What was settled about a pair. */
export const DECISION_KIND = enumeration(
  DECISION_KINDS,
  'MatchingDecisionKind',
  'Ce qui est fixé d’une paire.',
  { PIN: 'L’auditeur doit être dans l’équipe.', FORBID: 'L’auditeur ne doit pas y être.' },
);
