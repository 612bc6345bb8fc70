import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate, type GraphQLEnumType } from 'graphql';
import { configTable } from '../../server/config';
import { describeColumns } from '../../server/measures';
import { limitsTable } from '../../server/graphql/limits/limits';

const root = path.join(__dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const packages = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'scripts',
  Record<string, string>
>;
const schema = buildSchema(readFileSync(path.join(root, 'schema/schema.graphql'), 'utf8'));
const dependencies = {
  ...packages.dependencies,
  ...packages.devDependencies,
  ...packages.optionalDependencies,
};

/** A Markdown table without its padding. */
const plain = (table: string): string => table.replace(/[ -]*\|[ -]*/g, '|').trim();

describe('the README', () => {
  it('asks questions that the schema answers, one for each kind of user, and shows an act', () => {
    const asked = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, document]) =>
      parse(String(document)),
    );
    expect(
      asked.flatMap(({ definitions }) => definitions).map((one) => 'operation' in one && one.operation),
    ).toEqual(['query', 'query', 'query', 'mutation']);
    expect(asked.flatMap((document) => validate(schema, document))).toEqual([]);
  });

  it('tells the year of a campaign in states and acts that exist', () => {
    const [, year = ''] = /## A campaign's year([\s\S]*?)\n## /.exec(readme) ?? [];
    const named = [...year.matchAll(/`(\w+)`/g)].map(([, name]) => String(name));
    const states = ['CampaignState', 'AuditState'].flatMap((name) =>
      (schema.getType(name) as GraphQLEnumType).getValues().map((value) => value.name),
    );
    const acts = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((name) => ![...states, ...acts, 'campaignProgress'].includes(name))).toEqual([]);
  });

  it('names commands and files that exist', () => {
    const commands = [...readme.matchAll(/npm (?:run )?([\w-]+)/g)].map(([, name]) => String(name));
    expect(commands.filter((name) => name !== 'ci' && !(name in packages.scripts))).toEqual([]);
    const files = [...readme.matchAll(/`((?:server|schema|scripts|test|audit-templates)\/[\w./-]*)`/g)];
    expect(
      files.map(([, file]) => String(file)).filter((file) => !existsSync(path.join(root, file))),
    ).toEqual([]);
  });

  it('lists the settings that the code reads', () => {
    const [, table] = /<!-- settings:begin -->([\s\S]*?)<!-- settings:end -->/.exec(readme) ?? [];
    expect(plain(String(table))).toBe(plain(configTable()));
  });

  it('lists the limits that the gate holds', () => {
    const [, table] = /<!-- limits:begin -->([\s\S]*?)<!-- limits:end -->/.exec(readme) ?? [];
    expect(plain(String(table))).toBe(plain(limitsTable()));
  });

  it('lists the columns of a file of doses that the reader knows', () => {
    const [, table] = /<!-- dose-columns:begin -->([\s\S]*?)<!-- dose-columns:end -->/.exec(readme) ?? [];
    expect(plain(String(table))).toBe(plain(describeColumns('en')));
  });

  it('has a line for every dependency', () => {
    const [, section] = /## Dependencies([\s\S]*)$/.exec(readme) ?? [];
    const listed = [...String(section).matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell]) =>
      String(cell).trim().split(/, */),
    );
    const covers = (name: string): boolean =>
      listed.some((entry) => entry === name || (entry.endsWith('/*') && name.startsWith(entry.slice(0, -1))));
    const unexplained = Object.keys(dependencies).filter(
      (name) => !name.startsWith('@types/') && !covers(name),
    );
    expect(unexplained).toEqual([]);
  });

  it('can be believed: every dependency is pinned', () => {
    const loose = Object.entries(dependencies).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });
});
