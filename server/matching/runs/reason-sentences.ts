import type { ComputeContext } from '../../database/read-model';
import { isUuid } from '../../kernel/ids';
import type { Locale } from '../../kernel/messages';
import type { FrozenConflictRule } from '../../templates';
import { LIMIT_TEXTS, PARAMETER_WORDS, REASON_TEXTS } from './reason-words';

/** Values that a sentence is filled with, under the names that it uses. */
export type Parameters = Readonly<Record<string, string | number | readonly string[] | null>>;

/** Turns codes and ids into sentences for one viewer. */
export interface Sentences {
  /** @throws Error for a code that has no sentence: a defect */
  of(code: string, parameters: Parameters): string;
  limit(code: string): string;
}

/** What ids and codes are called, as far as the viewer may know. */
type Names = ReadonlyMap<string, string>;

const UNKNOWN = '…';

/**
 * Sentences for everything that may be said of a run of a campaign, in the viewer's language: names of auditors, audits,
 * organisations and regions are read once, with the viewer's eyes.
 * @param ids of auditors, audits and groups that may be named
 */
export async function sentencesFor(
  { viewer, sql }: Pick<ComputeContext, 'viewer' | 'sql'>,
  campaignId: string,
  ids: Iterable<string>,
): Promise<Sentences> {
  const { locale } = viewer;
  const names = await namesOf(sql, campaignId, locale, ids);
  return {
    of(code, parameters) {
      const text = REASON_TEXTS[code];
      if (!text) throw new Error(`${code} has no sentence`);
      return filled(text[locale], parameters, names, locale);
    },
    limit: (code) => LIMIT_TEXTS[code]?.[locale] ?? word(code, names, locale),
  };
}

async function namesOf(
  sql: ComputeContext['sql'],
  campaignId: string,
  locale: Locale,
  ids: Iterable<string>,
): Promise<Names> {
  // Groups are ids of organisations, some behind the kind of their link.
  const uuids = [...new Set([...ids].map((id) => id.split(':').at(-1) ?? ''))].filter(isUuid);
  const named = await sql<{ id: string; name: string }>(
    `select u.id::text, p.given_name || ' ' || p.family_name as name from auditor u join person p on p.id = u.person_id
       where u.id = any($1::uuid[])
     union all select a.id::text, s.name || ' (' || a.reference || ')' from audit a
       join audited_service s on s.id = a.audited_service_id where a.id = any($1::uuid[])
     union all select o.id::text, o.name from organisation o where o.id = any($1::uuid[])
     union all select distinct 'region ' || s.region_code, s.region_name from audited_service s`,
    [uuids],
  );
  const [campaign] = await sql<{ rules: FrozenConflictRule[] }>(
    'select conflict_rules as "rules" from campaign where id = $1',
    [campaignId],
  );
  return new Map([
    ...named.map(({ id, name }) => [id, name] as const),
    ...(campaign?.rules ?? []).map(({ code, label }) => [code, `${code} (${label[locale]})`] as const),
  ]);
}

function filled(text: string, parameters: Parameters, names: Names, locale: Locale): string {
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = parameters[name];
    if (value === null || value === undefined) return UNKNOWN;
    if (typeof value === 'number') return value.toLocaleString(locale);
    const key = (one: string): string => (name === 'region' ? `region ${one}` : one);
    return typeof value === 'string'
      ? word(key(value), names, locale)
      : value.map((one) => word(key(one), names, locale)).join(', ');
  });
}

function word(value: string, names: Names, locale: Locale): string {
  const known = names.get(value) ?? PARAMETER_WORDS[value]?.[locale];
  if (known !== undefined) return known;
  const id = value.split(':').at(-1) ?? '';
  if (isUuid(id)) return names.get(id) ?? UNKNOWN;
  return value.replace(/^region /, '');
}
