import { Client } from 'pg';

/** Statements that this process has sent to PostgreSQL since counting began. */
export interface Statements {
  /** What was sent while `ask` ran, in their order. */
  during<T>(ask: () => Promise<T>): Promise<{ answer: T; sent: string[] }>;
  restore(): void;
}

/** Looks on at every statement that this process sends, through whatever pool; ends with `restore`. */
export function countStatements(): Statements {
  const untouched = Client.prototype.query;
  const sent: string[] = [];
  const spy = jest.spyOn(Client.prototype, 'query').mockImplementation(function (
    this: Client,
    ...args: unknown[]
  ) {
    const [query] = args as [string | { text: string }];
    sent.push(typeof query === 'string' ? query : query.text);
    return Reflect.apply(untouched, this, args) as unknown;
  });
  return {
    async during(ask) {
      sent.length = 0;
      const answer = await ask();
      return { answer, sent: [...sent] };
    },
    restore: () => spy.mockRestore(),
  };
}
