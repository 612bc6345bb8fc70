import { readdirSync } from 'node:fs';
import path from 'node:path';
import { policy } from '../../server/identity/policy';
import {
  allowedActs,
  destinationsOf,
  moveOf,
  transitionsFrom,
  type StateTable,
} from '../../server/kernel/states';

type Table = StateTable<string, never>;

const server = path.join(__dirname, '../../server');

/** Every state table of the platform: whatever a `*.states.ts` exports with moves. */
const tables = readdirSync(server, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.states.ts'))
  .flatMap((file) => Object.values(jest.requireActual<Record<string, unknown>>(path.join(server, file))))
  .filter((value): value is Table => typeof value === 'object' && value !== null && 'moves' in value);

/** States that only a later part of the platform leads to. */
const NOT_REACHED_YET: Record<string, string[]> = {};

const named = tables.map((table) => [table.noun, table] as const);

describe('the state tables', () => {
  it('are found, one for each noun with a life', () => {
    expect(tables.map(({ noun }) => noun).sort()).toEqual([
      'Application',
      'Assignment',
      'Audit',
      'Auditor',
      'Campaign',
      'CaseSample',
      'ConflictAlert',
      'CorrectiveAction',
      'DeclarationOfInterests',
      'DocumentaryFollowUp',
      'DoseImport',
      'Evidence',
      'EvidenceRequest',
      'Finding',
      'MatchingRun',
      'Operation',
      'Recusal',
      'Synthesis',
      'Upload',
    ]);
  });
});

describe.each(named)('the moves of %s', (noun, table) => {
  it('lead to every state from the first', () => {
    const reached = new Set([table.initial]);
    for (const state of reached) {
      const leaving = table.moves.filter((move) => move.from.includes(state));
      for (const move of leaving) destinationsOf(move).forEach((next) => reached.add(next));
    }
    expect(table.states.filter((state) => !reached.has(state))).toEqual(NOT_REACHED_YET[noun] ?? []);
  });

  it('start and end in states of the table', () => {
    const touched = table.moves.flatMap((move) => [...move.from, ...destinationsOf(move)]);
    expect(touched.filter((state) => !table.states.includes(state))).toEqual([]);
    expect(table.moves.filter((move) => move.from.length === 0)).toEqual([]);
  });

  it('are one per act and state, so that an act is never ambiguous', () => {
    const pairs = table.moves.flatMap((move) => move.from.map((state) => `${state} ${move.act}`));
    expect(pairs.filter((pair, index) => pairs.indexOf(pair) !== index)).toEqual([]);
  });

  it('each have a row in the policy table, unless the platform makes them itself', () => {
    const open = table.moves.filter((move) => !move.isInternal).map(({ act }) => act);
    const internal = table.moves.filter((move) => move.isInternal).map(({ act }) => act);
    expect(open.filter((act) => !policy.mutations[act]?.length)).toEqual([]);
    expect(internal.filter((act) => act in policy.mutations)).toEqual([]);
  });

  it.each([...table.states])(
    'offer in %s what the table says, and nothing that is not permitted',
    (state) => {
      const unguarded: Table = { ...table, moves: table.moves.map(withoutGuard) };
      const offered = transitionsFrom(unguarded, state, {} as never, () => true);
      expect(offered.map(({ act }) => act)).toEqual(allowedActs(table, state));
      expect(offered.every(({ act }) => moveOf(table, act, state) !== undefined)).toBe(true);
      expect(offered.every(({ isAvailable, reason }) => isAvailable && reason === null)).toBe(true);
      expect(transitionsFrom(unguarded, state, {} as never, () => false)).toEqual([]);
    },
  );

  it('name the reason of a guard that stands in the way', () => {
    const guarded: Table = { ...table, moves: table.moves.map(withGuard) };
    const hindered = table.states.flatMap((state) =>
      transitionsFrom(guarded, state, {} as never, () => true),
    );
    expect(hindered.every(({ isAvailable, reason }) => !isAvailable && reason === 'REASON_MISSING')).toBe(
      true,
    );
  });
});

type AnyMove = Table['moves'][number];

function withoutGuard({ act, isInternal, from, ...move }: AnyMove): AnyMove {
  return { act, isInternal, from, to: destinationsOf({ act, from, ...move })[0] ?? '' };
}

function withGuard(move: AnyMove): AnyMove {
  return { ...withoutGuard(move), guard: () => 'REASON_MISSING' };
}
