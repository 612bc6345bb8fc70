import { createHash } from 'node:crypto';
import type { AuditState } from '../../../server/audits/audit.states';
import { isFrom, type WorldAudit } from './world-audits';
import { worldId, type WorldRows } from './world-rows';

/** States in which a plan was accepted. */
const ACCEPTED: readonly AuditState[] = ['FOLLOW_UP', 'CLOSED'];

const frozen = (text: string) => {
  const content = JSON.stringify({ document: text });
  return { content, sha256: createHash('sha256').update(content).digest('hex') };
};

/** What each audience reads of the first version of a report, the accepted plan, an attestation. */
export function addReportDocuments(
  rows: WorldRows,
  { name, id, state, service, serviceId }: WorldAudit,
): void {
  if (!isFrom(state, 'REPORT_ISSUED')) return;
  const of = { audit_id: id, audited_service_id: serviceId };
  const report_id = worldId('report', `${name}/v1`);
  for (const audience of ['SERVICE', 'G4', 'PUBLIC'])
    rows.add('report_variant', `${name}/v1/${audience}`, {
      ...of,
      report_id,
      audience,
      ...frozen(`${name} ${audience}`),
    });
  if (ACCEPTED.includes(state))
    rows.add('plan_document', name, { ...of, report_id, ...frozen(`Plan ${name}`) });
  rows.add('attestation', name, {
    ...of,
    note: `Attestation ${name}`,
    issued_by_id: worldId('account', `manager ${service}`),
  });
}
