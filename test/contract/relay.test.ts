import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLObjectType,
} from 'graphql';
import { printedSchema } from '../../schema/print-schema';
import { globalId } from '../../server/kernel/ids';
import { openApi, type TestApi } from '../support/api';
import { makeCoordinator, makeTeamedAudit } from '../support/factories';

const schema = buildSchema(printedSchema());
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const node = schema.getType('Node');
const nodes = isInterfaceType(node) ? [...schema.getPossibleTypes(node)] : [];
/** Relay refetches these without an id: the root, and who asks. */
const roots = objects.filter(({ name }) => name === 'Query' || name === 'Viewer');

/** The compiler's entry; it starts the binary of this platform. */
const COMPILER = path.join(path.dirname(require.resolve('relay-compiler/package.json')), 'cli.js');
const run = promisify(execFile);

/** A field that gives a connection, and what stands in it. */
interface Connection {
  owner: GraphQLObjectType;
  field: string;
  item: GraphQLObjectType;
  /** Name of its component. */
  component: string;
}

function connectionsOf(owner: GraphQLObjectType): Connection[] {
  return Object.values(owner.getFields()).flatMap(({ name: field, type }) => {
    const item = schema.getType(getNamedType(type).name.replace(/Connection$/, ''));
    if (!/Connection!?$/.test(String(type)) || !isObjectType(item)) return [];
    const component = `${owner.name}${field.charAt(0).toUpperCase()}${field.slice(1)}`;
    return [{ owner, field, item, component }];
  });
}

const connections = [...nodes, ...roots].flatMap(connectionsOf);

/** All fields of a type that need neither a selection nor an argument. */
const leavesOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter((field) => !isCompositeType(getNamedType(field.type)))
    .filter((field) => field.args.every((arg) => !String(arg.type).endsWith('!')))
    .map(({ name }) => name)
    .join(' ');

/** The ways in which a Relay app pages through a connection. */
const WAYS = {
  Forth: { first: '{type: "Int", defaultValue: 20}', after: '{type: "String"}' },
  Back: { last: '{type: "Int", defaultValue: 20}', before: '{type: "String"}' },
  Both: {
    first: '{type: "Int", defaultValue: 20}',
    after: '{type: "String"}',
    last: '{type: "Int"}',
    before: '{type: "String"}',
  },
};

const pagings = connections.flatMap((connection) =>
  Object.entries(WAYS).map(([way, args]) => ({ connection, args, name: `${connection.component}${way}` })),
);

/** A component that pages through a connection one way. */
function paging({ connection: { owner, field, item }, args, name }: (typeof pagings)[number]): string {
  const declared = Object.entries(args).map(([arg, definition]) => `${arg}: ${definition}`);
  const given = Object.keys(args).map((arg) => `${arg}: $${arg}`);
  return `graphql\`fragment ${name}_page on ${owner.name}
    @argumentDefinitions(${declared.join(', ')})
    @refetchable(queryName: "${name}Query") {
    ${field}(${given.join(', ')}) @connection(key: "${name}_${field}") { edges { node { ${leavesOf(item)} } } }
  }\`;`;
}

/** A screen that shows one object by its id, and the first page of each connection below it. */
function screen(type: GraphQLObjectType): string {
  const below = connectionsOf(type).map(
    ({ component, field }) => `...${component}Forth_page @alias(as: "${field}")`,
  );
  return `graphql\`fragment ${type.name}Screen_object on ${type.name}
    @refetchable(queryName: "${type.name}ScreenRefetchQuery") { ${leavesOf(type)} }\`;
  graphql\`query ${type.name}ScreenQuery($id: ID!) {
    node(id: $id) { ... on ${type.name} { ...${type.name}Screen_object @alias ${below.join(' ')} } }
  }\`;`;
}

const CONFIG = {
  src: './src',
  schema: './schema.graphql',
  language: 'typescript',
  customScalarTypes: { Date: 'string', DateTime: 'string', UUID: 'string', JSON: 'unknown' },
  persistConfig: { file: './operations.json', algorithm: 'SHA256' },
};

let api: TestApi;
let project: string;
let output: { stdout: string; stderr: string };
let operations: string[];

beforeAll(async () => {
  api = await openApi();
  project = await mkdtemp(path.join(tmpdir(), 'vis-a-vis-relay-'));
  await mkdir(path.join(project, 'src'));
  await copyFile(path.join(__dirname, '../../schema/schema.graphql'), path.join(project, 'schema.graphql'));
  await writeFile(path.join(project, 'relay.config.json'), JSON.stringify(CONFIG));
  await writeFile(path.join(project, 'operations.json'), '{}');
  const sources = [
    ...pagings.map((each) => [each.name, paging(each)] as const),
    ...nodes.map((type) => [`${type.name}Screen`, screen(type)] as const),
  ];
  for (const [name, text] of sources) await writeFile(path.join(project, 'src', `${name}.ts`), text);
  output = await run(process.execPath, [COMPILER, '--noWatchman'], { cwd: project });
  operations = Object.values(
    JSON.parse(await readFile(path.join(project, 'operations.json'), 'utf8')) as Record<string, string>,
  );
});
afterAll(async () => {
  await api.close();
  await rm(project, { recursive: true, force: true });
});

const nameOf = (operation: string): string => /query (\w+)/.exec(operation)?.[1] ?? '';

describe('a Relay app on the printed schema', () => {
  it('pages through every connection that the schema has', () => {
    const all = objects.flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
        .map((field) => `${type.name}.${field.name}`),
    );
    expect(connections.map(({ owner, field }) => `${owner.name}.${field}`).sort()).toEqual(all.sort());
    expect(nodes.length).toBeGreaterThan(30);
  });

  it('is compiled by relay-compiler: pages to refetch, objects to refetch by id', () => {
    expect(output.stdout + output.stderr).not.toMatch(/\[ERROR\]|\[WARN\]/);
    const expected = [
      ...pagings.map(({ name }) => `${name}Query`),
      ...nodes.flatMap(({ name }) => [`${name}ScreenQuery`, `${name}ScreenRefetchQuery`]),
    ];
    expect(operations.map(nameOf).sort()).toEqual(expected.sort());
  });

  it('gets an answer without errors to each compiled operation', async () => {
    const client = api.as(await makeCoordinator(api));
    const { auditId } = await makeTeamedAudit(api);
    const troubled: unknown[] = [];
    for (const operation of operations) {
      const variables = operation.includes('$id') ? { id: globalId('Audit', auditId) } : {};
      const answer = await client.run(operation, variables);
      if (answer.status !== 200 || answer.errors)
        troubled.push([nameOf(operation), answer.status, answer.errors]);
    }
    expect(troubled).toEqual([]);
  });

  it('pages on with the cursor that it was given', async () => {
    const client = api.as(await makeCoordinator(api));
    const { auditId } = await makeTeamedAudit(api);
    const operation = operations.find((text) => nameOf(text) === 'AuditAssignmentsForthQuery') ?? '';
    const id = globalId('Audit', auditId);
    const one = await client.run(operation, { id, first: 1, after: null });
    const page = one.data.node.assignments;
    const two = await client.run(operation, { id, first: 1, after: page.pageInfo.endCursor });
    expect(page.pageInfo.hasNextPage).toBe(true);
    expect(two.data.node.assignments.pageInfo.hasNextPage).toBe(false);
    expect(two.data.node.assignments.edges).toHaveLength(1);
    expect(two.data.node.assignments.edges[0].node.id).not.toBe(page.edges[0].node.id);
  });
});
