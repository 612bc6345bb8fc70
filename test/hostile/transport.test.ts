import { openApi, type TestApi } from '../support/api';
import { read } from '../support/post';
import { sendBytes } from '../support/raw-http';

let api: TestApi;

beforeAll(async () => {
  api = await openApi({ strictness: { isProduction: true } });
});
afterAll(() => api.close());

const json = { 'content-type': 'application/json' };
const body = JSON.stringify({ query: '{ __typename }' });

describe('a request that is well-formed HTTP and nothing else', () => {
  const cases: [string, string, RequestInit, number, string][] = [
    ['by GET', '', { method: 'GET' }, 405, 'METHOD_NOT_ALLOWED'],
    ['by GET with a query', '?query={__typename}', { method: 'GET' }, 405, 'METHOD_NOT_ALLOWED'],
    ['by PATCH', '', { method: 'PATCH', headers: json, body }, 405, 'METHOD_NOT_ALLOWED'],
    ['of no type', '', { method: 'POST', body: new Blob([body]) }, 415, 'BAD_REQUEST'],
    ['of no type and no body', '', { method: 'POST' }, 415, 'BAD_REQUEST'],
    [
      'of a form',
      '',
      { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) },
      415,
      'BAD_REQUEST',
    ],
    [
      'as plain text',
      '',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body },
      415,
      'BAD_REQUEST',
    ],
    [
      'as a form with files',
      '',
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x--' },
      415,
      'BAD_REQUEST',
    ],
    [
      'as nearly JSON',
      '',
      { method: 'POST', headers: { 'content-type': 'application/jsonp' }, body },
      415,
      'BAD_REQUEST',
    ],
    [
      'in another charset',
      '',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=utf-16' }, body },
      415,
      'BAD_REQUEST',
    ],
    [
      'in an invented charset',
      '',
      { method: 'POST', headers: { 'content-type': 'application/json; charset=x-evil' }, body },
      415,
      'BAD_REQUEST',
    ],
    ['of bad JSON', '', { method: 'POST', headers: json, body: '{"query":' }, 400, 'BAD_REQUEST'],
    [
      'of compressed JSON',
      '',
      { method: 'POST', headers: { ...json, 'content-encoding': 'gzip' }, body: '\u001f\u008b' },
      400,
      'BAD_REQUEST',
    ],
    ['of a list', '', { method: 'POST', headers: json, body: `[${body},${body}]` }, 400, 'BAD_REQUEST'],
    ['of an empty list', '', { method: 'POST', headers: json, body: '[]' }, 400, 'BAD_REQUEST'],
    [
      'of a million lists in lists',
      '',
      { method: 'POST', headers: json, body: '['.repeat(1e6) + ']'.repeat(1e6) },
      400,
      'BAD_REQUEST',
    ],
    [
      'of five megabytes',
      '',
      { method: 'POST', headers: json, body: `{"query":"${'x'.repeat(5e6)}"}` },
      413,
      'BAD_REQUEST',
    ],
    ['elsewhere', '/nowhere', { method: 'POST', headers: json, body }, 404, 'NOT_FOUND'],
    ['to a path that cannot be read', '/%ff%', { method: 'POST', headers: json, body }, 400, 'BAD_REQUEST'],
  ];
  it.each(cases)('%s is refused in JSON', async (_name, path, init, status, code) => {
    const answer = await read(await fetch(api.url + path, init));
    expect([answer.status, answer.codes]).toEqual([status, [code]]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.text).not.toMatch(/<html|node_modules|\bat \//i);
  });
});

describe('bytes that are no HTTP request', () => {
  const { host } = new URL('http://localhost');
  const head = (more: string): string => `POST /graphql HTTP/1.1\r\nhost: ${host}\r\n${more}\r\n\r\n`;
  const cases: [string, string | Buffer, number][] = [
    ['noise', Buffer.from([0, 1, 2, 3, 255, 254, 13, 10, 13, 10]), 400],
    ['a greeting of TLS', Buffer.from('16030100a5010000a10303', 'hex'), 400],
    ['another protocol', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['two lengths', head('content-length: 5\r\ncontent-length: 6'), 400],
    ['a length and chunks', head('content-length: 5\r\ntransfer-encoding: chunked'), 400],
    ['a length that is no number', head('content-length: many'), 400],
    ['a broken chunk', head('content-type: application/json\r\ntransfer-encoding: chunked') + 'xyz\r\n', 400],
    ['a header with a line break', 'GET / HTTP/1.1\r\nhost: a\r\nx: a\rb\r\n\r\n', 400],
    ['no host', 'GET /health/live HTTP/1.1\r\nconnection: close\r\n\r\n', 400],
    ['huge headers', head(`x: ${'y'.repeat(20_000)}`), 431],
  ];
  it.each(cases)('%s are refused in JSON, and the connection closed', async (_name, bytes, status) => {
    const [headOfAnswer = '', text = ''] = (await sendBytes(api.url, bytes)).split('\r\n\r\n');
    expect(headOfAnswer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(headOfAnswer).not.toMatch(/text\/html/);
    if (text) expect(JSON.parse(text).errors[0].extensions.code).toEqual(expect.any(String));
  });

  it('and the server goes on', async () => {
    const answer = await read(await fetch(api.url, { method: 'POST', headers: json, body }));
    expect(answer.json.data).toEqual({ __typename: 'Query' });
  });
});

describe('every answer', () => {
  it.each([
    ['/graphql', 'no-store'],
    ['/health/live', 'no-store'],
    ['/explorer', 'no-store'],
    ['/nowhere', 'no-store'],
  ])('of %s tells browsers to keep, guess and frame nothing', async (path, cache) => {
    const { headers } = await fetch(new URL(path, api.url));
    expect(headers.get('cache-control')).toContain(cache);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });
});
