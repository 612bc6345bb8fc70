import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import type { Audit } from './audit.entity';
import { comparableSections, gradersOf, requireGrader, submittedSections } from './graders';
import { requireAudit, requireState, subjectOf } from './require-audit';
import { differencesOf, proposalsFor } from './measure-difference';
import { GRADING_STATES, noteGrades } from './record-grade';
import { SectionSubmission } from './section-submission.entity';

/** The section that an auditor has graded for good. */
export interface SectionSubmitInput {
  id?: string | null;
  auditId: string;
  sectionId: string;
}

const PATH = ['input', 'sectionId'];

/**
 * Submits a section: the viewer's grades of it are closed, and open to his team mates once each of them has submitted.
 * The last submission turns the criteria on which all agree into consensus grades.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION, OBSERVER_DOES_NOT_GRADE, SECTION_SUBMITTED,
 *   SECTION_INCOMPLETE, MEASURE_DIFFERENCE_UNEXPLAINED
 */
export async function submitSection(
  uow: UnitOfWork,
  input: SectionSubmitInput,
): Promise<{ sectionSubmission: string; consensusGrades: string[] }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'sectionSubmit', subjectOf(audit));
  requireState(audit, GRADING_STATES);
  const auditorId = await requireGrader(uow, audit);
  const [section] = await uow.sql<{ id: string; missing: number }>(
    `select s.id, (select count(*)::int from criterion c where c.section_id = s.id and not exists (
         select 1 from grade g
         where g.audit_id = $2 and g.criterion_id = c.id and g.stage = 'AUDITOR' and g.auditor_id = $3)) as missing
     from section s where s.id = $1 and s.template_version_id = $4`,
    [uuidOf('Section', input.sectionId), audit.id, auditorId, audit.templateVersionId],
  );
  if (!section) refuse('NOT_FOUND', PATH);
  if ((await submittedSections(uow, audit.id, auditorId)).has(section.id)) refuse('SECTION_SUBMITTED', PATH);
  if (section.missing > 0) refuse('SECTION_INCOMPLETE', PATH, { missing: section.missing });
  const differences = await differencesOf(
    uow,
    { auditId: audit.id, stage: 'AUDITOR', auditorId },
    `g.audit_id = $1 and g.stage = 'AUDITOR' and g.auditor_id = $2 and c.section_id = $3`,
    [audit.id, auditorId, section.id],
  );
  for (const requireExplained of differences.values()) requireExplained(PATH);
  const sectionSubmission = await uow.insert(SectionSubmission, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    sectionId: section.id,
    auditorId,
  });
  const isComplete = (await comparableSections(uow, audit.id)).has(section.id);
  const consensusGrades = isComplete ? await agreeOnEqualGrades(uow, audit, section.id, auditorId) : [];
  noteGrades(uow, 'sectionSubmit', { audit }, 'SectionSubmission', sectionSubmission);
  return { sectionSubmission, consensusGrades };
}

/**
 * Writes the consensus on criteria that every grader judged alike: as if the first of the others had proposed it and
 * the one who submits now had agreed. A consensus that an earlier team reached stays; a judgement that differs from what is
 * measured of the team, and that nobody explained, is left to be proposed.
 */
async function agreeOnEqualGrades(
  uow: UnitOfWork,
  audit: Audit,
  sectionId: string,
  submitterId: string,
): Promise<string[]> {
  const graders = await gradersOf(uow, audit.id);
  const proposerId = graders.find((auditorId) => auditorId !== submitterId);
  const criteria = await uow.sql<{ id: string }>('select id from criterion where section_id = $1', [
    sectionId,
  ]);
  const proposals = await proposalsFor(
    uow,
    { auditId: audit.id, stage: 'CONSENSUS', auditorId: null },
    criteria.map(({ id }) => id),
  );
  const proposed = [[...proposals.keys()], [...proposals.values()]];
  const rows = await uow.sql<{ id: string }>(
    `insert into grade (id, audit_id, campaign_id, criterion_id, stage, auditor_id, agreed_by_auditor_id, value, reason)
     select gen_random_uuid(), $1, $2, g.criterion_id, 'CONSENSUS', $3, $4, min(g.value),
       string_agg(distinct g.reason, ' / ' order by g.reason)
     from grade g join criterion c on c.id = g.criterion_id
     left join unnest($8::uuid[], $9::text[]) as p (criterion_id, value) on p.criterion_id = g.criterion_id
     left join grade_difference d on d.id = g.id
     where g.audit_id = $1 and g.stage = 'AUDITOR' and c.section_id = $5 and g.auditor_id = any($6::uuid[])
     group by g.criterion_id, p.value having count(*) = $7 and min(g.value) = max(g.value)
       and (p.value is null or p.value = min(g.value) or count(coalesce(d.reason, g.reason)) > 0)
     on conflict do nothing returning id`,
    [audit.id, audit.campaignId, proposerId, submitterId, sectionId, graders, graders.length, ...proposed],
  );
  const written = rows.map(({ id }) => id);
  if (proposals.size > 0 && written.length > 0)
    await uow.sql(
      `insert into grade_difference (id, proposed_value, reason)
       select k.id, p.value, string_agg(distinct coalesce(d.reason, g.reason), ' / ' order by coalesce(d.reason, g.reason))
       from grade k
       join unnest($2::uuid[], $3::text[]) as p (criterion_id, value) on p.criterion_id = k.criterion_id and p.value <> k.value
       join grade g on g.audit_id = k.audit_id and g.criterion_id = k.criterion_id and g.stage = 'AUDITOR'
         and g.auditor_id = any($4::uuid[])
       left join grade_difference d on d.id = g.id
       where k.id = any($1::uuid[])
       group by k.id, p.value`,
      [written, ...proposed, graders],
    );
  return written;
}
