import type { Audit } from '../audits';
import type { UnitOfWork } from '../database/unit-of-work';
import { refuse } from '../kernel/outcome';
import { FrozenPlan, freezeDocument, type PlanDocument } from '../reports';

const ACTIONS = `
  select f.number as finding, c.title, c.cause, c.containment, c.owner_name as "ownerName", c.due_on as "dueOn",
    c.effectiveness_due_on as "effectivenessDueOn"
  from corrective_action c join finding f on f.id = c.finding_id
  where c.audit_id = $1
  order by f.number, c.due_on, c.created_at, c.id`;

/**
 * Freezes the plan as it is accepted, as an annex that names the report in force by its hash; amendments of the report that
 * come later leave it as it is.
 * @returns its hash
 * @throws Refusal REPORT_MISSING
 */
export async function freezePlan(uow: UnitOfWork, audit: Audit): Promise<string> {
  const [report] = await uow.sql<{ id: string; number: number; sha256: string }>(
    'select id, number, sha256 from report where audit_id = $1 order by number desc limit 1',
    [audit.id],
  );
  if (!report) refuse('REPORT_MISSING');
  const acceptedAt = uow.now().toISOString();
  const { content, sha256 } = freezeDocument({
    schema: { name: 'vis-a-vis/plan', version: 1 },
    report: { number: report.number, sha256: report.sha256 },
    acceptedAt,
    actions: await uow.sql<PlanDocument['actions'][number]>(ACTIONS, [audit.id]),
  } satisfies PlanDocument);
  await uow.insert(FrozenPlan, {
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    reportId: report.id,
    content,
    sha256,
    // The content names its own instant, so the row cannot wait for the database's.
    createdAt: acceptedAt,
  });
  return sha256;
}
