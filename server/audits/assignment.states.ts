import type { Hindrance, StateTable } from '../kernel/states';
import type { AuditState } from './audit.states';

export const ASSIGNMENT_STATES = [
  'PROPOSED',
  'ACCEPTED',
  'DECLINED',
  'CONFLICT_DECLARED',
  'CONFIRMED',
  'COMPLETED',
  'RECUSED',
  'REPLACED',
] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** Audit states in which auditors are called on. */
export const COMPOSING: readonly AuditState[] = ['PLANNED', 'TEAM_PROPOSED'];

/** Audit states in which a member can still be replaced: the visit has not begun. */
export const BEFORE_VISIT: readonly AuditState[] = [
  ...COMPOSING,
  'RECUSAL_WINDOW',
  'TEAM_CONFIRMED',
  'SELF_ASSESSMENT',
  'DOCUMENT_REVIEW',
];

const ENDED: readonly AuditState[] = ['CLOSED', 'CANCELLED'];

/** What the guards of an assignment look at. */
export interface AssignmentFacts {
  /** State of the audit; of a suspended one, the state it will come back to. */
  auditState: AuditState;
  /** The auditor has a declaration of interests in force under the rules of the campaign. */
  isDeclarationSigned: boolean;
  /** A conflict that came since the proposal is not settled. */
  isFrozen: boolean;
}

const teamClosed = (auditState: AuditState): Hindrance => ({
  code: 'TEAM_CLOSED',
  params: { state: auditState },
});

function mayAccept({ auditState, isDeclarationSigned, isFrozen }: AssignmentFacts) {
  if (!COMPOSING.includes(auditState)) return teamClosed(auditState);
  if (isFrozen) return 'ASSIGNMENT_FROZEN';
  return isDeclarationSigned ? null : 'DECLARATION_NOT_SIGNED';
}

/** The legal moves of an assignment: one auditor on one audit. */
export const assignmentStates: StateTable<AssignmentState, AssignmentFacts> = {
  noun: 'Assignment',
  states: ASSIGNMENT_STATES,
  initial: 'PROPOSED',
  moves: [
    { act: 'assignmentAccept', from: ['PROPOSED'], to: 'ACCEPTED', guard: mayAccept },
    { act: 'assignmentDecline', from: ['PROPOSED'], to: 'DECLINED' },
    {
      // A tie that appears is declared whenever it appears, up to the end of the audit.
      act: 'assignmentDeclareConflict',
      from: ['PROPOSED', 'ACCEPTED', 'CONFIRMED'],
      to: 'CONFLICT_DECLARED',
      guard: ({ auditState }) => (ENDED.includes(auditState) ? teamClosed(auditState) : null),
    },
    {
      act: 'assignmentReplace',
      from: ['PROPOSED', 'ACCEPTED', 'CONFIRMED'],
      to: 'REPLACED',
      guard: ({ auditState }) => (BEFORE_VISIT.includes(auditState) ? null : teamClosed(auditState)),
    },
    { act: 'recuse', isInternal: true, from: ['ACCEPTED', 'CONFIRMED'], to: 'RECUSED' },
    { act: 'confirm', isInternal: true, from: ['ACCEPTED'], to: 'CONFIRMED' },
    { act: 'complete', isInternal: true, from: ['CONFIRMED'], to: 'COMPLETED' },
  ],
};
