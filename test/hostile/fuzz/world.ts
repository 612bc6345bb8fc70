import { readModels } from '../../../server/graphql/read-models';
import { globalId } from '../../../server/kernel/ids';
import type { TestApi } from '../../support/api';
import { insertRow, makeAccount, makeCoordinator } from '../../support/factories';
import {
  gradeAll,
  makeAction,
  makeAuditIn,
  makeFinding,
  makeNote,
  makeReply,
  type AuditInState,
} from '../../support/findings-factories';
import { plantCanaries } from './canaries';
import type { IdPool } from './values';

/** Who asks, by account; null for a caller without a token. */
export interface Asker {
  name: string;
  accountId: string | null;
  /** Roles that could hand the secrets out to others only read, since then a leak would be none. */
  isWriting: boolean;
  /** Whether he may read what the first service keeps to itself. */
  isEntitled: boolean;
}

/** Two services with all that an audit leaves behind, and everyone who has to do with them. */
export async function makeWorld(
  api: TestApi,
): Promise<{ askers: Asker[]; planted: number; secretAuditId: string }> {
  const secret = await furnish(api, await makeAuditIn(api, 'FOLLOW_UP'));
  await furnish(api, await makeAuditIn(api, 'DRAFT_REPORT'), secret.serviceId);
  const own = await furnish(api, await makeAuditIn(api, 'CONTRADICTORY'));
  await furnish(api, await makeAuditIn(api, 'ON_SITE'), own.serviceId);
  const planted = await plantCanaries(api, secret.serviceId);
  const account = async (options: Parameters<typeof makeAccount>[1]): Promise<string> =>
    (await makeAccount(api, options)).accountId;
  const outside = { isEntitled: false };
  const askers: Asker[] = [
    { ...outside, name: 'manager of the other service', accountId: own.managerId, isWriting: true },
    {
      ...outside,
      name: 'contributor of the other service',
      accountId: await account({ services: { [own.serviceId]: 'SERVICE_CONTRIBUTOR' } }),
      isWriting: true,
    },
    { ...outside, name: 'auditor of the other service', accountId: own.lead.accountId, isWriting: true },
    { ...outside, name: 'observer', accountId: await account({ roles: ['OBSERVER'] }), isWriting: true },
    { ...outside, name: 'nobody', accountId: null, isWriting: true },
    { ...outside, name: 'administrator', accountId: await account({ roles: ['ADMIN'] }), isWriting: false },
    { name: 'coordinator', accountId: await makeCoordinator(api), isWriting: false, isEntitled: true },
    { name: 'manager of the first service', accountId: secret.managerId, isWriting: false, isEntitled: true },
  ];
  return { askers, planted, secretAuditId: globalId('Audit', secret.auditId) };
}

/** Gives an audit everything that one can have, under its own service unless another is named. */
async function furnish(
  api: TestApi,
  audit: AuditInState,
  serviceId = audit.serviceId,
): Promise<AuditInState> {
  if (serviceId !== audit.serviceId)
    await api.sql('update audit set audited_service_id = $1 where id = $2', [serviceId, audit.auditId]);
  const served = { ...audit, serviceId };
  await gradeAll(api, served);
  await makeFinding(api, served);
  const finding = await makeFinding(api, served, { state: 'FINAL' });
  await makeReply(api, served, finding, {
    disposition: 'REJECTED',
    disposition_reason: 'No.',
    disposed_at: '2027-01-10T08:00:00Z',
  });
  const action = await makeAction(api, served, { finding_id: finding, cause: 'Habit.', containment: 'Now.' });
  await makeNote(api, served, action);
  await insertRow(api, 'application', {
    campaign_id: served.campaignId,
    audited_service_id: serviceId,
    state: 'CONFIRMED',
    motivation: 'We would like to know.',
  });
  await insertRow(api, 'evidence', {
    audit_id: served.auditId,
    audited_service_id: serviceId,
    kind: 'NOTE',
    state: 'CLEAN',
    title: 'Minutes',
    note: 'We met.',
    created_by_id: served.managerId,
  });
  await insertRow(api, 'recusal', {
    audit_id: served.auditId,
    assignment_id: served.mateAssignmentId,
    state: 'REFUSED',
    reason: 'A quarrel.',
    decide_by: '2027-01-05',
    decision_reason: 'Long ago.',
    filed_by_id: served.managerId,
  });
  await insertRow(api, 'report', {
    audit_id: served.auditId,
    number: 1,
    content: '{}',
    sha256: '0'.repeat(64),
  });
  return served;
}

/** The ids of everything that can be read by an id. */
export async function everyId(api: TestApi): Promise<IdPool> {
  const pool = new Map<string, string[]>();
  for (const { type, table } of readModels.values()) {
    const [known] = await api.sql<{ has: boolean }>(
      `select exists (select 1 from information_schema.columns where table_name = $1 and column_name = 'id') as has`,
      [table],
    );
    if (!known?.has) continue;
    const rows = await api.sql<{ id: string }>(`select id from "${table}" order by ctid limit 60`);
    pool.set(
      type,
      rows.map(({ id }) => globalId(type, id)),
    );
  }
  return pool;
}
