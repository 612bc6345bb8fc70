import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { Client } from 'pg';
import { buildSchema } from '../../schema/build-schema';
import { readModels } from '../../server/graphql/read-models';
import { globalId } from '../../server/kernel/ids';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { makeAudit, makeCampaign } from '../support/factories';
import { COMPUTED_TYPES } from '../support/world/world-facts';
import { fillByHundreds, hundredIds } from '../support/rows-by-hundreds';

const schema = buildSchema();
const SIZES = [1, 10, 100] as const;

interface Edge {
  owner: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  name: string;
  kind: string;
}

function objectType(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type;
}

const edgesOf = (type: string): Edge[] =>
  Object.entries(readModels.get(type)?.edges ?? {}).map(([name, { kind }]) => {
    const field = objectType(type).getFields()[name];
    if (!field) throw new Error(`${type}.${name} is read and not in the schema`);
    return { owner: objectType(type), field, name: `${type}.${name}`, kind };
  });

/** Every edge of every read model. */
const edges = [...readModels.keys()].flatMap(edgesOf);
/** What is computed is never read by an id; what hangs on it is asked for below its owner. */
const byId = edges.filter(({ owner }) => !COMPUTED_TYPES.has(owner.name));
const plural = edges.filter(({ kind }) => kind === 'many' || kind === 'list');
const roots = Object.values(objectType('Query').getFields()).filter((field) => isConnection(field));

function isConnection(field: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(field.type).name.endsWith('Connection');
}

/** All that a type says without an argument and without leading on. */
function leavesOf(type: GraphQLObjectType): string {
  const leaves = Object.values(type.getFields()).filter(
    (field) =>
      !isObjectType(getNamedType(field.type)) && field.args.every((arg) => !String(arg.type).endsWith('!')),
  );
  return ['__typename', ...leaves.map(({ name }) => name)].join(' ');
}

/** Arguments that an edge must be given. An amendment is what every audit is looked through for. */
const REQUIRED: Readonly<Record<string, string>> = {
  stage: '(stage: CONSENSUS)',
  document: '(document: AMENDMENT)',
};

/** An edge with all leaves at its other end; `below` asks there for more. */
function ask(field: GraphQLField<unknown, unknown>, below = '', first: number | string = 2): string {
  const target = getNamedType(field.type);
  if (!isObjectType(target)) return field.name;
  if (!isConnection(field)) {
    const args = field.args.map(({ name }) => REQUIRED[name] ?? '').join('');
    const made = PAGES_BY_THEMSELVES.has(field.name) ? '' : computedBelow(target);
    return `${field.name}${args} { ${leavesOf(target)} ${made} ${below} }`;
  }
  return `${field.name}(first: ${first}) {
    totalCount pageInfo { hasNextPage endCursor } edges { cursor node { ${leavesOf(nodeOf(field))} ${below} } } }`;
}

/** Answers so large that one object's is a page: what hangs on them is counted where they are tried. */
const PAGES_BY_THEMSELVES = new Set(['referenceCoverage']);

/** What hangs on computed rows, wherever below a type they are; what is read by itself is asked for elsewhere. */
function computedBelow(type: GraphQLObjectType): string {
  const isComputed = COMPUTED_TYPES.has(type.name);
  if (readModels.has(type.name) && !isComputed) return '';
  const below = Object.values(type.getFields()).map((field) => {
    const target = getNamedType(field.type);
    if (!isObjectType(target)) return '';
    const further = computedBelow(target);
    return isComputed || further ? `${field.name} { ${leavesOf(target)} ${further} }` : '';
  });
  return below.filter(Boolean).join(' ');
}

function nodeOf(field: GraphQLField<unknown, unknown>): GraphQLObjectType {
  return objectType(getNamedType(field.type).name.replace(/Connection$/, ''));
}

const allEdgesOf = (type: GraphQLObjectType): string =>
  edgesOf(type.name)
    .map(({ field }) => ask(field))
    .join('\n');

let api: TestApi;
let askers: ApiClient[];
const statements: string[] = [];
const untouched = Client.prototype.query;

beforeAll(async () => {
  api = await openApi();
  await makeCampaign(api);
  const { accountId, programmeId } = await fillByHundreds(api);
  askers = [api.as(accountId), api.as(programmeId)];
  jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
    const [query] = args as [string | { text: string }];
    statements.push(typeof query === 'string' ? query : query.text);
    return Reflect.apply(untouched, this, args) as unknown;
  });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await api.close();
});

/** Who sees what a question is about, of ten objects. */
async function askerOf(isSeen: (asker: ApiClient) => Promise<boolean>): Promise<ApiClient> {
  for (const asker of askers) if (await isSeen(asker)) return asker;
  throw new Error('neither account sees it');
}

/** Asks, and counts the statements beside the transaction's own begin and commit. */
async function counted(asker: ApiClient, document: string, variables: Record<string, unknown>) {
  statements.length = 0;
  const { data, errors } = await asker.run(document, variables);
  const asked = statements.filter((text) => !/^(begin|commit)/.test(text));
  expect(errors).toBeUndefined();
  return { data, count: asked.length };
}

const rowsOf = (value: Json): Json[] =>
  value === null || value === undefined
    ? []
    : (value.edges?.map((edge: Json) => edge.node) ?? [value].flat());

/** One and the same number for each size, and some: who is asking travels with `begin`. */
function expectSame(counts: readonly number[]): void {
  expect(counts).toEqual(counts.map(() => counts[0]));
  expect(counts[0]).toBeGreaterThan(0);
}

describe('the number of SQL statements at 1, 10 and 100 rows', () => {
  it.each(byId.map((edge) => [edge.name, edge] as const))('is the same for %s', async (_name, edge) => {
    const { owner, field } = edge;
    const ids = await hundredIds(api, ROWS_OF[edge.name] ?? tableOf(owner.name));
    const document = `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on ${owner.name} { id ${ask(field)} } } }`;
    const idsOf = (size: number) => ({ ids: ids.slice(0, size).map((id) => globalId(owner.name, id)) });
    // Nothing at the other end would cost nothing, and prove nothing.
    const wantsOthers = isObjectType(getNamedType(field.type)) && edge.kind !== 'computed';
    const isWhole = (row: Json) =>
      row?.__typename === owner.name && (!wantsOthers || rowsOf(row[field.name]).length > 0);
    const asker = await askerOf(async (one) =>
      (await one.run(document, idsOf(10))).data.nodes.every(isWhole),
    );
    const counts: number[] = [];
    for (const size of SIZES) {
      const { data, count } = await counted(asker, document, idsOf(size));
      expect(data.nodes).toHaveLength(size);
      expect((data.nodes as Json[]).filter((row) => !isWhole(row))).toEqual([]);
      counts.push(count);
    }
    expectSame(counts);
  });

  it.each(roots.map((field) => [field.name, field] as const))(
    'is the same for the list %s and every edge of its rows',
    async (_name, field) => {
      const document = `query ($first: Int!) { ${ask(field, allEdgesOf(nodeOf(field)), '$first')} }`;
      const rowsFor = async (one: ApiClient) =>
        rowsOf((await one.run(document, { first: 10 })).data[field.name]);
      const asker = await askerOf(async (one) => (await rowsFor(one)).length === 10);
      const counts: number[] = [];
      for (const size of SIZES) {
        const { data, count } = await counted(asker, document, { first: size });
        expect(rowsOf(data[field.name])).toHaveLength(size);
        counts.push(count);
      }
      expectSame(counts);
    },
  );

  it.each(plural.map((edge) => [edge.name, edge] as const))(
    'is the same for 1, 10 and 100 rows below %s',
    async (_name, edge) => {
      const { owner, field } = edge;
      const isPaged = edge.kind === 'many';
      const target = isPaged ? nodeOf(field) : objectType(getNamedType(field.type).name);
      const ids = await hundredIds(api, tableOf(owner.name));
      const document = `query ($id: ID!${isPaged ? ', $first: Int!' : ''}) { node(id: $id) {
      ... on ${owner.name} { ${ask(field, allEdgesOf(target), '$first')} } } }`;
      const variablesFor = async (one: ApiClient, index: number) => ({
        id: globalId(owner.name, ids[isPaged ? await fullest(one, edge, ids) : index] ?? ''),
        ...(isPaged ? { first: SIZES[index] } : {}),
      });
      const asker = await askerOf(async (one) => {
        const { data } = await one.run(document, await variablesFor(one, 1));
        return rowsOf(data.node?.[field.name]).length === SIZES[1];
      });
      const counts: number[] = [];
      for (const [index, size] of SIZES.entries()) {
        const { data, count } = await counted(asker, document, await variablesFor(asker, index));
        expect(rowsOf(data.node[field.name])).toHaveLength(size);
        counts.push(count);
      }
      expectSame(counts);
    },
  );

  it('is the same for the candidates for a seat, with who they are and what stands against them', async () => {
    const { auditId } = await makeAudit(api);
    const counts: number[] = [];
    for (const size of SIZES) {
      await api.sql(
        `update auditor set qualification = case when id in (select uid('auditor', n) from one where n <= $1)
           then 'QUALIFIED' else 'RETIRED' end`,
        [size],
      );
      const { data, count } = await counted(
        askers[1]!,
        `query ($auditId: ID!) { candidatesFor(auditId: $auditId, seat: RADIOLOGIST) {
           load isAvailable conflicts { ruleCode level facts } auditor { id person { familyName } } } }`,
        { auditId: globalId('Audit', auditId) },
      );
      expect(data.candidatesFor).toHaveLength(size);
      counts.push(count);
    }
    expectSame(counts);
  });

  it('was counted for every edge that a read model has', () => {
    const computed = edges.filter(({ owner }) => COMPUTED_TYPES.has(owner.name)).map(({ name }) => name);
    expect(computed).toContain('SectionScore.section');
    expect([...byId.map(({ name }) => name), ...computed].sort()).toEqual(
      [...readModels.values()]
        .flatMap((model) => Object.keys(model.edges).map((name) => `${model.type}.${name}`))
        .sort(),
    );
    expect(edges.length).toBeGreaterThan(100);
  });
});

/** Which of the hundred parents has the longest list. */
async function fullest(asker: ApiClient, { owner, field }: Edge, ids: readonly string[]): Promise<number> {
  const { data } = await asker.run(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${owner.name} { ${field.name}(first: 1) { totalCount } } } }`,
    { ids: ids.map((id) => globalId(owner.name, id)) },
  );
  const totals = (data.nodes as Json[]).map((row) => Number(row?.[field.name].totalCount ?? 0));
  return totals.indexOf(Math.max(...totals));
}

/** Edges that only some rows of their type have, by the name that the ids of these are made of. */
const ROWS_OF: Readonly<Record<string, string>> = { 'ScaleTrial.panelCase': 'panel scale_trial' };

/** The table whose name the ids of a type's rows are made of. */
function tableOf(type: string): string {
  return type.replace(/[A-Z]/g, (capital, at: number) => `${at > 0 ? '_' : ''}${capital.toLowerCase()}`);
}
