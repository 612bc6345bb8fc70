import type { World } from '../../support/world';
import { nameIn, type WorldFacts } from '../../support/world/world-facts';
import { readGolden, type Golden } from './golden-file';
import { describeNames, namesIn } from './name-sets';
import type { Sight } from './sight';

/** Heading of what is the same for every account that may sign in. */
const SIGNED_IN = 'every account that may sign in';

/** First lines of the file. */
export const SIGHT_PREFACE = [
  'Who sees what of the world of test/support/world, as the API answers; a type that is missing is hidden as a whole.',
  'Type: rows that may be asked for. Type.field: where a field that is for some only can be read.',
  'Type.edge → Type: rows that are seen on this way alone; with `not`, rows that are hidden on this way alone.',
  'Written by UPDATE_GOLDEN=1; every change is read against the rules of who may see what before it is committed.',
];

/** Every name there is of a type. */
export function namesOf(world: World, facts: WorldFacts, type: string): string[] {
  return [...(facts.rows.get(type)?.keys() ?? [])].map((id) => nameIn(world, type, id));
}

const typeOf = (key: string): string => key.split('.')[0] ?? '';

/** Sights as the lines of the file, what is common to all taken out. */
export function goldenOf(world: World, facts: WorldFacts, sights: ReadonlyMap<string, Sight>): Golden {
  const lines = [...sights].map(([viewer, sight]) => [viewer, linesOf(world, facts, sight)] as const);
  const [first] = lines;
  const alive = lines.filter(([, own]) => Object.keys(own).length > 0);
  const common = Object.entries(first?.[1] ?? {}).filter(([key, value]) =>
    alive.every(([, own]) => own[key] === value),
  );
  const shared = Object.fromEntries(common);
  return {
    [SIGNED_IN]: shared,
    ...Object.fromEntries(
      lines.map(([viewer, own]) => [
        viewer,
        Object.fromEntries(Object.entries(own).filter(([key]) => shared[key] === undefined)),
      ]),
    ),
  };
}

function linesOf(world: World, facts: WorldFacts, sight: Sight): Record<string, string> {
  const lines: Record<string, string> = {};
  for (const [type, names] of sight.rows)
    if (names.size > 0) lines[type] = describeNames(names, namesOf(world, facts, type));
  for (const [field, names] of sight.fields)
    if (names.size > 0) lines[field] = describeNames(names, namesOf(world, facts, typeOf(field)));
  for (const [edge, names] of sight.edges) lines[edge] = [...names].sort().join(', ');
  return lines;
}

/** What the committed file says of one viewer. */
export interface GoldenSight {
  /** Names of the rows that he sees of a type. */
  rows(type: string): ReadonlySet<string>;
  /** Names of the rows of which he reads a field that is for some only. */
  field(type: string, field: string): ReadonlySet<string>;
  /** Names of the rows of a type that he sees at the end of some edge alone. */
  reached(type: string): ReadonlySet<string>;
  /** Names of the rows at the end of some edge of which he reads a field that is for some only. */
  readThere(field: string): ReadonlySet<string>;
  /** Lines about edges that lead to a type, as the file has them. */
  edgesTo(type: string): Readonly<Record<string, string>>;
}

/** The committed file, by viewer; an account that is missing sees nothing. */
export function readSightGolden(world: World, facts: WorldFacts): (viewer: string) => GoldenSight {
  const golden = readGolden('sight');
  const known = new Map<string, GoldenSight>();
  return (viewer) => {
    const kept = known.get(viewer);
    if (kept) return kept;
    const own = golden[viewer] ?? {};
    const said = Object.keys(own).length > 0 ? { ...golden[SIGNED_IN], ...own } : {};
    const sets = new Map<string, ReadonlySet<string>>();
    const look = (key: string): ReadonlySet<string> => {
      const set = sets.get(key) ?? namesIn(said[key] ?? 'none', namesOf(world, facts, typeOf(key)));
      sets.set(key, set);
      return set;
    };
    const linesThat = (ends: (key: string) => boolean): Record<string, string> =>
      Object.fromEntries(Object.entries(said).filter(([key]) => ends(key)));
    const edgesTo = (type: string) => linesThat((key) => key.endsWith(` → ${type}`));
    const namesAt = (lines: Readonly<Record<string, string>>): ReadonlySet<string> =>
      new Set(
        Object.values(lines)
          .flatMap((value) => value.split(', '))
          .filter((name) => !name.startsWith('not ')),
      );
    const sight: GoldenSight = {
      rows: look,
      field: (type, field) => look(`${type}.${field}`),
      reached: (type) => namesAt(edgesTo(type)),
      readThere: (field) =>
        namesAt(linesThat((key) => /^\w+(\.\w+){2,}$/.test(key) && key.endsWith(`.${field}`))),
      edgesTo,
    };
    known.set(viewer, sight);
    return sight;
  };
}
