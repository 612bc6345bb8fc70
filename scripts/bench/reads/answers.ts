import { isDeepStrictEqual } from 'node:util';
import { BenchError } from '../bench-error';
import { requestsOf, type Question } from './questions';
import type { ServerProcess } from './server-process';

/** Sends one request and reads its answer: data, and errors if there are any. */
export async function answerTo(
  server: ServerProcess,
  question: Question,
  ids: readonly string[],
  index: number,
): Promise<unknown> {
  const requests = requestsOf(server.variant, question, ids, server.headers);
  const request = requests[index % requests.length];
  if (!request) throw new BenchError(`${question.name} has no request`);
  const { path, ...init } = request;
  const response = await fetch(server.url + path, init);
  const text = await response.text();
  if (!response.ok)
    throw new BenchError(`${server.variant}, ${question.name}: ${response.status} ${text.slice(0, 300)}`);
  const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: unknown };
  // What a server says of the request itself (its price) is no answer.
  return { data, ...(errors ? { errors } : {}) };
}

/**
 * Asks every variant the same and compares the answers, value by value.
 * @param ids whose answers to compare
 * @returns how many answers were compared per variant
 * @throws Error that says where the first difference is
 */
export async function compareAnswers(
  servers: readonly ServerProcess[],
  question: Question,
  ids: readonly string[],
): Promise<number> {
  const rounds = question.ids === null ? 1 : ids.length;
  for (let index = 0; index < rounds; index += 1) {
    const answers = await Promise.all(servers.map((server) => answerTo(server, question, ids, index)));
    const [first, ...others] = answers;
    if (size(first) < 20)
      throw new BenchError(`${question.name}: an empty answer: ${JSON.stringify(first).slice(0, 300)}`);
    others.forEach((other, position) => {
      if (isDeepStrictEqual(first, other)) return;
      throw new BenchError(
        `${question.name} ${ids[index] ?? ''}: ${servers[0]?.variant} and ${servers[position + 1]?.variant} answer differently at ${difference(first, other)}`,
      );
    });
  }
  return rounds;
}

/** How many leaves an answer has. */
function size(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((sum: number, part) => sum + size(part), 0);
}

/** The path to the first place where two answers differ, with both values. */
function difference(a: unknown, b: unknown, path = '$'): string {
  if (typeof a === 'object' && typeof b === 'object' && a !== null && b !== null) {
    const [left, right] = [a, b] as Record<string, unknown>[];
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      if (!isDeepStrictEqual(left?.[key], right?.[key]))
        return difference(left?.[key], right?.[key], `${path}.${key}`);
    }
  }
  return `${path}: ${JSON.stringify(a)?.slice(0, 200)} / ${JSON.stringify(b)?.slice(0, 200)}`;
}
