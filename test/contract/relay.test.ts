import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  buildSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  parse,
  validate,
  type GraphQLField,
  type GraphQLObjectType,
} from 'graphql';
import { printedSchema } from '../../schema/print-schema';

const schema = buildSchema(printedSchema());
const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
const node = schema.getType('Node');
const nodes = isInterfaceType(node) ? [...schema.getPossibleTypes(node)] : [];
const query = objects.filter((type) => type.name === 'Query');

/** The compiler's entry; it starts the binary of this platform. */
const COMPILER = path.join(path.dirname(require.resolve('relay-compiler/package.json')), 'cli.js');
const run = promisify(execFile);

const connectionsOf = (type: GraphQLObjectType): GraphQLField<unknown, unknown>[] =>
  Object.values(type.getFields()).filter(({ type: of }) => /Connection!?$/.test(String(of)));

const connections = [...nodes, ...query].flatMap((type) =>
  connectionsOf(type).map((field) => ({ type, field })),
);

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** All fields of a type that need neither a selection nor an argument. */
const leavesOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter((field) => !isCompositeType(getNamedType(field.type)))
    .filter((field) => field.args.every((arg) => !String(arg.type).endsWith('!')))
    .map(({ name }) => name)
    .join(' ');

/** The three ways a Relay app pages through a connection. */
const PAGING = [
  { way: 'Forth', args: 'first: {type: "Int", defaultValue: 20}, after: {type: "String"}' },
  { way: 'Back', args: 'last: {type: "Int", defaultValue: 20}, before: {type: "String"}' },
  {
    way: 'Both',
    args: 'first: {type: "Int", defaultValue: 20}, after: {type: "String"}, last: {type: "Int"}, before: {type: "String"}',
  },
];

/** A component that pages through a connection, one fragment for each way. */
function pagingComponent({ type, field }: (typeof connections)[number]): [string, string] {
  const component = `${type.name}${capital(field.name)}`;
  const of = getNamedType(field.type).name.replace(/Connection$/, '');
  const item = schema.getType(of);
  if (!isObjectType(item)) throw new Error(`${of} is no object type`);
  const fragments = PAGING.map(({ way, args }) => {
    const handedOn = [...args.matchAll(/(\w+): \{/g)].map(([, name]) => `${name}: $${name}`).join(', ');
    const name = `${component}${way}_rows`;
    return `graphql\`fragment ${name} on ${type.name} @argumentDefinitions(${args})
      @refetchable(queryName: "${component}${way}Query") {
      ${field.name}(${handedOn}) @connection(key: "${component}${way}_${field.name}") {
        edges { node { ${leavesOf(item)} } }
      }
    }\`;`;
  });
  return [`${component}`, fragments.join('\n')];
}

/** A screen that shows one object by its id, with every connection below it. */
function screen(type: GraphQLObjectType): [string, string] {
  const component = `${type.name}Screen`;
  const spreads = connectionsOf(type).map(
    ({ name }) => `...${type.name}${capital(name)}Forth_rows @alias(as: "${name}")`,
  );
  return [
    component,
    `graphql\`fragment ${component}_object on ${type.name} @refetchable(queryName: "${component}RefetchQuery") {
      ${leavesOf(type)}
    }\`;
    graphql\`query ${component}Query($id: ID!) {
      node(id: $id) { id ... on ${type.name} { ...${component}_object ${spreads.join(' ')} } }
    }\`;`,
  ];
}

let project: string;
let compiled: string[];

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), 'vis-a-vis-relay-'));
  await mkdir(path.join(project, 'src'));
  await copyFile(path.join(__dirname, '../../schema/schema.graphql'), path.join(project, 'schema.graphql'));
  const config = {
    src: './src',
    schema: './schema.graphql',
    language: 'typescript',
    customScalarTypes: { Date: 'string', DateTime: 'string', UUID: 'string', JSON: 'unknown' },
    typescriptExcludeUndefinedFromNullableUnion: true,
    schemaConfig: { nodeInterfaceIdField: 'id' },
  };
  await writeFile(path.join(project, 'relay.config.json'), JSON.stringify(config));
  const components = connections.map(pagingComponent).concat(nodes.map(screen));
  for (const [name, text] of components) {
    // A fragment is named after its module; each way of paging has one of its own.
    const modules = text.split(/^(?=graphql)/m);
    for (const module of modules) {
      const fragment = /(?:fragment|query) (\w+?)(?:_\w+|Query\b)/.exec(module)?.[1] ?? name;
      await writeFile(path.join(project, 'src', `${fragment}.ts`), module, { flag: 'a' });
    }
  }
});
afterAll(() => rm(project, { recursive: true, force: true }));

describe('a Relay app on the printed schema', () => {
  it('covers every connection of every node, and of the root', () => {
    const all = objects.flatMap((type) => connectionsOf(type).map(({ name }) => `${type.name}.${name}`));
    const covered = connections.map(({ type, field }) => `${type.name}.${field.name}`);
    expect(covered.sort()).toEqual(all.sort());
    expect(covered.length).toBeGreaterThan(30);
  });

  it('compiles with relay-compiler', async () => {
    const { stderr } = await run(process.execPath, [COMPILER, '--repersist'], { cwd: project });
    expect(stderr).not.toContain('[ERROR]');
    const folder = path.join(project, 'src', '__generated__');
    const artifacts = (await readdir(folder)).filter((name) => name.endsWith('Query.graphql.ts'));
    compiled = await Promise.all(
      artifacts.map(async (name) => {
        const text = /^ {2}"params": (\{[\s\S]*?^ {4}.*\n?)(?= {2}\})/m.exec(await readFile(path.join(folder, name), 'utf8'));
        return text?.[1] ?? '';
      }),
    );
    expect(artifacts).toHaveLength(connections.length * PAGING.length + nodes.length * 2);
  });
});
