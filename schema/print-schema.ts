import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildSchema } from './build-schema';

/** The schema as SDL, in a stable order: the text of `schema/schema.graphql`. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildSchema()))}\n`;
}
