/**
 * A sentence of the programme about who may see or do what, and how the world shows it.
 *
 * A claim is `viewer > Type name` (he sees the object), `viewer > Type.path name` (he reads what the path leads to from the
 * object, and there is something), or `viewer ! act name` (he may do the act on the object; `viewer ! act` when it is
 * about none). What the sentence denies stands in `never`; in `but` stands somebody, or something, for whom it holds, so
 * that the sentence could fail.
 */
export interface Sentence {
  says: string;
  never: readonly string[];
  but: readonly string[];
}

/** Writes a sentence down. */
export function sentence(says: string, never: readonly string[], but: readonly string[]): Sentence {
  return { says, never, but };
}
