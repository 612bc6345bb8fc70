import type { DataSource } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { refuse } from '../../kernel/outcome';
import type { SecretBox } from '../keys/secret-box';

/**
 * What is allowed within a quarter of an hour: wrong guesses of one account and from one address, and ways through an
 * identity provider that were begun from one address, since each is kept until it ends.
 */
export const GUESSES = { account: 10, address: 100, flow: 300 } as const;

const WINDOW_MS = 15 * 60_000;

/** Whom or where a guess is counted for. */
export type GuessSubjects = Partial<Record<keyof typeof GUESSES, string>>;

/** What counting needs. */
export interface GuessParts {
  dataSource: DataSource;
  secretBox: SecretBox;
  now: Date;
}

/** A guess that was counted before anybody knows whether it is right. */
export interface CountedGuess {
  /** It was right: it does not count. */
  giveBack(): Promise<void>;
}

/**
 * Counts a guess for each subject, in a transaction of its own: all instances of the platform share the count, and
 * guesses sent at once are all counted before the first is answered.
 * @throws Refusal TOO_MANY_ATTEMPTS with the time at which the window ends
 */
export async function countGuess(parts: GuessParts, subjects: GuessSubjects): Promise<CountedGuess> {
  const named = Object.entries(subjects)
    .map(([kind, value]) => ({
      name: parts.secretBox.nameOf(`${kind} ${value}`),
      most: GUESSES[kind as keyof typeof GUESSES],
    }))
    // Two requests with the same subjects lock them in the same order.
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const { dataSource, now } = parts;
  const until = await asPlatform(dataSource, async (manager) => {
    const ends: string[] = [];
    for (const { name, most } of named) {
      const [row] = await manager.query<{ count: number; ends: string }[]>(
        `insert into sign_in_attempt as a (subject, count, window_ends_at) values ($1, 1, $3)
         on conflict (subject) do update set
           count = case when a.window_ends_at <= $2 then 1 else a.count + 1 end,
           window_ends_at = case when a.window_ends_at <= $2 then excluded.window_ends_at else a.window_ends_at end
         returning count, window_ends_at as ends`,
        [name, now, new Date(now.getTime() + WINDOW_MS)],
      );
      if (row && row.count > most) ends.push(row.ends);
    }
    return ends.sort().at(-1);
  });
  if (until) refuse('TOO_MANY_ATTEMPTS', ['input'], { until });
  return {
    giveBack: () =>
      asPlatform(dataSource, async (manager) => {
        // Locked in the order in which they are counted.
        await manager.query(
          `with given as materialized (
             select subject from sign_in_attempt where subject = any($1::text[]) and count > 0
             order by subject collate "C" for update)
           update sign_in_attempt a set count = count - 1 from given where a.subject = given.subject`,
          [named.map(({ name }) => name)],
        );
      }),
  };
}
