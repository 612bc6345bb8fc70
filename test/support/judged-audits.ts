import type { TestApi } from './api';
import { makeAssignment, makeAudit, makeAuditor, makeService } from './factories';

type Auditor = Awaited<ReturnType<typeof makeAuditor>>;

/** An audit whose report is out, with the raw grades of both its auditors. */
export interface JudgedAudit {
  auditId: string;
  serviceId: string;
  organisationId: string;
  managerId: string;
  pair: readonly [Auditor, Auditor];
}

/** The criteria of a campaign's template, in their order. */
export function criteriaOf(api: TestApi, campaignId: string): Promise<{ id: string; code: string }[]> {
  return api.sql(
    `select c.id, c.code from campaign k join criterion c on c.template_version_id = k.template_version_id
     where k.id = $1 order by c.position`,
    [campaignId],
  );
}

/**
 * Audits of one campaign, each of a service of its own and with the report out, one day after the other; every section is
 * submitted by both auditors.
 * @param judge what both say of a criterion (by its place) in an audit (by its number), and the minutes they say they spent
 */
export async function makeJudgedAudits(
  api: TestApi,
  campaignId: string,
  count: number,
  judge: (
    criterion: number,
    audit: number,
  ) => readonly [first: string, second: string, minutes?: readonly [number | null, number | null]],
  options: { pair?: readonly [Auditor, Auditor]; isReportOut?: boolean } = {},
): Promise<JudgedAudit[]> {
  const criteria = await criteriaOf(api, campaignId);
  const audits: JudgedAudit[] = [];
  for (let number = 0; number < count; number += 1) {
    const service = await makeService(api);
    const pair = options.pair ?? [await makeAuditor(api), await makeAuditor(api)];
    const { auditId } = await makeAudit(api, {
      campaignId,
      serviceId: service.serviceId,
      state: 'REPORT_ISSUED',
      columns:
        options.isReportOut === false
          ? { state: 'ON_SITE' }
          : { report_issued_at: new Date(Date.UTC(2027, 2, 1 + number)).toISOString() },
    });
    for (const [index, { auditorId }] of pair.entries()) {
      await makeAssignment(api, { auditId, auditorId, seat: index ? 'RADIOGRAPHER' : 'RADIOLOGIST' });
      await api.sql(
        `insert into section_submission (id, audit_id, section_id, auditor_id)
         select gen_random_uuid(), $1, s.id, $2 from audit a join section s on s.template_version_id = a.template_version_id
         where a.id = $1`,
        [auditId, auditorId],
      );
      const said = criteria.map((_, place) => judge(place, number));
      await api.sql(
        `insert into grade (id, audit_id, campaign_id, criterion_id, stage, auditor_id, value, reason, minutes)
         select gen_random_uuid(), $1, $2, x.criterion, 'AUDITOR', $3, x.value,
           case when x.value like 'NOT_%' then 'hors champ' end, x.minutes
         from unnest($4::uuid[], $5::text[], $6::int[]) as x (criterion, value, minutes)`,
        [
          auditId,
          campaignId,
          auditorId,
          criteria.map(({ id }) => id),
          said.map((both) => both[index]),
          said.map(([, , minutes]) => minutes?.[index] ?? null),
        ],
      );
    }
    audits.push({ auditId, ...service, pair });
  }
  return audits;
}
