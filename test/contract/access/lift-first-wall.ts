import type { RowRule } from '../../../server/database/read-model';
import { policy } from '../../../server/identity/policy';
import type { FieldRule, TypePolicy } from '../../../server/identity/access';

type Replaceable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Replaces the row rule of a type until the result is called. */
export function withRows(type: string, rows: RowRule): () => void {
  const rule: Replaceable<TypePolicy> | undefined = policy.types[type];
  if (!rule) throw new Error(`the policy table has no row for ${type}`);
  const kept = rule.rows;
  rule.rows = rows;
  return () => (rule.rows = kept);
}

/** Replaces who reads a field until the result is called. */
export function withReaders(rule: FieldRule, to: FieldRule['to']): () => void {
  const open: Replaceable<FieldRule> = rule;
  const kept = rule.to;
  if (to) open.to = to;
  else delete open.to;
  return () => {
    if (kept) open.to = kept;
  };
}

/** Opens everything that the first wall closes: all rows and all fields to everyone, until the result is called. */
export function liftFirstWall(): () => void {
  const restores = Object.entries(policy.types).flatMap(([type, rule]) => [
    withRows(type, () => null),
    ...Object.values(rule.restricted ?? {}).map((restricted) => withReaders(restricted, undefined)),
  ]);
  return () => restores.forEach((restore) => restore());
}
