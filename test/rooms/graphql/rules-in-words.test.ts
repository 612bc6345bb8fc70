import 'reflect-metadata';
import { getMetadataStorage, Length, Matches, MaxLength, Min, validateSync } from 'class-validator';
import { buildSchema } from '../../../schema/build-schema';
import { RULES, ruleInWords } from '../../../server/graphql/rules-in-words';

class Sample {
  @Min(-3)
  @MaxLength(2)
  line2!: unknown;

  @Length(8, 9)
  length!: string;

  @Matches(/^[a-z]{2}$/)
  form!: string;
}

const saidOf = (given: Partial<Sample>): string[] =>
  validateSync(Object.assign(new Sample(), given), { skipMissingProperties: true }).flatMap(
    ({ constraints }) =>
      Object.entries(constraints ?? {}).map(([name, sentence]) => ruleInWords(name, sentence).fr),
  );

describe('a broken rule of an input', () => {
  it.each([
    [{ line2: -4 }, ['2 caractères au plus', '-3 au moins']],
    [{ line2: 'abc' }, ['2 caractères au plus', '-3 au moins']],
    [{ length: 'short' }, ['8 caractères au moins']],
    [{ length: 'much too long' }, ['9 caractères au plus']],
    [{ form: 'English' }, ['la forme attendue est /^[a-z]{2}$/']],
  ])('is told with its own figures and not those of the field: %j', (given, said) => {
    expect(saidOf(given).sort()).toEqual([...said].sort());
  });

  it('has words in both languages for all that the inputs of the API ask', () => {
    buildSchema();
    const names = [...(getMetadataStorage() as unknown as Stored).validationMetadatas.values()]
      .flat()
      .flatMap(({ name }) => (name === undefined ? [] : [name]));
    expect(names.length).toBeGreaterThan(300);
    expect([...new Set(names)].filter((name) => !(name in RULES))).toEqual([]);
  });
});

/** What class-validator keeps of every class; it lets one ask for one class at a time alone. */
interface Stored {
  validationMetadatas: Map<unknown, { name?: string }[]>;
}
