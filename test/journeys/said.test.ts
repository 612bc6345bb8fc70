import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { statementsOf } from '../../scripts/demo/acts/statements';
import type { GradeValue } from '../../scripts/demo/generated/operations';
import { saidOf, undertakenOf } from '../../scripts/demo/said/said-of';
import { TEMPLATES_FOLDER } from '../../server/templates-folder';

interface CriterionOfFile {
  code: string;
  critical: boolean;
}

const { sections } = parse(
  readFileSync(path.join(TEMPLATES_FOLDER, 'ct-justification', 'v1.yaml'), 'utf8'),
) as { sections: { criteria: CriterionOfFile[] }[] };
const CRITERIA = sections.flatMap(({ criteria }) => criteria);

const graded = (values: readonly GradeValue[]) =>
  CRITERIA.map(({ code, critical }, index) => ({
    id: code,
    code,
    isCritical: critical,
    value: values[index % values.length] ?? 'CONFORM',
  }));

test.each(CRITERIA)('of the criterion $code something of its own is said', ({ code, critical }) => {
  const { critical: endangering, undertaken, ...said } = saidOf(code);
  expect(Boolean(endangering)).toBe(critical);
  expect(Boolean(undertaken.containment)).toBe(critical);
  expect(undertakenOf(code, 'RECOMMENDATION').title).toBe(said.advised);
  const others = CRITERIA.filter((other) => other.code !== code).map((other) =>
    JSON.stringify(saidOf(other.code)),
  );
  for (const text of [said.major, ...said.minor, said.merit, said.advice, said.noticed, undertaken.title])
    expect(others.some((other) => other.includes(JSON.stringify(text)))).toBe(false);
});

test('a criterion of which nothing is written is refused', () => {
  expect(() => saidOf('T9-Z9')).toThrow('T9-Z9');
});

test.each([0, 1, 3, 8, 25])('audit %i states each thing of the criterion that was graded so', (index) => {
  const values: GradeValue[] = ['CONFORM', 'PARTIAL', 'CONFORM', 'NON_CONFORM', 'NOT_EVALUATED'];
  const stated = statementsOf(index, graded(values));
  expect(new Set(stated.map(({ about }) => about.code)).size).toBe(stated.length);
  expect(stated.map(({ kind }) => kind).slice(0, 4)).toEqual([
    'NON_CONFORMITY',
    'NON_CONFORMITY',
    'RECOMMENDATION',
    'STRENGTH',
  ]);
  for (const { kind, statement, about } of stated) {
    expect(JSON.stringify(saidOf(about.code))).toContain(JSON.stringify(statement));
    if (kind === 'NON_CONFORMITY') expect(['PARTIAL', 'NON_CONFORM']).toContain(about.value);
    if (kind === 'STRENGTH' || kind === 'REMARKABLE_PRACTICE') expect(about.value).toBe('CONFORM');
  }
});

test('where nothing is missing, nothing is found missing', () => {
  expect(statementsOf(3, graded(['CONFORM'])).map(({ kind }) => kind)).toEqual([
    'RECOMMENDATION',
    'STRENGTH',
    'OBSERVATION',
  ]);
});
