import { AUDIT_STATES } from '../../../server/audits/audit.states';

// Sets of names as a person reads them: `A.*` for all of service A; `A.{ON_SITE..CLOSED}/lead|member` for two things in
// the audits of some states, in the order of an audit's life. What exists in no other state is not told apart: `A.*/FINAL`.

interface Parts {
  service: string;
  state: string;
  what: string;
}

const LIFE: readonly string[] = AUDIT_STATES;

function partsOf(name: string): Parts | null {
  const match = /^([A-C])\.([A-Z_]+)(?:\/(.+))?$/.exec(name);
  return match ? { service: match[1] ?? '', state: match[2] ?? '', what: match[3] ?? '' } : null;
}

/** The names in few words. @param all every name there is */
export function describeNames(names: ReadonlySet<string>, all: readonly string[]): string {
  const every = [...new Set(all)].sort();
  if (names.size === 0) return 'none';
  if (every.every((name) => names.has(name))) return 'all';
  const words: string[] = every.filter((name) => names.has(name) && !partsOf(name));
  for (const service of ['A', 'B', 'C']) {
    const own = every.flatMap((name) => partsOf(name) ?? []).filter((parts) => parts.service === service);
    const seen = own.filter((parts) => names.has(nameOf(parts)));
    if (seen.length === 0) continue;
    if (seen.length === own.length) {
      words.push(`${service}.*`);
      continue;
    }
    const together = new Map<string, string[]>();
    for (const what of new Set(seen.map((parts) => parts.what))) {
      const there = own.filter((parts) => parts.what === what).map(({ state }) => state);
      const states = there.filter((state) => names.has(nameOf({ service, state, what })));
      const which = states.length === there.length ? '*' : `{${runsOf(states, there)}}`;
      together.set(which, [...(together.get(which) ?? []), what]);
    }
    for (const [which, whats] of together) words.push(`${service}.${which}/${whats.join('|')}`);
  }
  return words.join(', ');
}

const nameOf = ({ service, state, what }: Parts): string => `${service}.${state}${what && `/${what}`}`;

/** States of which those between the first and the last are all meant, as `FIRST..LAST`. */
function runsOf(states: readonly string[], there: readonly string[]): string {
  const order = [...there].sort((one, other) => LIFE.indexOf(one) - LIFE.indexOf(other));
  const runs: string[][] = [];
  let isRunning = false;
  for (const state of order) {
    const isIn = states.includes(state);
    if (isIn && isRunning) runs[runs.length - 1]?.push(state);
    else if (isIn) runs.push([state]);
    isRunning = isIn;
  }
  return runs.map((run) => (run.length > 2 ? `${run[0]}..${run[run.length - 1]}` : run.join(' '))).join(' ');
}

/** The names that the words stand for. */
export function namesIn(words: string, all: readonly string[]): Set<string> {
  if (words === 'none') return new Set();
  if (words === 'all') return new Set(all);
  const names = new Set<string>();
  for (const word of words.split(', ')) {
    const match = /^([A-C])\.(\*|\{.*\})(?:\/(.*))?$/.exec(word);
    if (!match) names.add(word);
    else all.filter((name) => isMeant(name, match)).forEach((name) => names.add(name));
  }
  return names;
}

function isMeant(name: string, [, service, which = '', whats]: RegExpExecArray): boolean {
  const parts = partsOf(name);
  if (!parts || parts.service !== service) return false;
  if (whats !== undefined && !whats.split('|').includes(parts.what)) return false;
  if (which === '*') return true;
  return which
    .slice(1, -1)
    .split(' ')
    .some((run) => {
      const [first = '', last = first] = run.split('..');
      const at = LIFE.indexOf(parts.state);
      return last === first ? parts.state === first : at >= LIFE.indexOf(first) && at <= LIFE.indexOf(last);
    });
}
