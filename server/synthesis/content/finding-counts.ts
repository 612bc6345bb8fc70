import type { Ask } from '../../database/read-model';
import type { FindingKind, FindingSeverity } from '../../findings';
import { isToldCount, serviceShare, type ServiceShare } from '../disclosure/told-count';

/** How many services have findings of a kind on a criterion. */
export interface FindingCount {
  /** Code of the criterion; null over all of them. */
  criterion: string | null;
  kind: FindingKind;
  /** Of non-conformities alone; null over all of them. */
  severity: FindingSeverity | null;
  services: ServiceShare;
}

interface CountRow {
  criterion: string | null;
  kind: FindingKind;
  severity: FindingSeverity | null;
  services: number;
  isOfCriterion: boolean;
}

/** Kinds that are no reproach: that all services have one tells on none. */
const HARMLESS: ReadonlySet<FindingKind> = new Set(['STRENGTH', 'REMARKABLE_PRACTICE']);

const COUNTS = `
  with final as (
    select a.audited_service_id, f.criterion_id, f.kind, f.severity
    from finding f join audit a on a.id = f.audit_id
    where a.campaign_id = $1 and f.state = 'FINAL' and a.report_issued_at is not null and a.state <> 'CANCELLED'
  )
  select c.code as criterion, x.kind, x.severity, x.services, x.is_of_criterion as "isOfCriterion"
  from (
    select criterion_id, kind, severity, count(distinct audited_service_id)::int as services,
      grouping(criterion_id) = 0 as is_of_criterion, grouping(severity) = 0 as of_severity
    from final group by grouping sets ((kind), (kind, severity), (kind, criterion_id))
  ) x
  left join criterion c on c.id = x.criterion_id
  where (x.is_of_criterion and x.criterion_id is not null)
    or (not x.is_of_criterion and (x.severity is not null or not x.of_severity))
  order by x.is_of_criterion, x.services desc, c.position, x.kind, x.severity nulls first`;

/**
 * Findings of the issued reports, grouped: how many services have one of a kind, of a severity, on a criterion, the most
 * frequent first. Never what they say. Only counts that may stand by themselves are there.
 * @param services number of services whose report is out
 */
export async function findingCounts(
  sql: Ask,
  campaignId: string,
  services: number,
  least: number,
): Promise<FindingCount[]> {
  const rows = await sql<CountRow>(COUNTS, [campaignId]);
  return rows
    .filter((row) => row.services > 0 && isToldCount(row.services, services, least, HARMLESS.has(row.kind)))
    .map(({ criterion, kind, severity, services: count }) => ({
      criterion,
      kind,
      severity,
      services: serviceShare(count, services),
    }));
}
