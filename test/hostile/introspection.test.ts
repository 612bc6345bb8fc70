import { getIntrospectionQuery } from 'graphql';
import { openApi, type TestApi } from '../support/api';
import { makeCoordinator } from '../support/factories';
import { post } from '../support/post';
import { tokenOf } from '../support/refusals';

const whole = { query: getIntrospectionQuery() };
const one = { query: '{ __type(name: "Audit") { name fields { name } } }' };
const behind = { query: '{ ...A } fragment A on Query { ... { s: __schema { queryType { name } } } }' };

const opened: TestApi[] = [];
afterAll(async () => {
  for (const api of opened) await api.close();
});

async function open(strictness: {
  isProduction: boolean;
  anonymousIntrospection?: boolean;
}): Promise<TestApi> {
  const api = await openApi({ strictness });
  opened.push(api);
  return api;
}

describe('looking at the schema', () => {
  it.each([
    ['in production', { isProduction: true }, false],
    ['in production where it is allowed', { isProduction: true, anonymousIntrospection: true }, true],
    ['outside production', { isProduction: false }, true],
    [
      'outside production where it is not allowed',
      { isProduction: false, anonymousIntrospection: false },
      false,
    ],
  ])('%s', async (_where, strictness, isOpen) => {
    const api = await open(strictness);
    const answers = [];
    for (const body of [whole, one, behind]) answers.push(await post(api.url, body));
    expect(answers.map(({ json }) => Boolean(json.data))).toEqual([isOpen, isOpen, isOpen]);
    // Refused, they are all one answer.
    if (!isOpen) expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers.flatMap(({ codes }) => codes)).toEqual(isOpen ? [] : Array(3).fill('UNAUTHENTICATED'));
    const coordinator = await makeCoordinator(api);
    const headers = { authorization: `Bearer ${tokenOf(api, coordinator)}` };
    for (const body of [whole, one, behind]) expect((await post(api.url, body, headers)).codes).toEqual([]);
    await api.sql('update account set disabled_at = now() where id = $1', [coordinator]);
    const closed = await post(api.url, whole, headers);
    expect(Boolean(closed.json.data)).toBe(isOpen);
  });
});
