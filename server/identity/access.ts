import type { RowRule } from '../database/read-model';
import type { Viewer } from '../kernel/viewer';

/**
 * How a viewer stands to an object. Programme roles hold everywhere; service roles for the service the object belongs
 * to; TEAM and LEAD for the audit it belongs to, once the assignment is accepted; SELF for what is about oneself.
 */
export type Relation =
  | 'ANYONE'
  | 'SIGNED_IN'
  | 'COORDINATOR'
  | 'STEERING_MEMBER'
  | 'TEMPLATE_EDITOR'
  | 'ANALYST'
  | 'OBSERVER'
  | 'ADMIN'
  | 'SERVICE_MANAGER'
  | 'SERVICE_CONTRIBUTOR'
  | 'SERVICE_READER'
  | 'TEAM'
  | 'LEAD'
  | 'SELF';

/** What of an object its relations are computed from; absent parts give no relation. */
export interface Subject {
  auditId?: string | null;
  auditedServiceId?: string | null;
  auditorId?: string | null;
  personId?: string | null;
  accountId?: string | null;
}

/** Who sees one field of a row that he may see, and in which states of the row; unrestricted when a part is left out. */
export interface FieldRule {
  to?: readonly Relation[];
  states?: readonly string[];
}

/**
 * One type of the API: which rows exist for a viewer, which fields come with the row (words of one string, so that a
 * reader sees them at a glance), and which are for some only. A field that stands nowhere is hidden and fails the build.
 */
export interface TypePolicy {
  /** Who sees its rows, in French, for those who answer for it and read no code: what `rows` says. */
  seenBy: string;
  rows: RowRule;
  withRow: string;
  restricted?: Readonly<Record<string, FieldRule>>;
}

/** The part of the table that one room brings. */
export interface RoomPolicy {
  types: Readonly<Record<string, TypePolicy>>;
  /** Who may do an act, by the name of its mutation. Whether it is legal now is the state table's business. */
  mutations: Readonly<Record<string, readonly Relation[]>>;
  /** Who may ask a root query at all; others get nothing, as if there were nothing. */
  queries: Readonly<Record<string, readonly Relation[]>>;
  /**
   * What arguments tell, where their name does not say it: by `Type.filter.name` and `Type.sort.NAME` for the lists of a
   * type, by `Owner.field.argument` for any other.
   */
  arguments?: Readonly<Record<string, ArgumentRule>>;
}

/** What could be learnt of rows by an argument, field by field: nobody may learn more from it than he reads. */
export interface ArgumentRule {
  /** Fields of the rows, as words of one string. */
  reveals: string;
  /** Who may give the argument; needed where one of the fields is for some only. */
  to?: readonly Relation[];
}

/** Whether the viewer stands in one of these relations to the subject. Synchronous: it runs on hot fields. */
export function stands(viewer: Viewer, relations: readonly Relation[], subject: Subject): boolean {
  return relations.some((relation) => {
    switch (relation) {
      case 'ANYONE':
        return true;
      case 'SIGNED_IN':
        return viewer.accountId !== null;
      case 'TEAM':
        return !!subject.auditId && viewer.assignedAudits.has(subject.auditId);
      case 'LEAD':
        return !!subject.auditId && viewer.ledAudits.has(subject.auditId);
      case 'SELF':
        return (
          (!!subject.auditorId && subject.auditorId === viewer.auditorId) ||
          (!!subject.personId && subject.personId === viewer.personId) ||
          (!!subject.accountId && subject.accountId === viewer.accountId)
        );
      case 'SERVICE_MANAGER':
      case 'SERVICE_CONTRIBUTOR':
      case 'SERVICE_READER':
        return !!subject.auditedServiceId && viewer.services.get(subject.auditedServiceId) === relation;
      default:
        return (
          viewer.roles.has(relation) &&
          !(subject.auditedServiceId && viewer.walledServices.has(subject.auditedServiceId))
        );
    }
  });
}
