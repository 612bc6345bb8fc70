import type { Profiler } from 'node:inspector';
import { load } from './load';
import type { BenchRequest } from './questions';
import type { ServerProcess } from './server-process';

const PLACES_SHOWN = 9;

/**
 * Samples a server under load and says where its processor time goes: by package, by room, by built-in function. The
 * load is one of its own, since sampling costs time.
 */
export async function apiTime(
  server: ServerProcess,
  requests: readonly BenchRequest[],
  seconds: number,
  stopping: AbortSignal,
): Promise<{ place: string; share: number }[]> {
  await server.ask('profile');
  let profile: Profiler.Profile;
  try {
    await load(server, requests, seconds, stopping);
  } finally {
    profile = (await server.ask('profiled')) as Profiler.Profile;
  }
  const hits = new Map<string, number>();
  for (const { callFrame, hitCount = 0 } of profile.nodes) {
    const place = placeOf(callFrame);
    if (place !== null) hits.set(place, (hits.get(place) ?? 0) + hitCount);
  }
  const total = [...hits.values()].reduce((sum, count) => sum + count, 0);
  return [...hits]
    .map(([place, count]) => ({ place, share: total === 0 ? 0 : count / total }))
    .sort((a, b) => b.share - a.share)
    .slice(0, PLACES_SHOWN);
}

/** Built-in functions whose names say little by themselves. */
const BUILT_IN: readonly [RegExp, string][] = [
  [/^write(v|Buffer|Utf8String|Latin1String|AsciiString)$/, 'socket writes'],
  [/^(verify|createVerify|verifyOneShot)$/, 'check of the token’s signature'],
  [/^(runMicrotasks|\(program\))$/, 'system calls and V8 itself'],
  [/^\(garbage collector\)$/, 'garbage collection'],
  [/^(parse|stringify)$/, 'JSON'],
];

/** What a sampled function belongs to; null for idle time. */
function placeOf({ functionName, url }: { functionName: string; url: string }): string | null {
  if (functionName === '(idle)') return null;
  const installed = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(url)?.[1];
  if (installed) return installed;
  const own = /\/dist\/((?:server|schema)\/[^/]+)/.exec(url)?.[1];
  if (own) return own;
  if (url.startsWith('node:')) return 'Node (http, streams, buffers)';
  // Queries that graphql-jit has compiled have neither address nor, mostly, a name.
  if (functionName === '' || url !== '') return 'compiled queries';
  return BUILT_IN.find(([name]) => name.test(functionName))?.[1] ?? `${functionName}()`;
}
