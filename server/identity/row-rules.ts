import type { Bind, RowRule } from '../database/read-model';
import type { Viewer } from '../kernel/viewer';

/** No row at all: the answer for whom no rule speaks. */
export const NOTHING = 'false';

/** Rows that every signed-in person may see: the field's public vocabulary. */
export const everyone: RowRule = (viewer) => (viewer.accountId === null ? NOTHING : null);

/** Whether a viewer takes part in audits: observers (the authorities) and accounts without any role do not. */
export function takesPart({ accountId, roles, services }: Viewer): boolean {
  return accountId !== null && (services.size > 0 || roles.size > (roles.has('OBSERVER') ? 1 : 0));
}

/** Rows for all who take part: sites and their organisations are no business of an observer. */
export const participants: RowRule = (viewer) => (takesPart(viewer) ? null : NOTHING);

/**
 * Either condition; null (no condition) wins. The others stay in the text all the same: their values are bound already,
 * and PostgreSQL refuses a statement with a value that it never mentions. Its planner drops them.
 */
export function either(...conditions: (string | null)[]): string | null {
  const useful = conditions.filter((condition) => condition !== NOTHING);
  if (useful.length === 0) return NOTHING;
  const written = useful.filter((condition) => condition !== null);
  if (written.length === useful.length) return `(${written.join(' or ')})`;
  return written.length === 0 ? null : `(true or ${written.join(' or ')})`;
}

/** Both conditions; all stay in the text, for the same reason. */
export function both(...conditions: (string | null)[]): string | null {
  const present = conditions.filter((condition) => condition !== null);
  if (present.length < 2) return present[0] ?? null;
  return `(${present.join(' and ')})`;
}

/** Rows of one of these ids. */
export function amongIds(column: string, ids: Iterable<string>, bind: Bind): string {
  const list = [...ids];
  return list.length === 0 ? NOTHING : `${column} = any(${bind(list)}::uuid[])`;
}

/** Rows whose service a coordinator or steering member has no tie with; NOTHING for anyone else. */
export function programme(viewer: Viewer, column: string, bind: Bind): string | null {
  if (!viewer.roles.has('COORDINATOR') && !viewer.roles.has('STEERING_MEMBER')) return NOTHING;
  return viewer.walledServices.size === 0
    ? null
    : `${column} <> all(${bind([...viewer.walledServices])}::uuid[])`;
}

/** The audits a viewer may see: programme staff without a tie, the service itself, the team once it has accepted. */
export const auditRows: RowRule = (viewer, t, bind) =>
  either(
    programme(viewer, `${t}.audited_service_id`, bind),
    amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
    amongIds(`${t}.id`, viewer.assignedAudits, bind),
  );

/**
 * Rows that belong to an audit: visible when the audit is, and as far as `local` allows. Reached through an audit (or
 * something of it) that is visible already, only `local` is asked.
 */
export function ofVisibleAudit(local?: RowRule): RowRule {
  return (viewer, t, bind, within, parents) =>
    both(
      within === null
        ? `exists (select 1 from audit a where a.id = ${t}.audit_id${and(auditRows(viewer, 'a', bind, null))})`
        : null,
      local?.(viewer, t, bind, within, parents) ?? null,
    );
}

/** The viewer belongs to the team of the row's audit. */
export function ofOwnTeam(viewer: Viewer, t: string, bind: Bind): string {
  return amongIds(`${t}.audit_id`, viewer.assignedAudits, bind);
}

function and(condition: string | null): string {
  return condition === null ? '' : ` and ${condition}`;
}
