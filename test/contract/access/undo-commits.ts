import { Client } from 'pg';

/**
 * From now on, the transactions of acts end without leaving anything, though all went as it would: so that every act can be
 * tried by everybody on the same world. Ends with `jest.restoreAllMocks`.
 */
export function undoCommits(): void {
  const untouched = Client.prototype.query;
  jest.spyOn(Client.prototype, 'query').mockImplementation(function (this: Client, ...args: unknown[]) {
    const [query, ...rest] = args;
    const text = typeof query === 'string' ? query : (query as { text?: string } | null)?.text;
    return Reflect.apply(untouched, this, text === 'COMMIT' ? ['ROLLBACK', ...rest] : args) as unknown;
  });
}
