import type { TestApi } from './api';
import { insertRow, makeAudit, makeService } from './factories';
import { criteriaOf } from './judged-audits';

/** An audit of a closed campaign whose report is out. */
export interface ReportedAudit {
  auditId: string;
  serviceId: string;
  organisationId: string;
  managerId: string;
}

/** How the services of a campaign are and were judged; each by its number, and criteria by their place. */
export interface Reported {
  consensus?: (service: number, criterion: number) => string;
  self?: (service: number, criterion: number) => string;
  columns?: (service: number) => Record<string, unknown>;
  organisationId?: (service: number) => string | undefined;
  /** Of ten records, how many requests are justified. */
  justified?: (service: number) => number | null;
}

/** Audits of one campaign, each of a service of its own, closed, and with the report out one day after the other. */
export async function makeReportedAudits(
  api: TestApi,
  campaignId: string,
  count: number,
  { consensus = () => 'CONFORM', self = () => 'CONFORM', columns, organisationId, justified }: Reported = {},
): Promise<ReportedAudit[]> {
  const criteria = await criteriaOf(api, campaignId);
  const rated = criteria.find(({ code }) => code === 'T1-C1')!;
  const audits: ReportedAudit[] = [];
  for (let number = 0; number < count; number += 1) {
    const organisation = organisationId?.(number);
    const service = await makeService(api, {
      ...(organisation ? { organisationId: organisation } : {}),
      columns: columns?.(number) ?? {},
    });
    const { auditId } = await makeAudit(api, {
      campaignId,
      serviceId: service.serviceId,
      state: 'CLOSED',
      columns: { report_issued_at: new Date(Date.UTC(2027, 2, 1 + number)).toISOString() },
    });
    for (const [stage, judge] of [
      ['CONSENSUS', consensus],
      ['SELF', self],
    ] as const) {
      await api.sql(
        `insert into grade (id, audit_id, campaign_id, criterion_id, stage, value, reason)
         select gen_random_uuid(), $1, $2, x.criterion, $3, x.value, case when x.value like 'NOT_%' then 'hors champ' end
         from unnest($4::uuid[], $5::text[]) as x (criterion, value)`,
        [
          auditId,
          campaignId,
          stage,
          criteria.map(({ id }) => id),
          criteria.map((_, place) => judge(number, place)),
        ],
      );
    }
    const found = justified?.(number) ?? null;
    if (found !== null) await addSample(api, campaignId, { auditId, ...service }, rated.id, found);
    audits.push({ auditId, ...service });
  }
  return audits;
}

/** A complete sample of ten records, `justified` of them so. */
async function addSample(
  api: TestApi,
  campaignId: string,
  { auditId, serviceId }: { auditId: string; serviceId: string },
  criterionId: string,
  justified: number,
): Promise<void> {
  const sample = await insertRow(api, 'case_sample', {
    audit_id: auditId,
    campaign_id: campaignId,
    audited_service_id: serviceId,
    evidence_kind_code: 'E-REQ',
    state: 'COMPLETE',
    population_size: 100,
    list_sha256: 'a'.repeat(64),
    nonce_sha256: 'b'.repeat(64),
    listed_at: '2027-01-05T08:00:00Z',
    drawn_at: '2027-01-06T08:00:00Z',
  });
  await api.sql(
    `with drawn as (
       insert into sampled_case (id, case_sample_id, audit_id, position, record_number)
       select gen_random_uuid(), $1, $2, n, 'D-' || n from generate_series(1, 10) n returning id, position
     )
     insert into case_outcome (id, case_sample_id, audit_id, sampled_case_id, criterion_id, basis, value, first_value,
       second_value)
     select gen_random_uuid(), $1, $2, id, $3, 'AGREED', x.value, x.value, x.value
     from drawn cross join lateral (select case when position <= $4 then 'J' else 'N' end as value) x`,
    [sample, auditId, criterionId, justified],
  );
}

/** A final finding of an audit. */
export function makeFinalFinding(
  api: TestApi,
  audit: { auditId: string; campaignId: string },
  cells: Record<string, unknown>,
): Promise<string> {
  return insertRow(api, 'finding', {
    audit_id: audit.auditId,
    campaign_id: audit.campaignId,
    number: 1,
    state: 'FINAL',
    statement: `Constat propre à un seul service ${audit.auditId}`,
    ...cells,
  });
}
