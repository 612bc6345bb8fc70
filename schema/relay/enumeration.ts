import { registerEnumType } from 'type-graphql';

/**
 * Registers a list of words as a GraphQL enum.
 * @param words the values, in capitals
 * @param name name of the enum
 * @param description French term first
 * @param values French descriptions of single values
 */
export function enumeration<const W extends readonly string[]>(
  words: W,
  name: string,
  description: string,
  values: Partial<Record<W[number], string>> = {},
): { [K in W[number]]: K } {
  const object = Object.fromEntries(words.map((word) => [word, word])) as { [K in W[number]]: K };
  const described = Object.entries<string | undefined>(values);
  const valuesConfig = Object.fromEntries(described.map(([word, description]) => [word, { description }]));
  registerEnumType(object, {
    name,
    description,
    valuesConfig: valuesConfig as Record<W[number], { description?: string }>,
  });
  return object;
}
