import type { ErrorCode } from './messages';

/**
 * One legal move of a noun: from which states, by which act (the name of the mutation), to which state.
 * Who may do it stands in the policy table under the same act.
 */
export interface Move<State extends string, Facts> {
  act: string;
  /** Made by the platform as part of another act: no mutation bears its name and nobody is offered it. */
  isInternal?: true;
  from: readonly State[];
  /** Where it leads: a state, or one of several as the facts have it. */
  to: State | Destination<State, Facts>;
  /** Why the move is not available now although the state allows it; null when nothing stands in the way. */
  guard?: (facts: Facts) => ErrorCode | Hindrance | null;
}

/** Where a move leads when the facts decide: a suspended object goes back to where it was. */
export interface Destination<State extends string, Facts> {
  among: readonly State[];
  by: (facts: Facts) => State;
}

/** What stands in the way of a move, with the values that its sentence speaks of. */
export interface Hindrance {
  code: ErrorCode;
  params: Readonly<Record<string, string | number>>;
}

/** All states and legal moves of a noun: acts, `availableTransitions` and the generated tests read this table. */
export interface StateTable<State extends string, Facts> {
  noun: string;
  states: readonly State[];
  initial: State;
  moves: readonly Move<State, Facts>[];
}

/** The move that an act makes from a state, or undefined when it is illegal there. */
export function moveOf<State extends string, Facts>(
  table: StateTable<State, Facts>,
  act: string,
  from: State,
): Move<State, Facts> | undefined {
  return table.moves.find((move) => move.act === act && move.from.includes(from));
}

/**
 * The state that a move leads to.
 * @throws Error when the facts name a state that the table does not foresee: a defect
 */
export function destinationOf<State extends string, Facts>(move: Move<State, Facts>, facts: Facts): State {
  if (typeof move.to === 'string') return move.to;
  const state = move.to.by(facts);
  if (!move.to.among.includes(state)) throw new Error(`${move.act} does not lead to ${state}`);
  return state;
}

/** All states that a move can lead to. */
export function destinationsOf<State extends string, Facts>(move: Move<State, Facts>): readonly State[] {
  return typeof move.to === 'string' ? [move.to] : move.to.among;
}

/** What the move's guard says of the facts; null when nothing stands in the way. */
export function hindranceOf<State extends string, Facts>(
  move: Move<State, Facts>,
  facts: Facts,
): Hindrance | null {
  const said = move.guard?.(facts) ?? null;
  return typeof said === 'string' ? { code: said, params: {} } : said;
}

/** The acts that a state allows to those who may do them, guards aside. */
export function allowedActs<State extends string, Facts>(
  table: StateTable<State, Facts>,
  from: State,
): string[] {
  return table.moves.filter((move) => !move.isInternal && move.from.includes(from)).map((move) => move.act);
}

/** One line of `availableTransitions`: a move that leaves the present state, and why it cannot be made now. */
export interface Transition {
  act: string;
  to: string;
  isAvailable: boolean;
  reason: ErrorCode | null;
  /** Values for the sentence of `reason`. */
  params: Hindrance['params'];
}

/**
 * The moves out of the present state, each with the reason that stands in its way, if any.
 * @param permits whether the viewer may do the act at all; acts that are not his are left out
 */
export function transitionsFrom<State extends string, Facts>(
  table: StateTable<State, Facts>,
  state: State,
  facts: Facts,
  permits: (act: string) => boolean,
): Transition[] {
  return table.moves
    .filter((move) => !move.isInternal && move.from.includes(state) && permits(move.act))
    .map((move) => {
      const hindrance = hindranceOf(move, facts);
      return {
        act: move.act,
        to: destinationOf(move, facts),
        isAvailable: hindrance === null,
        reason: hindrance?.code ?? null,
        params: hindrance?.params ?? {},
      };
    });
}
