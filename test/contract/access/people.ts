import { VIEWERS } from '../../support/world';

const EVERYBODY = 'every account';
const BUT = ' but ';

/** Every account of the world that may sign in. */
export const ALIVE: readonly string[] = VIEWERS.filter((viewer) => viewer !== 'disabled');

/** How many may be missing for the rest to stand under one word. */
const MISSING_AT_MOST = 8;

/** A list of people in few words: everybody under one, or everybody but some. */
export function inFew(whos: readonly string[]): string {
  const missing = ALIVE.filter((viewer) => !whos.includes(viewer));
  if (missing.length > MISSING_AT_MOST) return whos.join('; ');
  const others = whos.filter((who) => !ALIVE.includes(who));
  const all = missing.length > 0 ? `${EVERYBODY}${BUT}${missing.join(', ')}` : EVERYBODY;
  return [all, ...others].join('; ');
}

/** The people for whom the words stand. */
export function inFull(words: string): string[] {
  return words.split('; ').flatMap((who) => {
    const [all, missing = ''] = who.split(BUT);
    return all === EVERYBODY ? ALIVE.filter((viewer) => !missing.split(', ').includes(viewer)) : [who];
  });
}
