/**
 * What leads from a document to its values, as text: `body.findings[].reply.evidence[].title`. Each value of `Document` that
 * is neither object nor list has one, known to the compiler.
 */
export type LeafPath<Document> =
  Below<Document> extends infer Path ? (Path extends `.${infer Rest}` ? Rest : never) : never;

type Below<Value> = Value extends string | number | boolean
  ? ''
  : Value extends readonly (infer Item)[]
    ? `[]${Below<Item>}`
    : Value extends object
      ? { [Key in keyof Value & string]: `.${Key}${Below<NonNullable<Value[Key]>>}` }[keyof Value & string]
      : never;
