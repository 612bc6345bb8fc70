import { RELATIONS } from '../../../server/identity/relations-in-words';
import { globalId } from '../../../server/kernel/ids';
import { tokenOf } from '../../support/refusals';
import { worldId } from '../../support/world';
import type { OpenWorld } from '../../support/world/open-world';
import { nameIn } from '../../support/world/world-facts';
import { inputFor, subjectField, typeOfId, type Mutation } from './mutation-inputs';

/** What came back, as bytes, and the codes in it. */
export interface Answered {
  text: string;
  status: number;
  codes: string[];
}

/** Asks as an account of the world, or as nobody. */
export async function post(
  { api }: OpenWorld,
  viewer: string,
  query: string,
  variables: object,
): Promise<Answered> {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (viewer !== 'nobody') headers.set('authorization', `Bearer ${tokenOf(api, worldId('account', viewer))}`);
  const response = await fetch(api.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const codes = [...text.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code ?? '');
  return { text, status: response.status, codes };
}

/** Sends an act. */
export function act(open: OpenWorld, viewer: string, mutation: Mutation, input: object): Promise<Answered> {
  const query = `mutation ($input: ${String(mutation.args[0]?.type)}) {
    ${mutation.name}(input: $input) { replayed userErrors { code message path } } }`;
  return post(open, viewer, query, { input });
}

/** The id of a named object that an act is about; null where it is about none. */
export function idOf({ world, facts }: OpenWorld, mutation: Mutation, name: string | null): string | null {
  const field = subjectField(mutation);
  if (!field || name === null) return null;
  const type = typeOfId(field.name);
  const found = [...(facts.rows.get(type)?.keys() ?? [])].find((id) => nameIn(world, type, id) === name);
  return found ? globalId(type, found) : null;
}

/**
 * What became of an act: `may`, `hidden`, `refused, for …` naming those whom the refusal names, or `broken` where the second
 * wall had to stop what the first let through.
 */
export type Outcome = string;

/** Acts that open what the world has not sealed with the keys of the application; they get that far only if they may. */
const UNSEALED = new Set(['secondFactorConfirm', 'secondFactorDisable']);

/** Has somebody try an act on an object of a service. */
export async function outcomeOf(
  open: OpenWorld,
  viewer: string,
  mutation: Mutation,
  target: string | null,
  service: string,
): Promise<Outcome> {
  const input = inputFor(open.facts, mutation, idOf(open, mutation, target), service);
  const { codes, text } = await act(open, viewer, mutation, input);
  if (codes.includes('INTERNAL')) return UNSEALED.has(mutation.name) ? 'may' : 'broken';
  if (codes.includes('BAD_USER_INPUT'))
    throw new Error(`${mutation.name} was given what it cannot take: ${text}`);
  if (codes.includes('NOT_FOUND') || codes.includes('UNAUTHENTICATED')) return 'hidden';
  if (!codes.includes('FORBIDDEN')) return 'may';
  return `refused, for ${namedIn(text).join(', ') || 'nobody'}`;
}

/** Whom a refusal names, in its order. */
function namedIn(text: string): string[] {
  const places = Object.entries(RELATIONS).map(([relation, { fr }]) => [relation, text.indexOf(fr)] as const);
  return places
    .filter(([, place]) => place >= 0)
    .sort(([, one], [, other]) => one - other)
    .map(([relation]) => relation);
}

/** Where the golden file says of whom an outcome is: `may on A.ON_SITE`. */
export function lineOf(outcome: Outcome, target: string | null): string {
  const [what = '', named] = outcome.split(', for ');
  return `${what}${target ? ` on ${target}` : ''}${named ? `, for ${named}` : ''}`;
}
