import { globalId } from '../../server/kernel/ids';
import type { TestApi } from './api';
import { insertRow, makeAccount, makeAssignment, makeAuditor, makeTeamedAudit } from './factories';

/** A section of the audit's template with its criteria, as global ids in their order. */
export interface GradableSection {
  sectionId: string;
  criterionIds: string[];
}

/** An audit ready to be graded: its sections, and a client for everyone who has to do with it. */
export async function makeGradableAudit(
  api: TestApi,
  options: { state?: string; campaignId?: string; columns?: Record<string, unknown> } = {},
) {
  const audit = await makeTeamedAudit(api, { state: 'ON_SITE', ...options });
  const observer = await makeAuditor(api);
  await makeAssignment(api, { auditId: audit.auditId, auditorId: observer.auditorId, seat: 'OBSERVER' });
  const contributor = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_CONTRIBUTOR' } });
  const coordinator = await makeAccount(api, { roles: ['COORDINATOR'] });
  const rows = await api.sql<{ section: string; criterion: string }>(
    `select s.id as section, c.id as criterion from audit a
     join section s on s.template_version_id = a.template_version_id
     join criterion c on c.section_id = s.id
     where a.id = $1 order by s.position, c.position`,
    [audit.auditId],
  );
  const sections = new Map<string, string[]>();
  for (const { section, criterion } of rows) {
    const criteria = sections.get(section) ?? [];
    sections.set(section, criteria);
    criteria.push(globalId('Criterion', criterion));
  }
  return {
    uuid: audit.auditId,
    auditId: globalId('Audit', audit.auditId),
    serviceId: audit.serviceId,
    campaignId: audit.campaignId,
    leadId: audit.lead.auditorId,
    mateId: audit.mate.auditorId,
    leadAccountId: audit.lead.accountId,
    contributorId: contributor.accountId,
    mateAssignmentId: audit.mateAssignmentId,
    lead: api.as(audit.lead.accountId),
    mate: api.as(audit.mate.accountId),
    observer: api.as(observer.accountId),
    manager: api.as(audit.managerId),
    contributor: api.as(contributor.accountId),
    coordinator: api.as(coordinator.accountId),
    sections: [...sections].map(([id, criterionIds]): GradableSection => ({
      sectionId: globalId('Section', id),
      criterionIds,
    })),
  };
}

export type GradableAudit = Awaited<ReturnType<typeof makeGradableAudit>>;

/** Inserts one grade for each criterion of a section; gives their global ids in the same order. */
export async function makeGrades(
  api: TestApi,
  audit: GradableAudit,
  section: GradableSection,
  grade: { stage: string; auditorId?: string | null; agreedById?: string | null; values: readonly string[] },
): Promise<string[]> {
  // A consensus is found by auditors who have both submitted the section.
  if (grade.stage === 'CONSENSUS') {
    for (const auditorId of [audit.leadId, audit.mateId]) {
      await api.sql(
        `insert into section_submission (id, audit_id, section_id, auditor_id)
         values (gen_random_uuid(), $1, $2, $3) on conflict do nothing`,
        [audit.uuid, uuidIn(section.sectionId), auditorId],
      );
    }
  }
  const ids: string[] = [];
  for (const [index, criterionId] of section.criterionIds.entries()) {
    const value = grade.values[index % grade.values.length];
    const id = await insertRow(api, 'grade', {
      audit_id: audit.uuid,
      campaign_id: audit.campaignId,
      criterion_id: uuidIn(criterionId),
      stage: grade.stage,
      auditor_id: grade.auditorId ?? null,
      agreed_by_auditor_id: grade.agreedById ?? null,
      value,
      reason: value?.startsWith('NOT_') ? 'hors champ' : null,
    });
    ids.push(globalId('Grade', id));
  }
  return ids;
}

/** Records that an auditor has submitted a section. */
export function makeSubmission(
  api: TestApi,
  audit: GradableAudit,
  section: GradableSection,
  auditorId: string,
): Promise<string> {
  return insertRow(api, 'section_submission', {
    audit_id: audit.uuid,
    section_id: uuidIn(section.sectionId),
    auditor_id: auditorId,
  });
}

/** The UUID within a global id. */
export function uuidIn(id: string): string {
  return Buffer.from(id, 'base64url').toString('latin1').split(':')[1] ?? '';
}
