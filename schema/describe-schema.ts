import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';
import { VOCABULARY } from './vocabulary';

/**
 * Gives a French description to every field, enum value and input that has none of its own, from the vocabulary.
 * @returns the same schema
 */
export function describeSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      const fields = Object.values<{ name: string; description?: string | null }>(type.getFields());
      for (const field of fields) field.description ??= termOf(field.name);
    }
    if (isInputObjectType(type)) type.description ??= inputDescription(type.name);
    if (isEnumType(type)) for (const value of type.getValues()) value.description ??= termOf(value.name);
  }
  return schema;
}

/** The term of a name; `findingId` has that of `finding`. */
function termOf(name: string): string | undefined {
  return VOCABULARY[name] ?? VOCABULARY[name.replace(/Id$/, '')];
}

function inputDescription(name: string): string {
  if (name.endsWith('Filter')) return 'Filtre ; les conditions données doivent toutes être remplies.';
  return 'Ce qu’une mutation reçoit.';
}
