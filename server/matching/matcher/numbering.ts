import { InstanceError, type InstanceErrorCode } from './instance-error';

/** Order of ids: by code unit, the same on every machine. */
export const byId = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Numbers of ids, in the order of the ids. */
export interface Numbering {
  readonly ids: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
}

/** Numbers each different id, in their order. */
export function numbered(ids: Iterable<string>): Numbering {
  const sorted = [...new Set(ids)].sort(byId);
  return { ids: sorted, numberOf: new Map(sorted.map((id, index) => [id, index])) };
}

/**
 * Things with an id, in the order of their ids.
 * @throws InstanceError with `code` when two have the same
 */
export function inOrder<T extends { id: string }>(things: readonly T[], code: InstanceErrorCode): T[] {
  const sorted = [...things].sort((one, other) => byId(one.id, other.id));
  const twice = sorted.find((thing, index) => thing.id === sorted[index + 1]?.id);
  if (twice) throw new InstanceError(code, [twice.id]);
  return sorted;
}
