import { globalId } from '../../server/kernel/ids';
import type { ApiClient, Json, TestApi } from './api';
import { makeAccount, makeAssignment, makeAuditor, makeTeamedAudit } from './factories';
import { uuidIn } from './grades-factories';

/** The values that records are given on the justification scale and on rates, by the criterion's code. */
export type Judge = (criterion: string, position: number) => string;

/** Everybody has everything right. */
export const allWell: Judge = (criterion) => (/^T1-C[12]$/.test(criterion) ? 'J' : 'YES');

/** A list of so many records in two strata, two of three in the first. */
export function caseList(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `D-${String(index + 1).padStart(4, '0')};${index % 3 === 2 ? 'enfant' : 'adulte'}`,
  );
  return ['dossier;âge', ...rows].join('\n');
}

/** An audit of justification whose team reads documents, with a client for everyone who has to do with it. */
export async function makeCaseAudit(
  api: TestApi,
  options: { state?: string; campaignId?: string; columns?: Record<string, unknown> } = {},
) {
  const audit = await makeTeamedAudit(api, { state: 'DOCUMENT_REVIEW', ...options });
  const observer = await makeAuditor(api);
  await makeAssignment(api, { auditId: audit.auditId, auditorId: observer.auditorId, seat: 'OBSERVER' });
  const reader = await makeAccount(api, { services: { [audit.serviceId]: 'SERVICE_READER' } });
  const coordinator = await makeAccount(api, { roles: ['COORDINATOR'] });
  const [kind] = await api.sql<{ id: string }>(`select id from evidence_kind where code = 'E-REQ'`);
  return {
    uuid: audit.auditId,
    auditId: globalId('Audit', audit.auditId),
    campaignId: globalId('Campaign', audit.campaignId),
    serviceId: audit.serviceId,
    evidenceKindId: globalId('EvidenceKind', kind?.id ?? ''),
    leadId: audit.lead.auditorId,
    mateId: audit.mate.auditorId,
    mateAssignmentId: audit.mateAssignmentId,
    lead: api.as(audit.lead.accountId),
    mate: api.as(audit.mate.accountId),
    observer: api.as(observer.accountId),
    manager: api.as(audit.managerId),
    reader: api.as(reader.accountId),
    coordinator: api.as(coordinator.accountId),
  };
}

export type CaseAudit = Awaited<ReturnType<typeof makeCaseAudit>>;

/** Gives the list of an audit; gives the id of its sample. */
export async function setList(audit: CaseAudit, count = 20): Promise<string> {
  const payload = await audit.manager.act(
    'caseListSet',
    { auditId: audit.auditId, evidenceKindId: audit.evidenceKindId, text: caseList(count) },
    'caseSample { id }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.caseSample.id as string;
}

/** A record of a sample as the team reads it. */
export interface DrawnCase {
  id: string;
  position: number;
  recordNumber: string;
  strata: string[];
  version: number;
}

/** A drawn sample: its id, records and criteria (by their codes). */
export interface DrawnSample {
  id: string;
  cases: DrawnCase[];
  criteria: ReadonlyMap<string, string>;
}

/** Gives a list and draws from it. */
export async function drawSample(audit: CaseAudit, { count = 20, size = 5 } = {}): Promise<DrawnSample> {
  const id = await setList(audit, count);
  const payload = await audit.lead.act(
    'caseSampleDraw',
    { caseSampleId: id, expectedVersion: 1, size },
    'caseSample { id }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return readSample(audit.lead, id);
}

/** Reads what was drawn. */
export async function readSample(client: ApiClient, id: string): Promise<DrawnSample> {
  const { data } = await client.run(
    `query ($id: ID!) { caseSample(id: $id) {
      cases(first: 100, filter: { isReplaced: false }) { nodes { id position recordNumber strata version } }
      criteria { criterion { id code } } } }`,
    { id },
  );
  const { cases, criteria } = data.caseSample;
  return {
    id,
    cases: cases.nodes,
    criteria: new Map(criteria.map(({ criterion }: Json) => [criterion.code, criterion.id])),
  };
}

/** The ratings of every record on every criterion, as rows of a batch. */
export function ratingsOf(sample: DrawnSample, judge: Judge = allWell): Record<string, unknown>[] {
  return sample.cases.flatMap(({ id, position }) =>
    [...sample.criteria].map(([code, criterionId]) => ({
      sampledCaseId: id,
      criterionId,
      value: judge(code, position),
    })),
  );
}

/** Has somebody judge every record; a batch takes 500 ratings. */
export async function judgeAll(
  client: ApiClient,
  sample: DrawnSample,
  judge: Judge = allWell,
): Promise<void> {
  const rows = ratingsOf(sample, judge);
  for (let from = 0; from < rows.length; from += 500) {
    const payload = await client.act('caseReviewsRecord', {
      caseSampleId: sample.id,
      reviews: rows.slice(from, from + 500),
    });
    if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  }
}

/** Has somebody submit his reviews; gives the state of the sample then. */
export async function submitReviews(client: ApiClient, sample: DrawnSample): Promise<string> {
  const payload = await client.act(
    'caseReviewsSubmit',
    { caseSampleId: sample.id },
    'caseSample { state } caseReviewSubmission { isOwn }',
  );
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  return payload.caseSample.state as string;
}

/** Both auditors judge everything and submit; gives the state of the sample then. */
export async function judgeByBoth(
  audit: CaseAudit,
  sample: DrawnSample,
  [lead, mate]: readonly [Judge, Judge],
): Promise<string> {
  await judgeAll(audit.lead, sample, lead);
  await judgeAll(audit.mate, sample, mate);
  await submitReviews(audit.lead, sample);
  return submitReviews(audit.mate, sample);
}

/** A third full member of the team, with his client. */
export async function addThird(api: TestApi, audit: CaseAudit): Promise<ApiClient> {
  const third = await makeAuditor(api, { profession: 'MEDICAL_PHYSICIST' });
  await makeAssignment(api, {
    auditId: audit.uuid,
    auditorId: third.auditorId,
    seat: 'MEDICAL_PHYSICIST',
  });
  return api.as(third.accountId);
}

/** The row of a sample as the database holds it. */
export async function storedSample(api: TestApi, id: string): Promise<Record<string, Json>> {
  const [row] = await api.sql('select * from case_sample where id = $1', [uuidIn(id)]);
  if (!row) throw new Error('there is no such sample');
  return row;
}
