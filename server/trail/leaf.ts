/** What an entry says, read from its canonical text; `-` in the text is null here. */
export interface Leaf {
  chain: string;
  index: number;
  /** Microseconds since 1970: a JavaScript date would drop three digits. */
  time: number;
  entry: string;
  actor: string | null;
  actingAs: string | null;
  client: string | null;
  act: string;
  objectType: string;
  objectId: string;
  request: string;
  before: string | null;
  after: string | null;
  detail: string | null;
  erased: string | null;
}

const HEAD = 'vis-a-vis trail entry 1';
const FIELDS = [
  'chain',
  'index',
  'time',
  'entry',
  'actor',
  'as',
  'client',
  'act',
  'object',
  'request',
  'before',
  'after',
  'detail',
  'erased',
] as const;

/** Reads the canonical text of an entry strictly: each line once, in its order. @returns null when it is none */
export function parseLeaf(text: string): Leaf | null {
  const lines = text.split('\n');
  if (lines.length !== FIELDS.length + 1 || lines[0] !== HEAD) return null;
  const values: string[] = [];
  for (const [number, field] of FIELDS.entries()) {
    const line = lines[number + 1] ?? '';
    if (!line.startsWith(`${field}: `)) return null;
    values.push(line.slice(field.length + 2));
  }
  const [chain, index, time, entry, actor, as, client, act, object, request, ...hashes] = values as [
    string,
    string,
    string,
    string,
    ...string[],
  ];
  const [objectType, objectId, ...more] = (object ?? '').split(' ');
  if (!/^\d{1,15}$/.test(index) || !/^\d{1,16}$/.test(time)) return null;
  if (!act || !objectType || !objectId || more.length > 0) return null;
  const [before, after, detail, erased] = hashes.map(orNull);
  return {
    chain,
    index: Number(index),
    time: Number(time),
    entry,
    actor: orNull(actor),
    actingAs: orNull(as),
    client: orNull(client),
    act,
    objectType,
    objectId,
    request: request ?? '',
    before: before ?? null,
    after: after ?? null,
    detail: detail ?? null,
    erased: erased ?? null,
  };
}

function orNull(value: string | undefined): string | null {
  return value === undefined || value === '-' ? null : value;
}
