import type { TestApi } from './api';
import { insertRow } from './factories';

/** Another region than that of the services that tests make: nobody there competes with them. */
export const FAR_AWAY = { department_code: '2A', region_code: '94', latitude: 41.9, longitude: 8.7 };

/** An interest of the auditor's signed declaration. */
export async function makeInterest(
  api: TestApi,
  interest: {
    auditorId: string;
    kind: string;
    organisationId?: string;
    serviceId?: string;
    from?: string;
    to?: string | null;
  },
): Promise<string> {
  const [declaration] = await api.sql<{ id: string }>(
    `select id from declaration_of_interests where auditor_id = $1 and state = 'SIGNED'`,
    [interest.auditorId],
  );
  return insertRow(api, 'interest', {
    declaration_id: declaration?.id,
    position: 1,
    kind: interest.kind,
    description: 'Un secret de la déclaration',
    organisation_id: interest.organisationId ?? null,
    audited_service_id: interest.serviceId ?? null,
    from_date: interest.from ?? null,
    to_date: interest.to ?? null,
  });
}

/** A recorded fact; its sides are columns of the table. */
export function makeFact(
  api: TestApi,
  fact: { kind: string; from?: string; to?: string | null } & Record<string, unknown>,
): Promise<string> {
  const { from, to, ...columns } = fact;
  return insertRow(api, 'conflict_fact', {
    description: 'un fait d’essai',
    source: 'DECLARED',
    from_date: from ?? '2010-01-01',
    to_date: to ?? null,
    ...columns,
  });
}

/** A conflict that came to a member of an audit and waits for a decision: his assignment is frozen. */
export async function makeOpenAlert(api: TestApi, auditId: string, auditorId: string): Promise<string> {
  const [seat] = await api.sql<{ id: string }>(
    'select id from assignment where audit_id = $1 and auditor_id = $2',
    [auditId, auditorId],
  );
  return insertRow(api, 'conflict_alert', {
    audit_id: auditId,
    assignment_id: seat?.id,
    auditor_id: auditorId,
    rule_code: 'C09',
    rule_number: 1,
    predicate: 'COMPETITOR',
    level: 'REVIEW',
    facts: '[]',
    cause: 'affiliationDeclare',
    found_at: api.clock.now().toISOString(),
  });
}

/** Somebody has decided: the assignment is no longer frozen. */
export async function decideAlert(api: TestApi, id: string): Promise<void> {
  await api.sql(`update conflict_alert set state = 'OVERRIDDEN', resolved_at = now() where id = $1`, [id]);
}
