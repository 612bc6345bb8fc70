import { globalId } from '../../../server/kernel/ids';

/**
 * Who answers: this API, the same without its two walls, flat SQL behind a bare http server, PostGraphile on the same tables
 * behind the second wall.
 */
export const VARIANTS = ['api', 'unwalled', 'floor', 'postgraphile'] as const;
export type Variant = (typeof VARIANTS)[number];

/** One question that every variant answers with the same JSON. */
export interface Question {
  name: 'campaign' | 'audit' | 'campaigns';
  what: string;
  /** The target against the floor is for the two big answers. */
  isBig: boolean;
  /** Gives the ids that requests go through in turn, one column `id`; null for a question without a variable. */
  ids: string | null;
  api: string;
  /** Aliases give PostGraphile's generated names the words of our API. */
  postgraphile: string;
}

/** The questions of the bench. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'campaign',
    what: 'one campaign, 50 audits, each with its service, 10 findings and their criteria',
    isBig: true,
    ids: 'select id from campaign order by code',
    api: `query Campaign($id: ID!) {
      campaign(id: $id) { code title state
        audits(first: 50) { nodes { reference state visitOn
          auditedService { name regionName }
          findings(first: 20) { nodes { number kind severity statement criterion { code textFr } } } } } } }`,
    postgraphile: `query Campaign($id: UUID!) {
      campaign: campaignByRowId(rowId: $id) { code title state
        audits: auditsByCampaignId(first: 50, orderBy: [REFERENCE_ASC]) { nodes { reference state visitOn
          auditedService: auditedServiceByAuditedServiceId { name regionName }
          findings: findingsByAuditId(first: 20, orderBy: [NUMBER_ASC]) { nodes { number kind severity statement
            criterion: criterionByCriterionId { code textFr } } } } } } }`,
  },
  {
    name: 'audit',
    what: 'one audit with 100 of its grades and their criteria',
    isBig: true,
    ids: 'select id from audit where report_issued_at is not null order by reference',
    api: `query Audit($id: ID!) {
      audit(id: $id) { reference state
        grades(first: 100) { nodes { stage value reason comment minutes criterion { code isCritical } } } } }`,
    postgraphile: `query Audit($id: UUID!) {
      audit: auditByRowId(rowId: $id) { reference state
        grades: gradesByAuditId(first: 100, orderBy: [CREATED_AT_ASC]) { nodes { stage value reason comment minutes
          criterion: criterionByCriterionId { code isCritical } } } } }`,
  },
  {
    name: 'campaigns',
    what: 'a list of 20 campaigns',
    isBig: false,
    ids: null,
    api: `query Campaigns { campaigns(first: 20) { nodes { code title state visitsFrom visitsTo } } }`,
    postgraphile: `query Campaigns {
      campaigns: allCampaigns(first: 20, orderBy: [CREATED_AT_ASC]) {
        nodes { code title state visitsFrom visitsTo } } }`,
  },
];

/** One HTTP request, as the load generator and `fetch` both take it. */
export interface BenchRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/**
 * The requests of a question to one variant: the same ids in the same order for each.
 * @param headers what the server asks of every request
 */
export function requestsOf(
  variant: Variant,
  question: Question,
  ids: readonly string[],
  headers: Record<string, string>,
): BenchRequest[] {
  const numbered = question.ids === null ? [null] : ids;
  if (variant === 'floor') {
    return numbered.map((id) => ({
      method: 'GET',
      path: id === null ? `/${question.name}` : `/${question.name}/${id}`,
      headers,
    }));
  }
  return numbered.map((id) => ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', 'accept-language': 'fr', ...headers },
    body: JSON.stringify({
      query: question[variant === 'unwalled' ? 'api' : variant],
      variables: variablesOf(variant, question, id),
    }),
  }));
}

function variablesOf(variant: Variant, question: Question, id: string | null): Record<string, string> {
  if (id === null) return {};
  const type = question.name === 'audit' ? 'Audit' : 'Campaign';
  return { id: variant === 'postgraphile' ? id : globalId(type, id) };
}
