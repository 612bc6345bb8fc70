import type { StateTable } from '../kernel/states';
import type { CalendarDate } from '../kernel/working-days';

/** States of a declaration of interests. */
export const DECLARATION_STATES = ['DRAFT', 'SIGNED', 'EXPIRED', 'SUPERSEDED'] as const;
export type DeclarationState = (typeof DECLARATION_STATES)[number];

/** No guard of a declaration looks at anything. */
export type DeclarationFacts = Readonly<Record<never, never>>;

/**
 * The legal moves of a declaration of interests. Only the signature is a mutation; it also moves the declaration that
 * was signed before.
 */
export const declarationStates: StateTable<DeclarationState, DeclarationFacts> = {
  noun: 'DeclarationOfInterests',
  states: DECLARATION_STATES,
  initial: 'DRAFT',
  moves: [
    { act: 'declarationSign', from: ['DRAFT'], to: 'SIGNED' },
    { act: 'declarationSupersede', isInternal: true, from: ['SIGNED'], to: 'SUPERSEDED' },
    { act: 'declarationExpire', isInternal: true, from: ['SIGNED'], to: 'EXPIRED' },
  ],
};

/**
 * The state on a day: a signed declaration has expired once its last day is over, whether or not a later signature has
 * written that down yet.
 */
export function declarationStateOn(
  declaration: { state: DeclarationState; expiresOn: CalendarDate | null },
  today: CalendarDate,
): DeclarationState {
  const { state, expiresOn } = declaration;
  return state === 'SIGNED' && expiresOn !== null && expiresOn < today ? 'EXPIRED' : state;
}
