import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { readModels } from './read-models';

/** Root fields for whoever has no token yet. In production, these are all that such a caller may name. */
export const SIGN_IN: ReadonlySet<string> = new Set([
  'signIn',
  'signInWithCode',
  'sessionRefresh',
  'invitationAccept',
]);

/**
 * Names of the types that signing in answers with, and the roots: what a caller without a token may ask about in
 * production. Implementations of interfaces are not among them, so that no path leads on to the programme's objects.
 */
export function signInTypes(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set<string>();
  const reach = (type: GraphQLNamedType): void => {
    const isOpen = (isObjectType(type) || isInterfaceType(type)) && type.name !== 'Node';
    if (!isOpen || readModels.has(type.name) || names.has(type.name)) return;
    names.add(type.name);
    for (const field of Object.values(type.getFields())) reach(getNamedType(field.type));
  };
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    if (!root) continue;
    names.add(root.name);
    for (const field of Object.values(root.getFields()))
      if (SIGN_IN.has(field.name)) reach(getNamedType(field.type));
  }
  return names;
}
