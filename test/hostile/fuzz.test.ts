import fc from 'fast-check';
import { buildSchema } from '../../schema/build-schema';
import { openApi, type TestApi } from '../support/api';
import { INNARDS, tokenOf } from '../support/refusals';
import { CANARY } from './fuzz/canaries';
import { diceOf } from './fuzz/dice';
import { randomRequest } from './fuzz/requests';
import type { IdPool } from './fuzz/values';
import { everyId, makeWorld, type Asker } from './fuzz/world';

/** How many requests; `FUZZ_REQUESTS=10000` for the whole of it. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 1_500);
/** Half of them are always the same, half never, unless `FUZZ_SEED` says which. */
const FIXED_SEED = 20_271_111;
const FRESH_SEED = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 0x7fffffff));
const AT_ONCE = 8;
const HANGING_MS = 20_000;

/** Mutations that would end the caller's own session or account. */
const ENDING = new Set(['passwordChange', 'accountDisable', 'signOut', 'sessionRevoke', 'secondFactorReset']);

const schema = buildSchema();
let api: TestApi;
let ids: IdPool;
let askers: Asker[];
let planted: number;
let secretAuditId: string;

beforeAll(async () => {
  const plenty = { perAccount: 1_000_000_000, perAddress: 1_000_000_000 };
  api = await openApi({ strictness: { rateLimits: plenty } });
  ({ askers, planted, secretAuditId } = await makeWorld(api));
  ids = await everyId(api);
});
afterAll(() => api.close());

interface Sent {
  asker: Asker;
  status: number;
  type: string | null;
  text: string;
  body: string;
}

async function send(asker: Asker, body: string): Promise<Sent> {
  // A request that is never answered is a fault like any other, and must not hide the rest.
  const response = await fetch(api.url, {
    method: 'POST',
    signal: AbortSignal.timeout(HANGING_MS),
    headers: {
      'content-type': 'application/json',
      ...(asker.accountId ? { authorization: `Bearer ${tokenOf(api, asker.accountId)}` } : {}),
    },
    body,
  });
  const text = await response.text();
  return { asker, status: response.status, type: response.headers.get('content-type'), text, body };
}

/** What is wrong with an answer, or null. */
function fault({ asker, status, type, text }: Sent): string | null {
  if (status >= 500) return `HTTP ${status}`;
  if (!/^application\/json/.test(type ?? '')) return `type ${type}`;
  if (/"code":"INTERNAL/.test(text)) return 'an internal error';
  if (INNARDS.test(text)) return 'innards of the server';
  if (!asker.isEntitled && CANARY.test(text)) return 'a secret of another service';
  return null;
}

const wasExecuted = ({ text }: Sent): boolean => (JSON.parse(text) as { data?: unknown }).data !== undefined;

/** Sends so many random requests of a seed, several at once, each from somebody else. */
async function fuzz(
  seed: number,
  count: number,
): Promise<{ executed: number; faults: unknown[]; secrets: number }> {
  const requests = fc.sample(
    fc.gen().map((generator) => {
      const dice = diceOf(generator);
      const asker = dice.one(askers);
      return {
        asker,
        request: randomRequest(schema, dice, ids, { isWriting: asker.isWriting, without: ENDING }),
      };
    }),
    { seed, numRuns: count },
  );
  const faults: unknown[] = [];
  let [executed, secrets, next] = [0, 0, 0];
  const work = async (): Promise<void> => {
    for (let index = next++; index < requests.length; index = next++) {
      const { asker, request } = requests[index] ?? {};
      if (!asker) return;
      const body = JSON.stringify(request);
      const sent = await send(asker, body).catch((error: unknown) => ({
        ...{ asker, body, status: 599, type: null },
        text: JSON.stringify({ nothing: String(error) }),
      }));
      if (wasExecuted(sent)) executed += 1;
      if (CANARY.test(sent.text)) secrets += 1;
      const what = fault(sent);
      if (what)
        faults.push({
          what,
          seed,
          index,
          asker: asker.name,
          body: sent.body,
          answer: sent.text.slice(0, 1_000),
        });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { executed, faults, secrets };
}

const SECRETS = `query ($id: ID!) { audit(id: $id) { id findings(first: 10) { nodes { statement reply { argument } } }
  correctiveActions(first: 10) { nodes { title cause } } } }`;
const askForSecrets = (asker: Asker): Promise<Sent> =>
  send(asker, JSON.stringify({ query: SECRETS, variables: { id: secretAuditId } }));

describe('what one service keeps to itself', () => {
  it('is there to be found, and found by those who may', async () => {
    expect(planted).toBeGreaterThan(15);
    for (const asker of askers) {
      const { text } = await askForSecrets(asker);
      expect([asker.name, CANARY.test(text)]).toEqual([asker.name, asker.isEntitled]);
    }
  });
});

describe('random requests over the whole schema', () => {
  it.each([
    ['the same each time', FIXED_SEED],
    ['new each time', FRESH_SEED],
  ])(
    'are answered in JSON, without a crash, the server’s innards or another’s secrets: %s',
    async (_which, seed) => {
      const count = Math.ceil(REQUESTS / 2);
      const { executed, faults, secrets } = await fuzz(seed, count);
      const share = Math.round((100 * executed) / count);
      console.info(
        `fuzz: seed ${seed} (again with FUZZ_SEED=${seed}), ${count} requests, ${share} % executed, ${secrets} answers with secrets to those who may`,
      );
      expect(faults.slice(0, 3)).toEqual([]);
      expect(share).toBeGreaterThanOrEqual(60);
      expect(secrets).toBeGreaterThan(0);
    },
    600_000,
  );

  it('leave everyone who he was', async () => {
    for (const asker of askers) {
      const { text } = await send(asker, JSON.stringify({ query: '{ viewer { account { id } } }' }));
      expect([asker.name, text.includes('"account":{"id"')]).toEqual([asker.name, asker.accountId !== null]);
    }
  });
});
