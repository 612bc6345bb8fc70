import type { ComputeContext } from '../../database/read-model';
import { isUuid } from '../../kernel/ids';
import { messageFor, type ErrorCode } from '../../kernel/messages';
import type { LocalisedText } from '../../templates';
import type { InstanceErrorCode } from '../matcher/instance-error';

/** Why a run has no plan, as it is kept: ids instead of names, for each reader to be told what he may know. */
export interface RunFailure {
  code: ErrorCode;
  params: Readonly<Record<string, string | number>>;
}

const CONTRADICTIONS: Partial<Record<InstanceErrorCode, LocalisedText>> = {
  PIN_FORBIDDEN: { fr: 'fixé et écarté, ou déjà décliné', en: 'pinned and forbidden, or declined already' },
  PIN_IN_CONFLICT: { fr: 'fixé malgré un lien bloquant', en: 'pinned in spite of a blocking tie' },
  PIN_UNAVAILABLE: { fr: 'fixé, mais indisponible', en: 'pinned, but away' },
  PIN_RECIPROCAL: { fr: 'fixés l’un chez l’autre', en: 'pinned at each other’s' },
  PINS_OVER_SEATS: { fr: 'plus de personnes fixées que de sièges', en: 'more people pinned than seats' },
  PINS_OVER_CAPACITY: {
    fr: 'fixé sur plus d’audits qu’il n’en fait',
    en: 'pinned on more audits than he does',
  },
  PINS_APART: { fr: 'fixés ensemble, mais liés', en: 'pinned together, but tied' },
};

/** The sentences of failures, in the viewer's language. */
export async function failureMessages(
  failures: readonly (RunFailure | null)[],
  { viewer, sql }: ComputeContext,
): Promise<(string | null)[]> {
  const ids = failures.flatMap((failure) => idsOf(failure)).filter(isUuid);
  const rows =
    ids.length === 0
      ? []
      : await sql<{ id: string; name: string }>(
          `select u.id::text, p.given_name || ' ' || p.family_name as name
           from auditor u join person p on p.id = u.person_id where u.id = any($1::uuid[])
           union all select a.id::text, a.reference from audit a where a.id = any($1::uuid[])`,
          [ids],
        );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return failures.map((failure) => {
    if (!failure) return null;
    const why = CONTRADICTIONS[failure.params['why'] as InstanceErrorCode]?.[viewer.locale];
    const who = idsOf(failure).flatMap((id) => names.get(id) ?? []);
    const said =
      why === undefined ? failure.params['why'] : [why, who.join(', ')].filter(Boolean).join(' – ');
    return messageFor(failure.code, viewer.locale, { ...failure.params, ...(said ? { why: said } : {}) });
  });
}

const idsOf = (failure: RunFailure | null): string[] =>
  String(failure?.params['ids'] ?? '')
    .split(' ')
    .filter(Boolean);
