import type { Json } from './api';

/** An answer as bytes and as JSON. */
export interface Posted {
  status: number;
  headers: Headers;
  text: string;
  json: Json;
  /** Codes of its top-level errors. */
  codes: string[];
}

/**
 * Posts a body to the API, as it is if it is a text; the answer has to be JSON.
 * @param headers beside the content type, or in its place
 */
export async function post(
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Posted> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return read(response);
}

/** Reads an answer that has to be JSON. */
export async function read(response: Response): Promise<Posted> {
  const text = await response.text();
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  const json = JSON.parse(text);
  const codes = ((json?.errors ?? []) as Json[]).map((error) => String(error.extensions?.code));
  return { status: response.status, headers: response.headers, text, json, codes };
}
