/** A request that asks for too much, and the code under which it is refused. */
export interface HostileDocument {
  name: string;
  code: string;
  query: string;
  variables?: Record<string, unknown>;
}

const many = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const nest = (levels: number, open: string, core: string, close: string): string =>
  open.repeat(levels) + core + close.repeat(levels);
const deepVariable = (levels: number): unknown => {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};

/** Each could cost a server dear that counts too late, too little, or with another eye than its executor. */
export const hostileDocuments: readonly HostileDocument[] = [
  {
    name: 'aliases of one field',
    code: 'QUERY_TOO_MANY_ALIASES',
    query: `{ ${many(101, (n) => `a${n}: __typename`)} }`,
  },
  {
    name: 'aliases of sign-in, to try a hundred passwords at once',
    code: 'QUERY_TOO_MANY_ALIASES',
    query: `mutation { ${many(100, (n) => `a${n}: signIn(input: { email: "a@b.fr", password: "${n}" }) { replayed }`)} }`,
  },
  {
    name: 'aliases across fragments',
    code: 'QUERY_TOO_MANY_ALIASES',
    query: `{ ...A ...B } fragment A on Query { ${many(30, (n) => `a${n}: __typename`)} } fragment B on Query { ${many(30, (n) => `b${n}: __typename`)} }`,
  },
  {
    name: 'one field again and again',
    code: 'QUERY_TOO_MANY_REPETITIONS',
    query: `{ ${'__typename '.repeat(500)} }`,
  },
  {
    name: 'one field again and again in inline fragments',
    code: 'QUERY_TOO_MANY_REPETITIONS',
    query: `{ ${'... { __typename } '.repeat(300)} }`,
  },
  {
    name: 'one list again and again, for validation to compare pair by pair',
    code: 'QUERY_TOO_MANY_REPETITIONS',
    query: `{ ${'campaigns(first: 1) { nodes { id } } '.repeat(150)} }`,
  },
  {
    name: 'repetitions in a fragment that nothing spreads',
    code: 'QUERY_TOO_MANY_REPETITIONS',
    query: `{ __typename } fragment Idle on Query { ${'__typename '.repeat(500)} }`,
  },
  {
    name: 'many directives on one field',
    code: 'FIELD_TOO_MANY_DIRECTIVES',
    query: `{ __typename ${'@skip(if: false) '.repeat(10)} }`,
  },
  {
    name: 'many unknown directives',
    code: 'FIELD_TOO_MANY_DIRECTIVES',
    query: `{ __typename ${'@aa'.repeat(500)} }`,
  },
  {
    name: 'directives on many fragments',
    code: 'QUERY_TOO_MANY_DIRECTIVES',
    query: `{ ${many(60, (n) => `... @include(if: true) { f${n}: __typename }`)} }`.replace(/f\d+: /g, ''),
  },
  {
    name: 'directives on the operation',
    code: 'FIELD_TOO_MANY_DIRECTIVES',
    query: `query ${'@a '.repeat(200)} { __typename }`,
  },
  { name: 'five thousand levels', code: 'GRAPHQL_PARSE_FAILED', query: `{ ${nest(5000, 'a {', 'b', '}')} }` },
  {
    name: 'lists in lists, beyond the stack of the parser',
    code: 'QUERY_TOO_DEEP',
    query: `{ node(id: ${'['.repeat(1990)}`,
  },
  {
    name: 'more words than a document may have',
    code: 'GRAPHQL_PARSE_FAILED',
    query: `{ ${'a '.repeat(2001)} }`,
  },
  {
    name: 'a long document of one comment',
    code: 'DOCUMENT_TOO_LONG',
    query: `{ __typename } # ${'x'.repeat(1_000_000)}`,
  },
  {
    name: 'a long text in the document',
    code: 'DOCUMENT_TOO_LONG',
    query: `{ node(id: "${'x'.repeat(100_000)}") { id } }`,
  },
  {
    name: 'a path of real fields that is too deep',
    code: 'QUERY_TOO_DEEP',
    query: `{ audits(first: 1) { nodes { ${nest(10, 'auditedService { audits(first: 1) { nodes { ', 'id', '} } }')} } } }`,
  },
  {
    name: 'values in values',
    code: 'QUERY_TOO_DEEP',
    query: `{ audits(first: 1, filter: { states: ${nest(50, '[', 'PLANNED', ']')} }) { nodes { id } } }`,
  },
  {
    name: 'fragments within fragments',
    code: 'QUERY_TOO_NESTED',
    query: `{ ${nest(60, '... on Query { ', '__typename', ' }')} }`,
  },
  {
    name: 'a chain of fragments',
    code: 'QUERY_TOO_NESTED',
    query: `{ ...F0 } ${many(60, (n) => `fragment F${n} on Query { ...F${n + 1} }`)} fragment F60 on Query { __typename }`,
  },
  {
    name: 'fragments that each lead on four ways',
    code: 'QUERY_TOO_MANY_FIELDS',
    query: `{ audits(first: 1) { nodes { ...F0 } } } ${many(5, (n) => {
      const next = `...F${n + 1}`;
      return `fragment F${n} on Audit { campaign { audits(first: 1) { nodes { ${next} } } } findings(first: 1) { nodes { audit { ${next} } } } recusals(first: 1) { nodes { audit { ${next} } } } evidence(first: 1) { nodes { audit { ${next} } } } }`;
    })} fragment F5 on Audit { id }`,
  },
  {
    name: 'fragments that double each time',
    code: 'QUERY_TOO_MANY_REPETITIONS',
    query: `{ ...F0 } ${many(20, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)} fragment F20 on Query { apiVersion }`,
  },
  {
    name: 'fragments in a circle',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }',
  },
  {
    name: 'a fragment within itself below a list',
    code: 'GRAPHQL_VALIDATION_FAILED',
    query:
      'query { audits(first: 1) { nodes { ...A } } } fragment A on Audit { auditedService { audits(first: 100) { nodes { ...A } } } }',
  },
  {
    name: 'many fields at the root',
    code: 'QUERY_TOO_MANY_ROOT_FIELDS',
    query: `{ ${many(60, () => 'apiVersion')} }`,
  },
  {
    name: 'many mutations in one operation',
    code: 'QUERY_TOO_MANY_MUTATIONS',
    query: `mutation { ${many(11, (n) => `m${n}: campaignOpenCall(input: { id: "x", expectedVersion: 1, idempotencyKey: "00000000-0000-4000-8000-00000000000${n % 10}" }) { replayed }`)} }`,
  },
  {
    name: 'a page of a hundred thousand',
    code: 'QUERY_TOO_LARGE',
    query: '{ campaigns(first: 100000) { nodes { id } } }',
  },
  {
    name: 'a page of a hundred thousand by a variable',
    code: 'QUERY_TOO_LARGE',
    query: 'query ($n: Int) { campaigns(first: $n) { nodes { id } } }',
    variables: { n: 100_000 },
  },
  {
    name: 'a page of a hundred thousand by a default value',
    code: 'QUERY_TOO_LARGE',
    query: 'query ($n: Int = 100000) { campaigns(first: $n) { nodes { id } } }',
  },
  {
    name: 'a page of a hundred thousand from the end',
    code: 'QUERY_TOO_LARGE',
    query: 'query ($n: Int) { campaigns(last: $n) { edges { node { id } } } }',
    variables: { n: 2_147_483_647 },
  },
  {
    name: 'pages in pages in pages',
    code: 'QUERY_TOO_LARGE',
    query: `{ campaigns(first: 100) { nodes { audits(first: 100) { nodes { findings(first: 100) { nodes { id } } } } } } }`,
  },
  {
    name: 'pages in pages by one variable, behind a fragment',
    code: 'QUERY_TOO_LARGE',
    query:
      'query ($n: Int!) { campaigns(first: $n) { nodes { ...C } } } fragment C on Campaign { audits(first: $n) { nodes { findings(first: $n) { totalCount nodes { id } } } } }',
    variables: { n: 90 },
  },
  {
    name: 'a hundred thousand ids',
    code: 'LIST_TOO_LONG',
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 100_000 }, (_, n) => `id${n}`) },
  },
  {
    name: 'a thousand ids with a page below each',
    code: 'QUERY_TOO_LARGE',
    query:
      'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Campaign { audits(first: 100) { nodes { id } } } } }',
    variables: { ids: Array.from({ length: 1_000 }, (_, n) => `id${n}`) },
  },
  {
    name: 'a long list in a filter',
    code: 'LIST_TOO_LONG',
    query: 'query ($f: AuditFilter) { audits(first: 1, filter: $f) { nodes { id } } }',
    variables: { f: { states: Array.from({ length: 50_000 }, () => 'PLANNED') } },
  },
  {
    name: 'many lists, each of a lawful length',
    code: 'VARIABLES_TOO_LARGE',
    query: 'query ($f: AuditFilter) { audits(first: 1, filter: $f) { nodes { id } } }',
    variables: { f: Array.from({ length: 100 }, () => Array.from({ length: 200 }, () => 1)) },
  },
  {
    name: 'variables in variables',
    code: 'QUERY_TOO_DEEP',
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: deepVariable(2_000) },
  },
  {
    name: 'thirty looks at the whole schema',
    code: 'QUERY_TOO_LARGE',
    query: `{ ${many(30, (n) => `s${n}: __schema { types { name fields { name type { name } } } }`)} }`,
  },
];
