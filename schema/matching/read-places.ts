import { readMany, type Context, type SelectionInfo } from '../../server/graphql';

type Holder = Record<string, unknown>;

/**
 * Reads the objects whose ids stand in an answer and hangs them beside: `auditorId` gives `auditor`, `joinsIds` the list
 * `joins`. Each place is read in one go, with what the client asked of it.
 * @param answer what a computation gave
 * @param places paths of the fields to fill, from the type of the answer on
 */
export async function readPlaces<T extends object | null>(
  context: Context,
  info: SelectionInfo,
  answer: T,
  places: readonly string[],
): Promise<T> {
  if (answer === null) return answer;
  for (const place of places) {
    const path = place.split('.');
    const field = path.at(-1) ?? '';
    let holders = [answer].flat() as Holder[];
    for (const step of path.slice(0, -1))
      holders = holders.flatMap((holder) => [holder[step]].flat() as Holder[]);
    const ids = holders.flatMap((holder) => idsIn(holder, field));
    const rows = await readMany(context, ids, info, path);
    const byId = new Map(ids.map((id, index) => [id, rows[index] ?? null]));
    for (const holder of holders) {
      const found = idsIn(holder, field).map((id) => byId.get(id) ?? null);
      holder[field] = isList(holder, field) ? found.filter((row) => row !== null) : (found[0] ?? null);
    }
  }
  return answer;
}

const isList = (holder: Holder, field: string): boolean => Array.isArray(holder[`${field}Ids`]);

function idsIn(holder: Holder, field: string): string[] {
  if (isList(holder, field)) return holder[`${field}Ids`] as string[];
  const one = holder[`${field}Id`];
  return typeof one === 'string' ? [one] : [];
}
