import {
  DownloadReportDocument,
  NodeTypeDocument,
  ReportDocumentsDocument,
  VisibleAuditsDocument,
} from './generated/operations';
import { leadOf, type Checks, type Stage } from './stage';

/** An empty list of facts. A fact that is looked at several times must hold each time. */
export function createChecks(): Checks {
  const passed: string[] = [];
  const failed: string[] = [];
  return {
    passed,
    failed,
    hold: (fact, isTrue) => void (isTrue ? passed : failed).push(fact),
  };
}

/** Looks through the eyes of people who must not see something. */
export async function checkWalls(stage: Stage): Promise<void> {
  const { checks, observer } = stage;
  const [one, other] = stage.cases.filter(({ team }) => team.length > 0);
  if (!one || !other) return;
  const asOther = await other.service.manager.query(NodeTypeDocument, { id: one.id });
  checks.hold('service B cannot read the audit of service A by its id', asOther.node === null);
  await checkReports(stage);
  const own = await one.service.manager.query(VisibleAuditsDocument, {});
  const isOwn = (own.audits?.nodes ?? []).some(({ id }) => id === one.id);
  const isForeign = (own.audits?.nodes ?? []).some(({ id }) => id === other.id);
  checks.hold('a service lists its own audit and no other of the campaign', isOwn && !isForeign);
  const seen = await observer.query(VisibleAuditsDocument, {});
  checks.hold('an observer sees no audit', seen.audits?.totalCount === 0 && seen.audits.nodes.length === 0);
  const outsider = stage.auditors.find((auditor) => one.team.every((member) => member.auditor !== auditor));
  const asOutsider = await outsider?.client.query(NodeTypeDocument, { id: one.id });
  checks.hold('an auditor of another team cannot read the audit', asOutsider?.node === null);
  const asLead = await leadOf(one).auditor.client.query(NodeTypeDocument, { id: one.id });
  checks.hold('the lead of the team reads the audit', asLead.node?.__typename === 'Audit');
}

/** A service asks for the report of another one in every way that there is. */
async function checkReports({ cases, checks, ledger }: Stage): Promise<void> {
  const one = cases.find(({ id }) => ledger.labelOf('audits', id) === 'CLOSED');
  const other = cases.find(({ id, team }) => id !== one?.id && team.length > 0);
  if (!one || !other) return;
  const own = await one.service.manager.query(ReportDocumentsDocument, { auditId: one.id });
  const report = own.audit?.reports.nodes.at(0);
  if (!report) return checks.hold('a service reads its own report', false);
  const { manager } = other.service;
  const [byAudit, byId, downloads] = await Promise.all([
    manager.query(ReportDocumentsDocument, { auditId: one.id }),
    manager.query(NodeTypeDocument, { id: report.id }),
    Promise.all(
      (['SERVICE', 'G4', 'PUBLIC'] as const).map((audience) =>
        manager.attempt(DownloadReportDocument, {
          reportId: report.id,
          audience,
          format: 'PDF',
          language: 'fr',
        }),
      ),
    ),
  ]);
  checks.hold(
    'service B cannot read the report of service A, whole or in part',
    byAudit.audit === null && byId.node === null,
  );
  checks.hold(
    'service B cannot download the report of service A either',
    downloads.every(({ download, userErrors }) => !download && userErrors[0]?.code === 'NOT_FOUND'),
  );
}
