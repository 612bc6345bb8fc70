import { refuse } from './outcome';
import { allowedActs, type StateTable } from './states';

/**
 * Gives an act up because the state of its object does not allow it.
 * @throws Refusal ILLEGAL_TRANSITION always, with the acts that the state allows
 */
export function refuseTransition<State extends string, Facts>(
  table: StateTable<State, Facts>,
  from: State,
): never {
  const allowed = allowedActs(table, from);
  const detail = { kind: 'ILLEGAL_TRANSITION', from, allowed } as const;
  refuse('ILLEGAL_TRANSITION', null, { from, allowed: allowed.join(', ') || '—' }, detail);
}

/**
 * Lets an act that makes no move of its own happen in some states only.
 * @param row the object as it was loaded and locked
 * @throws Refusal ILLEGAL_TRANSITION with the acts that the present state allows
 */
export function requireStateOf<State extends string, Facts>(
  table: StateTable<State, Facts>,
  row: { state: State },
  states: readonly State[],
): void {
  if (!states.includes(row.state)) refuseTransition(table, row.state);
}
