import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { buildSchema } from '../../schema/build-schema';
import { openApi, type TestApi } from '../support/api';
import { makeAccount, makeService } from '../support/factories';
import { refusalsOf, type Refusals } from '../support/refusals';

const mutations = Object.values(buildSchema().getMutationType()?.getFields() ?? {});

let api: TestApi;
let refusals: Refusals;

beforeAll(async () => {
  api = await openApi();
  const { serviceId } = await makeService(api);
  const { accountId } = await makeAccount(api, {
    roles: ['COORDINATOR', 'STEERING_MEMBER', 'ADMIN', 'AUDITOR'],
    services: { [serviceId]: 'SERVICE_MANAGER' },
  });
  refusals = refusalsOf(api, accountId);
});
afterAll(() => api.close());

/** What stands in for each scalar; a field may be told apart by its name. */
type Words = Readonly<Record<string, (field: string) => unknown>>;

const PLAIN: Words = {
  ID: () => randomUUID(),
  UUID: () => randomUUID(),
  Int: () => 1,
  Float: () => 0.5,
  Boolean: () => true,
  Date: () => '2027-03-01',
  DateTime: () => '2027-03-01T08:00:00Z',
  String: () => 'Un texte sans histoire',
};

/** Every input is filled with these instead, where a scalar of theirs stands. */
const WRONG: [string, Words][] = [
  ['ids of nothing', {}],
  ['ids that are none', { ID: () => 'x'.repeat(10_000) }],
  ['ids with NUL', { ID: () => 'QXVkaXQ6\u0000' }],
  ['empty texts', { String: () => '' }],
  ['texts with NUL', { String: () => 'a\u0000b' }],
  ['texts with half a character', { String: () => 'a\ud83d' }],
  ['very long texts', { String: () => 'é'.repeat(200_000) }],
  ['the smallest numbers', { Int: () => -2147483648, Float: () => -1e308 }],
  [
    'the largest numbers and last days',
    { Int: () => 2147483647, Float: () => 1e308, Date: () => '2199-12-31' },
  ],
];

/** Dates that are none never reach an act. */
const MALFORMED: [string, Words][] = [
  ['a day that does not exist', { Date: () => '2027-02-30', DateTime: () => '2027-02-30T08:00:00Z' }],
  ['the year 0', { Date: () => '0000-01-01', DateTime: () => '0000-01-01T00:00:00Z' }],
  ['keys that are none', { UUID: () => 'not-a-uuid' }],
  ['numbers for texts', { String: () => 12, ID: () => 1.5 }],
  ['texts for numbers', { Int: () => '1', Float: () => '1', Boolean: () => 'yes' }],
  ['nothing for everything', { ID: () => null, UUID: () => null, String: () => null, Int: () => null }],
];

function valueOf(type: GraphQLInputType, name: string, words: Words): unknown {
  if (isListType(getNullableType(type))) {
    const inner = getNullableType(type);
    return isListType(inner) ? [valueOf(inner.ofType, name, words)] : [];
  }
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (isInputObjectType(named)) return inputOf(Object.values(named.getFields()), words);
  const word = words[named.name] ?? PLAIN[named.name];
  if (!word) throw new Error(`no word for ${named.name}`);
  return word(name);
}

const inputOf = (fields: readonly GraphQLInputField[], words: Words): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name, type }) => [name, valueOf(type, name, words)]));

/** The mutation of each case, its whole input made of the same words. */
function request(mutation: (typeof mutations)[number], words: Words): [string, Record<string, unknown>] {
  const input = mutation.args[0];
  if (!input || !isNonNullType(input.type)) throw new Error(`${mutation.name} takes no input`);
  return [
    `mutation ($input: ${String(input.type)}) { ${mutation.name}(input: $input) { replayed userErrors { code message path } } }`,
    { input: valueOf(input.type, 'input', words) },
  ];
}

const named = mutations.map((mutation) => [mutation.name, mutation] as const);

/** Takes nothing that could be wrong, and ends the session that asks. */
const ALWAYS_RIGHT = 'signOut';

describe.each(named.filter(([name]) => name !== ALWAYS_RIGHT))('%s', (_name, mutation) => {
  it('refuses what leads nowhere or cannot be kept, and says why', () =>
    refusals.unchanged(async () => {
      for (const [wrong, words] of WRONG) {
        const { status, codes } = await refusals.ask(...request(mutation, words));
        expect({ wrong, status, isRefused: codes.length > 0 }).toEqual({
          wrong,
          status: 200,
          isRefused: true,
        });
        const defects = codes.filter((code) => /INTERNAL|UNAUTHENTICATED|undefined/.test(code));
        expect({ wrong, defects }).toEqual({ wrong, defects: [] });
      }
    }));
});

describe.each(named)('%s', (_name, mutation) => {
  it('refuses malformed values before it acts', () =>
    refusals.unchanged(async () => {
      const fields = new Set(scalarsIn(mutation.args[0]?.type));
      for (const [wrong, words] of MALFORMED) {
        if (!Object.keys(words).some((scalar) => fields.has(scalar))) continue;
        const { codes } = await refusals.ask(...request(mutation, words));
        expect({ wrong, codes: [...new Set(codes)] }).toEqual({ wrong, codes: ['BAD_USER_INPUT'] });
      }
    }));
});

/** Names of the scalars that an input holds, however deep. */
function scalarsIn(type: GraphQLInputType | undefined): string[] {
  if (!type) return [];
  const named = getNamedType(type);
  return isInputObjectType(named)
    ? Object.values(named.getFields()).flatMap((field) => scalarsIn(field.type))
    : [named.name];
}
