import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema as schemaFrom } from 'graphql';
import type { RowRule } from '../../../server/database/read-model';
import { sealSchema } from '../../../server/graphql';
import { readModels } from '../../../server/graphql/read-models';
import { stands, type FieldRule, type Subject } from '../../../server/identity/access';
import { viewerOf } from '../../../server/identity/load-viewer';
import { policy } from '../../../server/identity/policy';
import { anonymous, type Viewer } from '../../../server/kernel/viewer';
import { VIEWERS, worldId } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { COMPUTED_TYPES, nameIn } from '../../support/world/world-facts';
import { edgesOf, TRAVELLING } from './ask';
import { withReaders, withRows } from './lift-first-wall';
import { sightOf } from './sight';
import { namesOf, readSightGolden, type GoldenSight } from './sight-golden';

let open: OpenWorld;
let golden: (viewer: string) => GoldenSight;
const viewers = new Map<string, Viewer>();
let killed = 0;

beforeAll(async () => {
  // The first wall alone: a rule that goes is not made up for by the second.
  open = await openWorld({ login: 'owner' });
  golden = readSightGolden(open.world, open.facts);
  for (const name of VIEWERS) {
    const accountId = worldId('account', name);
    const [row] = await open.api.sql<{ facts: string | null }>(
      `select app.enter($1, 1, '2027-01-11', $1, false) as facts`,
      [accountId],
    );
    viewers.set(
      name,
      viewerOf({ accountId, sessionVersion: 1, sessionId: accountId }, row?.facts ?? null, 'fr'),
    );
  }
  viewers.set('nobody', anonymous('fr'));
});
afterAll(async () => {
  process.stdout.write(`policy rows: ${killed} mutants of rows and fields killed\n`);
  await open.api.close();
});

const typesWithRows = Object.keys(policy.types).filter((type) => readModels.has(type));

/** The names of the rows of a type that a rule lets somebody ask for. */
async function rowsBy(type: string, rule: RowRule, viewer: Viewer): Promise<Set<string>> {
  const values: unknown[] = [];
  const condition = rule(viewer, 't', (value) => `$${values.push(value)}`, null);
  const found = await open.api.sql<{ id: string }>(
    `select t.id from ${readModels.get(type)?.table} t${condition === null ? '' : ` where ${condition}`}`,
    values,
  );
  return new Set(found.map(({ id }) => nameIn(open.world, type, id)));
}

const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((name) => other.has(name));

/** Whether somebody may ask for other rows of a type than the golden file says. */
async function isRowMissed(type: string, rule: RowRule): Promise<boolean> {
  for (const [name, viewer] of viewers)
    if (!isSame(await rowsBy(type, rule, viewer), golden(name).rows(type))) return true;
  return false;
}

/** Where rows of a type are reached from, through those that travel too. */
function parentsOf(type: string): string[] {
  const direct = typesWithRows.filter((parent) => edgesOf(parent).some(([, to]) => to === type));
  const further = direct.filter((parent) => TRAVELLING.has(parent) && parent !== type);
  return [...new Set([...direct, ...further.flatMap((parent) => parentsOf(parent))])];
}

const NOTICING = [
  'manager A',
  'lead A',
  'tied coordinator',
  'steering member',
  'coordinator',
  'hidden A',
  'admin',
];

/** Whether somebody reaches other rows of a type through what he sees than the golden file says. */
async function isEdgeMissed(type: string): Promise<boolean> {
  const parents = parentsOf(type).filter((parent) => !COMPUTED_TYPES.has(parent));
  for (const name of NOTICING) {
    const { api, world, facts } = open;
    const sight = await sightOf(api.as(worldId('account', name)), world, facts, parents, golden(name).rows);
    const found = [...sight.edges].filter(([key]) => key.endsWith(` → ${type}`));
    const lines = Object.fromEntries(found.map(([key, names]) => [key, [...names].sort().join(', ')]));
    const said = golden(name).edgesTo(type);
    if (JSON.stringify(Object.entries(lines).sort()) !== JSON.stringify(Object.entries(said).sort()))
      return true;
  }
  return false;
}

/** Whether a rule asks anything at all of what is reached through a parent. */
function asksWithin(type: string, rule: RowRule): boolean {
  const parents = typesWithRows.filter((parent) => edgesOf(parent).some(([, to]) => to === type));
  return parents.some((parent) =>
    NOTICING.some((name) => {
      const condition = rule(viewers.get(name) ?? anonymous('fr'), 't', () => '$1', parent);
      return condition !== null && golden(name).rows(parent).size > 0;
    }),
  );
}

async function expectMissed(restore: () => void, isMissed: () => Promise<boolean>): Promise<void> {
  try {
    expect(await isMissed()).toBe(true);
  } finally {
    restore();
  }
  killed += 1;
}

describe('the rows of a type', () => {
  it.each(typesWithRows)(
    '%s are missed when nobody sees them, and noticed when everybody does',
    async (type) => {
      const rule = policy.types[type]?.rows ?? (() => null);
      expect(await isRowMissed(type, rule)).toBe(false);
      if (!COMPUTED_TYPES.has(type))
        await expectMissed(
          () => undefined,
          () => isRowMissed(type, () => 'false'),
        );
      await expectMissed(
        () => undefined,
        () => isRowMissed(type, () => null),
      );
    },
  );

  const reachable = typesWithRows.filter((type) => parentsOf(type).length > 0);

  it.each(reachable)(
    '%s are missed where something leads to them, and noticed where too many are',
    async (type) => {
      const rule = policy.types[type]?.rows ?? (() => null);
      const instead =
        (within: string | null): RowRule =>
        (viewer, t, bind, parent, parents) =>
          parent === null ? rule(viewer, t, bind, parent, parents) : within;
      await expectMissed(withRows(type, instead('false')), () => isEdgeMissed(type));
      if (asksWithin(type, rule)) await expectMissed(withRows(type, instead(null)), () => isEdgeMissed(type));
    },
  );
});

/** What is computed (an audit as of a day, names of protocols) is no fact of a row and has its own tests. */
const restricted = Object.entries(policy.types)
  .filter(([type]) => readModels.has(type))
  .flatMap(([type, rule]) =>
    Object.entries(rule.restricted ?? {})
      .filter(([field]) => readModels.get(type)?.edges[field]?.kind !== 'computed')
      .map(([field, readers]) => [`${type}.${field}`, type, field, readers] as const),
  );

/** Whether somebody reads a field of other rows than the golden file says. */
function isFieldMissed(type: string, field: string, rule: FieldRule): boolean {
  const edge = readModels.get(type)?.edges[field];
  const key = edge?.kind === 'one' ? edge.key : field;
  for (const [name, viewer] of viewers) {
    const sight = golden(name);
    const seen = [...(open.facts.rows.get(type)?.values() ?? [])].filter((row) => {
      const named = nameIn(open.world, type, row.id);
      return (row[key] ?? null) !== null && (sight.rows(type).has(named) || sight.reached(type).has(named));
    });
    const may = new Set([...sight.field(type, field), ...sight.readThere(field)]);
    const own = namesOf(open.world, open.facts, type);
    const read = seen
      .filter((row) => !rule.to || stands(viewer, rule.to, row as Subject))
      .map((row) => nameIn(open.world, type, row.id));
    if (!isSame(new Set(read), new Set([...may].filter((named) => own.includes(named))))) return true;
  }
  return false;
}

describe('a field that is for some only', () => {
  it.each(restricted)(
    '%s is missed by each who may read it, and noticed when everybody may',
    async (...args) => {
      const [, type, field, rule] = args;
      const missed = () => Promise.resolve(isFieldMissed(type, field, rule));
      expect(await missed()).toBe(false);
      await expectMissed(withReaders(rule, undefined), missed);
      await expectMissed(withReaders(rule, []), missed);
      for (const relation of rule.to ?? [])
        await expectMissed(
          withReaders(
            rule,
            (rule.to ?? []).filter((each) => each !== relation),
          ),
          missed,
        );
    },
  );
});

function isNamedBySeal(printed: Parameters<typeof sealSchema>[0], name: string): boolean {
  try {
    sealSchema(printed);
    return false;
  } catch (error) {
    return new RegExp(`\\b${name.split('.').at(-1)}\\b`).test(String(error));
  }
}

describe('a row that is missing from the table', () => {
  const printed = schemaFrom(readFileSync(path.join(__dirname, '../../../schema/schema.graphql'), 'utf8'));
  const tables = ['types', 'queries', 'mutations', 'arguments'] as const;

  it('of a type, query, mutation or argument is named when the schema is built', () => {
    sealSchema(printed);
    const dead: string[] = [];
    for (const table of tables) {
      const rows = policy[table] as Record<string, unknown>;
      for (const [name, row] of Object.entries(rows)) {
        delete rows[name];
        if (!isNamedBySeal(printed, name)) dead.push(`${table} ${name}`);
        rows[name] = row;
        killed += 1;
      }
    }
    expect(dead).toEqual([]);
  });

  it('is no reason for an error: what some may not read can be null, or the schema is not built', () => {
    const report = policy.types['Report'] as { restricted: Record<string, FieldRule> };
    report.restricted['sha256'] = { to: ['TEAM'] };
    expect(() => sealSchema(printed)).toThrow('Report.sha256 without null');
    delete report.restricted['sha256'];
  });

  it('of a field is named when the schema is built', () => {
    for (const [type, rule] of Object.entries(policy.types)) {
      const open = rule as { withRow: string; restricted?: Record<string, FieldRule> };
      const fields = rule.withRow.split(/\s+/).filter(Boolean);
      for (const field of fields) {
        const kept = open.withRow;
        open.withRow = fields.filter((each) => each !== field).join(' ');
        expect(() => sealSchema(printed)).toThrow(`${type}.${field}`);
        open.withRow = kept;
        killed += 1;
      }
      for (const [field, readers] of Object.entries(rule.restricted ?? {})) {
        delete open.restricted?.[field];
        expect(() => sealSchema(printed)).toThrow(`${type}.${field}`);
        if (open.restricted) open.restricted[field] = readers;
        killed += 1;
      }
    }
  });
});
