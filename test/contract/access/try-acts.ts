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

/** Has somebody try an act on an object of a service: whether he may, sees it and may not, or does not see it. */
export async function outcomeOf(
  open: OpenWorld,
  viewer: string,
  mutation: Mutation,
  target: string | null,
  service: string,
): Promise<'may' | 'sees, may not' | 'hidden'> {
  const { codes } = await act(
    open,
    viewer,
    mutation,
    inputFor(open.facts, mutation, idOf(open, mutation, target), service),
  );
  if (codes.includes('INTERNAL')) throw new Error(`${mutation.name} by ${viewer}: internal error`);
  if (codes.includes('NOT_FOUND') || codes.includes('UNAUTHENTICATED')) return 'hidden';
  return codes.includes('FORBIDDEN') ? 'sees, may not' : 'may';
}
