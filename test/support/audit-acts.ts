import { globalId } from '../../server/kernel/ids';
import type { Json, TestApi } from './api';
import type { makeTeamedAudit } from './factories';

/** An audit with its team, as the factories make it. */
export type Teamed = Awaited<ReturnType<typeof makeTeamedAudit>>;

/** Who can act on an audit. */
export type Who = 'coordinator' | 'lead' | 'mate' | 'manager';

const FIELDS = `audit { state version stateReason visitOn recusalUntil teamShownAt isTeamAgreed selfAssessmentDueOn
  draftDueOn visitClosedAt closedAt safetyEscalatedAt safetyNote }`;

/** Code and path of the errors of a payload. */
export const errorsOf = (payload: Json): unknown =>
  (payload.userErrors as { code: string; path: string[] | null }[]).map(({ code, path }) => ({ code, path }));

/** Acts on audits through the API, and looks at what they leave in the database. */
export function auditActs(api: TestApi, coordinator: string) {
  const accountOf = (audit: Teamed, who: Who): string =>
    ({
      coordinator,
      lead: audit.lead.accountId,
      mate: audit.mate.accountId,
      manager: audit.managerId,
    })[who];

  /** Acts on an audit in version 1, unless `extra` says otherwise. */
  const act = (
    audit: Teamed,
    who: Who,
    mutation: string,
    extra: Record<string, unknown> = {},
  ): Promise<Json> => {
    const input = { auditId: globalId('Audit', audit.auditId), expectedVersion: 1, ...extra };
    return api.as(accountOf(audit, who)).act(mutation, input, FIELDS);
  };

  const rowOf = async (audit: { auditId: string }): Promise<{ state: string; version: number }> => {
    const [row] = await api.sql<{ state: string; version: number }>('select * from audit where id = $1', [
      audit.auditId,
    ]);
    if (!row) throw new Error('no such audit');
    return row;
  };

  const assignmentStates = async (audit: { auditId: string }): Promise<string[]> => {
    const rows = await api.sql<{ state: string }>(
      'select state from assignment where audit_id = $1 order by seat',
      [audit.auditId],
    );
    return rows.map(({ state }) => state);
  };

  /** The act is refused with this code, and the audit is exactly as before. */
  const expectRefused = async (
    audit: Teamed,
    who: Who,
    mutation: string,
    code: string,
    extra: Record<string, unknown> = {},
  ): Promise<void> => {
    const before = await rowOf(audit);
    const payload = await act(audit, who, mutation, extra);
    expect((payload.userErrors as { code: string }[]).map((error) => error.code)).toEqual([code]);
    expect(payload.audit).toBeNull();
    expect(await rowOf(audit)).toEqual(before);
  };

  return { accountOf, act, rowOf, assignmentStates, expectRefused };
}
