import { getNamedType, isObjectType } from 'graphql';
import { globalId } from '../../../server/kernel/ids';
import type { Json } from '../../support/api';
import { VIEWERS, worldId } from '../../support/world';
import { openWorld, type OpenWorld } from '../../support/world/open-world';
import { nameIn } from '../../support/world/world-facts';
import { objectType } from './ask';
import { mutations, targetOf } from './mutation-inputs';
import { aboutActs } from './sentences/about-acts';
import { aboutActsInAudits } from './sentences/about-acts-in-audits';
import { aboutAuditors } from './sentences/about-auditors';
import { aboutColleagues } from './sentences/about-colleagues';
import { aboutEvidence } from './sentences/about-evidence';
import { aboutOutsiders } from './sentences/about-outsiders';
import { aboutProgramme } from './sentences/about-programme';
import { aboutServices } from './sentences/about-services';
import { aboutTheWorkOfTeams } from './sentences/about-the-work-of-teams';
import { outcomeOf } from './try-acts';
import { undoCommits } from './undo-commits';

let open: OpenWorld;

beforeAll(async () => {
  open = await openWorld();
  undoCommits();
});
afterAll(async () => {
  jest.restoreAllMocks();
  await open.api.close();
});

const sentences = [
  ...aboutServices,
  ...aboutTheWorkOfTeams,
  ...aboutEvidence,
  ...aboutAuditors,
  ...aboutColleagues,
  ...aboutProgramme,
  ...aboutOutsiders,
  ...aboutActs,
  ...aboutActsInAudits,
];

/** The selection that a path asks for, and how to look at what comes. */
function selectionOf(type: string, [step, ...rest]: readonly string[]): string {
  if (step === undefined) return 'id';
  const field = objectType(type).getFields()[step];
  if (!field) throw new Error(`${type} has no ${step}`);
  const named = getNamedType(field.type);
  if (!isObjectType(named)) return step;
  if (named.name.endsWith('Connection')) return `${step}(first: 100) { nodes { id } }`;
  return `${step} { ${selectionOf(named.name, rest)} }`;
}

function isThere(value: Json, [step, ...rest]: readonly string[]): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value))
    return value.some((each) => isThere(each, step === undefined ? [] : [step, ...rest]));
  if (step === undefined) return true;
  const next = value[step];
  return isThere(next?.nodes ?? next, rest);
}

/** Whether a claim holds. @throws Error when it speaks of what the world has not */
async function holds(claim: string): Promise<boolean> {
  const [, viewer = '', sign, what = '', name = ''] = /^(.+?) ([>!]) (\S+)(?: (.+))?$/.exec(claim) ?? [];
  if (viewer !== 'nobody' && !VIEWERS.includes(viewer)) throw new Error(`nobody is called ${viewer}`);
  if (sign === '!') return mayDo(viewer, what, name);
  const [type = '', ...path] = what.split('.');
  const id = [...(open.facts.rows.get(type)?.keys() ?? [])].find(
    (each) => nameIn(open.world, type, each) === name,
  );
  if (!id) throw new Error(`the world has no ${type} ${name}`);
  const client = open.api.as(viewer === 'nobody' ? null : worldId('account', viewer));
  const { data, errors } = await client.run(
    `query ($id: ID!) { node(id: $id) { ... on ${type} { ${selectionOf(type, path)} } } }`,
    { id: globalId(type, id) },
  );
  if (errors && viewer !== 'nobody' && viewer !== 'disabled') throw new Error(JSON.stringify(errors));
  return isThere(data?.node, path);
}

async function mayDo(viewer: string, act: string, name: string): Promise<boolean> {
  const mutation = mutations.find((each) => each.name === act);
  if (!mutation) throw new Error(`nobody can ${act}`);
  const service = (['A', 'B'] as const).find(
    (each) => (targetOf(open.world, open.facts, mutation, each) ?? '') === name,
  );
  return (await outcomeOf(open, viewer, mutation, name || null, service ?? 'A')) === 'may';
}

describe('the sentences', () => {
  it('are many, each said once', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(150);
    expect(new Set(sentences.map(({ says }) => says)).size).toBe(sentences.length);
    for (const { never, but } of sentences) {
      expect(never.length).toBeGreaterThan(0);
      expect(but.length).toBeGreaterThan(0);
    }
  });

  it.each(sentences.map((each) => [each.says, each] as const))('%s', async (_says, { never, but }) => {
    const broken: string[] = [];
    for (const claim of never) if (await holds(claim)) broken.push(claim);
    const refused: string[] = [];
    for (const claim of but) if (!(await holds(claim))) refused.push(claim);
    expect({ broken, refused }).toEqual({ broken: [], refused: [] });
  });
});
