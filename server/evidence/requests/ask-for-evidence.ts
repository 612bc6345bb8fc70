import { requireAudit, requireState, subjectOf, type Audit } from '../../audits';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { criteriaNamed, evidenceKindCode } from '../evidence-links';
import { requireDecider } from '../require-decider';
import { EvidenceRequest } from './evidence-request.entity';
import { ASKING_STATES, evidenceRequestStates } from './evidence-request.states';
import { requestDueDate } from './request-due-date';

/** What the team wants to see. */
export interface EvidenceRequestCreateInput {
  id?: string | null;
  auditId: string;
  /** What exactly. */
  text: string;
  /** What of the catalogue it is. */
  evidenceKindId?: string | null;
  criterionIds?: readonly string[] | null;
  /** Last day to answer; left out: the day on which the campaign wants the documents complete. */
  dueOn?: string | null;
}

/** Which audit, and by when. */
export interface EvidenceRequestsFromTemplateInput {
  auditId: string;
  dueOn?: string | null;
}

/**
 * Asks the service to show something.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION (the audit is elsewhere), OBSERVER_DOES_NOT_DECIDE,
 *   ASSIGNMENT_FROZEN, CRITERION_NOT_IN_TEMPLATE, DUE_DATE_PAST, DUE_DATE_NEEDED, ID_TAKEN
 */
export async function askForEvidence(
  uow: UnitOfWork,
  input: EvidenceRequestCreateInput,
): Promise<{ evidenceRequest: string }> {
  const act = 'evidenceRequestCreate';
  const { audit, auditorId } = await openAsking(uow, act, input.auditId);
  const criteria = await criteriaNamed(uow, audit, input.criterionIds ?? []);
  const evidenceRequest = await uow.insert(EvidenceRequest, {
    ...(input.id ? { id: input.id } : {}),
    ...ofAudit(audit, auditorId),
    evidenceKindCode: await evidenceKindCode(uow, input.evidenceKindId),
    text: input.text,
    dueOn: await requestDueDate(uow, audit, input.dueOn),
  });
  await linkRequests(uow, [evidenceRequest], [criteria]);
  record(uow, act, audit, evidenceRequest);
  return { evidenceRequest };
}

/**
 * Asks at once for all documents that the criteria of the audit's template want to see: one request for each kind of the
 * catalogue, for all criteria that need it, since one answer serves them all. What was asked for so before is left out,
 * unless it was withdrawn. Each says what it wants by the name of its kind, in the language of whoever asks.
 * @throws Refusal as `askForEvidence`, and TEMPLATE_ASKS_NOTHING_MORE
 */
export async function askFromTemplate(
  uow: UnitOfWork,
  input: EvidenceRequestsFromTemplateInput,
): Promise<{ evidenceRequests: string[] }> {
  const act = 'evidenceRequestsFromTemplate';
  const { audit, auditorId } = await openAsking(uow, act, input.auditId);
  const needs = await uow.sql<{ code: string; label: Record<'fr' | 'en', string>; criteria: string[] }>(
    NEEDS,
    [audit.templateVersionId, audit.id],
  );
  if (needs.length === 0) refuse('TEMPLATE_ASKS_NOTHING_MORE', ['input', 'auditId']);
  const dueOn = await requestDueDate(uow, audit, input.dueOn);
  const ids: string[] = [];
  for (const { code, label } of needs) {
    const id = await uow.insert(EvidenceRequest, {
      ...ofAudit(audit, auditorId),
      evidenceKindCode: code,
      isFromTemplate: true,
      text: label[uow.viewer.locale],
      dueOn,
    });
    ids.push(id);
    record(uow, act, audit, id);
  }
  await linkRequests(
    uow,
    ids,
    needs.map(({ criteria }) => criteria),
  );
  return { evidenceRequests: ids };
}

/** Documents that the criteria of a version ($1) ask for and that nobody has asked the audit ($2) for. */
const NEEDS = `
  select k.code, json_build_object('fr', k.label_fr, 'en', k.label_en) as label, array_agg(distinct c.id) as criteria
  from criterion c
  cross join jsonb_array_elements(c.evidence) need
  join evidence_kind k on k.code = need ->> 'ref' and k.type = 'DOCUMENT'
  where c.template_version_id = $1 and not exists (
    select 1 from evidence_request r
    where r.audit_id = $2 and r.evidence_kind_code = k.code and r.is_from_template and r.state <> 'WITHDRAWN')
  group by k.id
  order by k.code`;

async function openAsking(uow: UnitOfWork, act: string, auditId: string) {
  const audit = await requireAudit(uow, auditId, ['input', 'auditId']);
  authorise(uow, act, subjectOf(audit));
  requireState(audit, ASKING_STATES);
  return { audit, auditorId: await requireDecider(uow, audit) };
}

function ofAudit(audit: Audit, auditorId: string): Partial<EvidenceRequest> {
  return {
    auditId: audit.id,
    auditedServiceId: audit.auditedServiceId,
    state: evidenceRequestStates.initial,
    askedByAuditorId: auditorId,
  };
}

/** Links each request to its criteria, in one statement. */
async function linkRequests(
  uow: UnitOfWork,
  requests: readonly string[],
  criteria: readonly (readonly string[])[],
): Promise<void> {
  const pairs = requests.flatMap((request, index) => (criteria[index] ?? []).map((one) => [request, one]));
  await uow.sql(
    `insert into evidence_request_criterion (evidence_request_id, criterion_id)
     select * from unnest($1::uuid[], $2::uuid[])`,
    [pairs.map(([request]) => request), pairs.map(([, criterion]) => criterion)],
  );
}

function record(uow: UnitOfWork, act: string, audit: Audit, id: string): void {
  uow.record({ act, objectType: 'EvidenceRequest', objectId: id, campaignId: audit.campaignId });
}
