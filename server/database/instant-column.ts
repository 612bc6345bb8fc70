import type { ValueTransformer } from 'typeorm';

/**
 * For every `timestamptz` column: TypeORM makes a Date of what it loads, whereas entities carry instants as text
 * (RFC 3339, UTC, milliseconds), as all other reads do.
 */
export const instantColumn: ValueTransformer = {
  to: (value: unknown) => value,
  from: (value: unknown) => (value instanceof Date ? value.toISOString() : value),
};
