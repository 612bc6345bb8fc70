import type { TestApi } from './api';

/** Tables in which a word stands, anywhere in the whole database. */
export async function tablesWith(api: TestApi, word: string): Promise<string[]> {
  const tables = await api.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await api.sql<{ count: number }>(
      `select count(*)::int as count from ${name} t where strpos(t::text, $1) > 0`,
      [word],
    );
    if ((row?.count ?? 0) > 0) found.push(name);
  }
  return found;
}
