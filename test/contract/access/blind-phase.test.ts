import { globalId } from '../../../server/kernel/ids';
import { tokenOf } from '../../support/refusals';
import { secretsOf, worldId } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { nameIn, readTypes } from '../../support/world/world-facts';
import { askEdge, edgesOf, leavesOf, schema } from './ask';
import { asked, chunks } from './sight';

let open: OpenWorld;

beforeAll(async () => {
  open = await openWorld();
});
afterAll(() => open.api.close());

/** Auditors who are on teams that no service was shown, or who left before it was, or are only called on. */
const UNSHOWN = ['hidden A', 'proposed A', 'declined A', 'declarer A', 'replaced A'];

/** Every byte that an account receives when it asks for everything that it knows an id of, by every way that leads on. */
async function everyByte(viewer: string): Promise<string> {
  const { api, world, facts } = open;
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${tokenOf(api, worldId('account', viewer))}`,
  };
  const received: string[] = [];
  const ask = async (query: string, variables: object = {}): Promise<void> => {
    const response = await fetch(api.url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    received.push(JSON.stringify([...response.headers]), await response.text());
  };
  for (const { type } of readTypes) {
    const below = edgesOf(type).map(([name]) => askEdge(type, name));
    const transitions = schema.getType(type)?.toConfig() && leavesOf(type);
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { ${(transitions ?? []).join(' ')} ${below.join(' ')} } } }`;
    for (const ids of chunks(asked(world, facts, type), 50))
      await ask(query, { ids: ids.map((id) => globalId(type, id)) });
  }
  const acts = '{ act to isAvailable reason message }';
  for (const type of ['Audit', 'Recusal', 'Finding', 'CorrectiveAction', 'Assignment']) {
    const scores =
      type === 'Audit' ? 'scores(stage: AUDITOR) { score } s: scores(stage: CONSENSUS) { score }' : '';
    for (const ids of chunks(asked(world, facts, type), 50))
      await ask(
        `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${type} { availableTransitions ${acts} ${scores} } } }`,
        {
          ids: ids.map((id) => globalId(type, id)),
        },
      );
  }
  for (const list of [
    'audits',
    'assignments',
    'recusals',
    'auditors',
    'accounts',
    'correctiveActions',
    'campaigns',
  ])
    await ask(
      `{ ${list}(first: 100) { totalCount edges { cursor node { id } } pageInfo { startCursor endCursor } } }`,
    );
  return received.join('\n');
}

/** The bytes, and what cursors and global ids in them say once they are decoded. */
function readable(bytes: string): string {
  const decoded = [...bytes.matchAll(/"([\w-]{16,})"/g)].map(([, word]) =>
    Buffer.from(word ?? '', 'base64url').toString('latin1'),
  );
  return `${bytes}\n${decoded.join('\n')}`;
}

const services = ['manager A', 'contributor A', 'reader A', 'manager B', 'manager C'];

describe('in all bytes that a service receives', () => {
  it.each(services)(
    '%s finds no auditor whom it was not shown: no id, name, address or RPPS number',
    async (viewer) => {
      const bytes = readable(await everyByte(viewer));
      expect(bytes.length).toBeGreaterThan(50_000);
      const found = UNSHOWN.filter((auditor) => {
        const secrets = [
          worldId('auditor', auditor),
          worldId('person', auditor),
          worldId('account', auditor),
        ];
        return [...secrets, ...secretsOf(auditor)].some((secret) => bytes.includes(secret));
      });
      expect(found).toEqual([]);
    },
  );

  it.each(services)('%s finds no grade of a single auditor and no word of one', async (viewer) => {
    const bytes = readable(await everyByte(viewer));
    const raw = [...(open.facts.rows.get('Grade')?.values() ?? [])].filter(
      (row) => row['stage'] === 'AUDITOR',
    );
    expect(raw.length).toBeGreaterThan(100);
    expect(
      raw.filter((row) => bytes.includes(row.id)).map((row) => nameIn(open.world, 'Grade', row.id)),
    ).toEqual([]);
    expect(bytes).not.toMatch(/by (lead|member|replaced)/);
    expect(bytes).not.toMatch(/Intérêt secret|Lien secret|Secret tie|Raison [ABC]/);
  });

  it('while the coordination finds them all, so that the search could find something', async () => {
    const bytes = readable(await everyByte('coordinator'));
    const missing = UNSHOWN.filter((auditor) => secretsOf(auditor).some((secret) => !bytes.includes(secret)));
    expect(missing).toEqual([]);
    expect(bytes).toMatch(/by lead/);
    expect(bytes).toMatch(/Intérêt secret/);
  });

  it.each(['manager A', 'reader A'])('%s finds whom it was shown', async (viewer) => {
    expect(readable(await everyByte(viewer))).toContain(secretsOf('lead A')[0]);
  });
});
