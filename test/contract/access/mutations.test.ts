import { randomUUID } from 'node:crypto';
import { globalId } from '../../../server/kernel/ids';
import { VIEWERS, worldId } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { expectGolden, type Golden } from './golden-file';
import { inputFor, mutations, subjectField, targetOf, typeOfId } from './mutation-inputs';
import { lookups } from './paths';
import { inFew } from './people';
import { act, idOf, lineOf, outcomeOf, post } from './try-acts';
import { undoCommits } from './undo-commits';

const PREFACE = [
  'Who may do which act of the API, on an object of service A and on one of service B (the one that is named).',
  'may: nothing but the state of things can stand in the way. refused, for …: sees the object; the act is for others.',
  'Everybody else is answered as if the object did not exist. Written by UPDATE_GOLDEN=1.',
];

let open: OpenWorld;

beforeAll(async () => {
  open = await openWorld();
  undoCommits();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await open.api.close();
});

const everybody = [...VIEWERS, 'nobody'];
const golden: Golden = {};

describe('who may do what', () => {
  it.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', async (_name, mutation) => {
    const lines: Record<string, string> = {};
    for (const service of ['A', 'B'] as const) {
      const target = targetOf(open.world, open.facts, mutation, service);
      if (!target && subjectField(mutation)) continue;
      if (!target && service === 'B') continue;
      const outcomes = new Map<string, string[]>();
      for (const viewer of everybody) {
        const outcome = await outcomeOf(open, viewer, mutation, target, service);
        expect({ viewer, outcome }).not.toEqual({ viewer, outcome: 'broken' });
        outcomes.set(outcome, [...(outcomes.get(outcome) ?? []), viewer]);
      }
      for (const outcome of [...outcomes.keys()].filter((each) => each !== 'hidden').sort())
        lines[lineOf(outcome, target)] = inFew(outcomes.get(outcome) ?? []);
    }
    golden[mutation.name] = lines;
    expect(Object.keys(lines).length).toBeGreaterThan(0);
  });

  it('is what the golden file says', () => {
    expectGolden('mutations', golden, PREFACE);
  });
});

/** Somebody who is signed in and sees nothing of anybody's audits. */
const STRANGER = 'roleless';

/** What every account sees but in one state: there the act is tried, legal or not, since who sees comes first. */
const HIDDEN_ONLY: Readonly<Record<string, string>> = {
  ScaleDefinition: 'DRAFT',
  OutsideRecommendation: 'drafted',
};

describe('an object that is absent and one that is hidden', () => {
  const about = mutations.filter((mutation) => subjectField(mutation));

  it.each(about.map((mutation) => [mutation.name, mutation] as const))(
    'give the same answer to %s, byte by byte',
    async (_name, mutation) => {
      const field = subjectField(mutation)?.name ?? '';
      const target = HIDDEN_ONLY[typeOfId(field)] ?? targetOf(open.world, open.facts, mutation, 'A');
      const input = inputFor(open.facts, mutation, idOf(open, mutation, target), 'A');
      const absent = { ...input, [field]: globalId(typeOfId(field), randomUUID()) };
      const hidden = await act(open, STRANGER, mutation, input);
      expect(await act(open, STRANGER, mutation, absent)).toEqual(hidden);
      // This one is refused whatever it is about: no object comes before the question who may create.
      expect(hidden.codes).toEqual([mutation.name === 'campaignCreate' ? 'FORBIDDEN' : 'NOT_FOUND']);
    },
  );

  it.each(lookups.map((field) => [field.name, String(field.type)] as const))(
    'give the same answer to %s(id) and node(id), byte by byte',
    async (field, type) => {
      for (const id of [...(open.facts.rows.get(type)?.keys() ?? [])].slice(-3)) {
        const query = `query ($id: ID!) { ${field}(id: $id) { id } }`;
        const node = 'query ($id: ID!) { node(id: $id) { id } }';
        for (const asked of [query, node]) {
          const absent = await post(open, 'disabled', asked, { id: globalId(type, randomUUID()) });
          expect(await post(open, 'disabled', asked, { id: globalId(type, id) })).toEqual(absent);
          const none = await post(open, STRANGER, asked, { id: globalId(type, randomUUID()) });
          const there = await post(open, STRANGER, asked, { id: globalId(type, id) });
          if (there.text.includes('"id"')) continue;
          expect(there).toEqual(none);
          if (asked === query) expect(JSON.parse(there.text).data).toEqual({ [field]: null });
        }
      }
    },
  );

  it('take the same time: the gap of the medians over 200 pairs is printed', async () => {
    const hiddenId = globalId('Audit', worldId('audit', 'B.ON_SITE'));
    const query = 'query ($id: ID!) { audit(id: $id) { id state } }';
    const times: Record<'absent' | 'hidden', number[]> = { absent: [], hidden: [] };
    for (let pair = 0; pair < 200; pair += 1) {
      const order = pair % 2 === 0 ? (['absent', 'hidden'] as const) : (['hidden', 'absent'] as const);
      for (const kind of order) {
        const id = kind === 'hidden' ? hiddenId : globalId('Audit', randomUUID());
        const begun = process.hrtime.bigint();
        const { text } = await post(open, 'manager A', query, { id });
        times[kind].push(Number(process.hrtime.bigint() - begun) / 1e6);
        expect(JSON.parse(text).data).toEqual({ audit: null });
      }
    }
    const gap = Math.abs(median(times.absent) - median(times.hidden));
    process.stdout.write(`absent and hidden: medians ${gap.toFixed(3)} ms apart over 200 pairs\n`);
  });
});

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
