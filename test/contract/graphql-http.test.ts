import { serverAudits, type AuditResult } from 'graphql-http';
import { openApi, type TestApi } from '../support/api';

/** What the specification leaves open (MAY) and this server does not offer, by audit. */
const LEFT_OUT: Record<string, string> = {
  '5A70': 'GET is refused: a link must never run an operation.',
  D6D5: 'GET is refused.',
  '6A70': 'GET is refused.',
};

let api: TestApi;
let results: AuditResult[];

beforeAll(async () => {
  api = await openApi();
  results = [];
  for (const audit of serverAudits({ url: api.url })) results.push(await audit.fn());
});
afterAll(() => api.close());

const idsOf = (status: AuditResult['status']): string[] =>
  results.filter((result) => result.status === status).map(({ id }) => id);

describe('the server audits of graphql-http', () => {
  it('are all run', () => {
    expect(results).toHaveLength(61);
  });

  it('pass wherever the specification says MUST', () => {
    expect(results.filter(({ name }) => /^MUST/.test(name)).filter(({ status }) => status !== 'ok')).toEqual(
      [],
    );
  });

  it('pass wherever it says SHOULD', () => {
    expect(idsOf('error')).toEqual([]);
    expect(idsOf('warn')).toEqual([]);
  });

  it('leave out of MAY what is written down here', () => {
    expect(idsOf('notice').sort()).toEqual(Object.keys(LEFT_OUT).sort());
  });
});
