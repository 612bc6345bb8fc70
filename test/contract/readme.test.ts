import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { configTable } from '../../server/config';
import { describeColumns } from '../../server/measures';
import { limitsTable } from '../../server/graphql/limits/limits';

const root = path.join(__dirname, '../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const packages = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies',
  Record<string, string>
>;
const dependencies = {
  ...packages.dependencies,
  ...packages.devDependencies,
  ...packages.optionalDependencies,
};

/** A Markdown table without its padding. */
const plain = (table: string): string => table.replace(/[ -]*\|[ -]*/g, '|').trim();

describe('the README', () => {
  it('asks questions that the schema answers, one for each kind of user', () => {
    const schema = buildSchema(readFileSync(path.join(root, 'schema/schema.graphql'), 'utf8'));
    const questions = [...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, question]) =>
      String(question),
    );
    expect(questions).toHaveLength(3);
    expect(questions.flatMap((question) => validate(schema, parse(question)))).toEqual([]);
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
