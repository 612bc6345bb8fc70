import type { Json, TestApi } from './api';
import { insertRow, makeAudit, makeAuditor, makeService, makeTeamedAudit } from './factories';

/** Codes and paths of a payload's errors. */
export const errorsOf = (payload: Json): { code: string; path: string }[] =>
  payload['userErrors']?.map((error: Json) => ({
    code: String(error['code']),
    path: error['path'] ? [...error['path']].join('.') : '',
  })) ?? [];

/** Codes alone. */
export const codesOf = (payload: Json): string[] => errorsOf(payload).map(({ code }) => code);

/** The row of a table as the database holds it. */
export async function storedRow(
  api: TestApi,
  table: 'assignment' | 'audit' | 'recusal',
  id: string,
): Promise<Record<string, Json>> {
  const [row] = await api.sql(`select * from ${table} where id = $1`, [id]);
  if (!row) throw new Error(`${table} ${id} is not there`);
  return row;
}

/** An audit to staff, with its service and a radiologist who could lead it. */
export async function makeOpenAudit(
  api: TestApi,
  options: { state?: string; campaignId?: string; columns?: Record<string, unknown> } = {},
) {
  const service = await makeService(api);
  const audit = await makeAudit(api, { state: 'PLANNED', ...options, serviceId: service.serviceId });
  return { ...audit, ...service, auditor: await makeAuditor(api) };
}

/** An audit whose team was shown on 11 January 2027; the service may object until the 26th. */
export function makeShownAudit(api: TestApi, columns: Record<string, unknown> = {}) {
  return makeTeamedAudit(api, {
    state: 'RECUSAL_WINDOW',
    assignmentState: 'ACCEPTED',
    columns: { team_shown_at: '2027-01-11T08:00:00Z', recusal_until: '2027-01-26', ...columns },
  });
}

/** A tie of a person to an organisation. */
export function makeTie(
  api: TestApi,
  tie: { personId: string; organisationId: string; from?: string; to?: string | null; kind?: string },
): Promise<string> {
  return insertRow(api, 'affiliation', {
    person_id: tie.personId,
    organisation_id: tie.organisationId,
    kind: tie.kind ?? 'EMPLOYMENT',
    from_date: tie.from ?? '2010-01-01',
    to_date: tie.to ?? null,
    source: 'REGISTRY',
  });
}

/** A link of two organisations. */
export function makeLink(
  api: TestApi,
  one: string,
  other: string,
  link: { kind?: string; from?: string; to?: string | null } = {},
): Promise<string> {
  return insertRow(api, 'organisation_link', {
    organisation_id: one,
    linked_organisation_id: other,
    kind: link.kind ?? 'GHT',
    from_date: link.from ?? '2016-07-01',
    to_date: link.to ?? null,
    source: 'REGISTRY',
  });
}

/** Changes the level of a rule that a campaign froze. */
export async function setRuleLevel(
  api: TestApi,
  campaignId: string,
  code: string,
  level: 'BLOCK' | 'REVIEW' | 'WARN',
): Promise<void> {
  await api.sql(
    `update campaign set conflict_rules = (
       select jsonb_agg(case when r ->> 'code' = $2
         then jsonb_set(r, '{steps}', (select jsonb_agg(s || jsonb_build_object('level', $3::text)) from jsonb_array_elements(r -> 'steps') s))
         else r end)
       from jsonb_array_elements(conflict_rules) r)
     where id = $1`,
    [campaignId, code, level],
  );
}
