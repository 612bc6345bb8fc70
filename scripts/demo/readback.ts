import {
  CampaignTableDocument,
  CountOverdueDocument,
  ServiceTableDocument,
  TeamTableDocument,
  type CampaignTableQuery,
  type TeamTableQuery,
} from './generated/operations';
import { atOnce } from './at-once';
import { RequestFailed } from './client';
import { TABLES, tallyOf, type Table, type Tally } from './ledger';
import { leadOf, type Stage } from './stage';

type AuditRead = NonNullable<CampaignTableQuery['campaign']>['audits']['nodes'][number];
type TeamRead = NonNullable<TeamTableQuery['audit']>;

/** What the API says of a campaign, counted. */
export interface Reading {
  campaign: string;
  tables: Record<Table, Tally>;
  /** Share of the criteria graded by both auditors on which they gave the same grade; null when there are none. */
  agreement: number | null;
  conflictsOverridden: number;
  overdueActions: number;
}

/**
 * Reads the whole campaign back: as the coordination what it sees, as the services their evidence and
 * self-assessments, as the lead auditors the grades and findings.
 */
export async function readBack(stage: Stage): Promise<Reading> {
  const labels = new Map<Table, string[]>(TABLES.map((table) => [table, []]));
  const put = (table: Table, ...found: string[]): void => void labels.get(table)?.push(...found);
  const { state, applications, audits } = await readCampaign(stage);
  put('applications', ...applications.map((application) => application.state));
  for (const audit of audits) {
    put('audits', audit.state);
    put('assignments', ...audit.assignments.nodes.map((assignment) => assignment.state));
    put('recusals', ...audit.recusals.nodes.map((recusal) => recusal.state));
    put('reports', ...audit.reports.nodes.map(({ number }) => `version ${number}`));
    put('actions', ...audit.correctiveActions.nodes.map((action) => action.state));
  }
  const pairs: boolean[] = [];
  await atOnce(
    stage.cases.filter(({ id }) => id !== ''),
    async (audit) => {
      const own = await audit.service.manager.query(ServiceTableDocument, { id: audit.id });
      const shown = own.audit?.evidence.nodes ?? [];
      put('evidence', ...shown.map(({ kind, state: at }) => (kind === 'FILE' ? `FILE ${at}` : kind)));
      put('verdicts', ...shown.flatMap(({ verdict }) => (verdict ? [verdict.value] : [])));
      put('requests', ...(own.audit?.evidenceRequests.nodes ?? []).map((request) => request.state));
      put('grades', ...repeated('SELF', own.audit?.self.totalCount));
      const { audit: seen } = await leadOf(audit).auditor.client.query(TeamTableDocument, { id: audit.id });
      if (!seen) return;
      put('grades', ...repeated('AUDITOR', seen.auditor.totalCount));
      put('grades', ...repeated('CONSENSUS', seen.consensus.totalCount));
      pairs.push(...agreements(seen));
      for (const { kind, severity, state: at, reply } of seen.findings.nodes) {
        put('findings', [kind, severity, at].filter(Boolean).join(' '));
        if (reply) put('replies', reply.kind);
        if (reply?.disposition) put('dispositions', reply.disposition);
      }
    },
  );
  return {
    campaign: state,
    tables: Object.fromEntries([...labels].map(([table, found]) => [table, tallyOf(found)])) as Record<
      Table,
      Tally
    >,
    agreement: pairs.length === 0 ? null : pairs.filter(Boolean).length / pairs.length,
    conflictsOverridden: audits
      .flatMap(({ conflicts }) => conflicts.nodes)
      .filter(({ overrideReason }) => overrideReason !== null).length,
    overdueActions: await countOverdue(stage),
  };
}

/** How many corrective actions of the campaign are overdue, on the day that the server's clock shows. */
export async function countOverdue({ coordinator, campaign }: Stage): Promise<number> {
  const { correctiveActions } = await coordinator.query(CountOverdueDocument, { campaignIds: [campaign.id] });
  return correctiveActions?.totalCount ?? 0;
}

async function readCampaign({ coordinator, campaign }: Stage) {
  const audits: AuditRead[] = [];
  for (let after: string | null = null; ;) {
    const read: CampaignTableQuery = await coordinator.query(CampaignTableDocument, {
      id: campaign.id,
      after,
    });
    if (!read.campaign) throw new RequestFailed('the coordination does not see its campaign');
    audits.push(...read.campaign.audits.nodes);
    const { pageInfo } = read.campaign.audits;
    if (!pageInfo.hasNextPage) {
      return { state: read.campaign.state, applications: read.campaign.applications.nodes, audits };
    }
    after = pageInfo.endCursor ?? null;
  }
}

function repeated(label: string, count: number | null | undefined): string[] {
  return Array.from({ length: count ?? 0 }, () => label);
}

/** For each criterion that two auditors graded: whether they gave the same grade. */
function agreements({ auditor }: TeamRead): boolean[] {
  const given = new Map<string, string[]>();
  for (const { criterion, value } of auditor.nodes) {
    if (criterion) given.set(criterion.id, [...(given.get(criterion.id) ?? []), value]);
  }
  return [...given.values()].filter(({ length }) => length === 2).map(([first, second]) => first === second);
}
