import { FOLLOW_UP_POLICIES } from '../follow-up/policies';
import { MY_AUDITOR } from '../second-wall/conditions';

/** Of a follow-up, under the name by which its columns are asked. */
const isReviewer = (column: string): string => `${column} = ${MY_AUDITOR}`;
const isFreeReviewer = (column: string, audit: string): string =>
  `(${isReviewer(column)} and not exists (select 1 from conflict_alert x
    where x.audit_id = ${audit} and x.auditor_id = ${MY_AUDITOR} and x.state = 'OPEN'))`;

interface Policy {
  table: 'documentary_follow_up' | 'follow_up_item';
  command: 'select' | 'update';
  column: string;
  audit: string;
}

/** Where whoever reviews is let through. An audit is named with its table: alerts have one of their own. */
const LET_THROUGH: readonly Policy[] = (['select', 'update'] as const).flatMap((command) => [
  {
    table: 'documentary_follow_up',
    command,
    column: 'reviewer_auditor_id',
    audit: 'documentary_follow_up.audit_id',
  },
  { table: 'follow_up_item', command, column: 'd.reviewer_auditor_id', audit: 'd.audit_id' },
]);

const altered = ({ table, command }: Policy, condition: string): string =>
  command === 'select'
    ? `alter policy reads on ${table} using ((select app.is_acting()) or (${condition}));`
    : `alter policy changes on ${table} with check (${condition});`;

const conditionOf = ({ table, command }: Policy): string => FOLLOW_UP_POLICIES[table]?.[command] ?? '';

/** Whoever reviews sees nothing of a follow-up while a conflict of his on its audit waits for a decision. */
export const reviewersUnfrozen = (replaced: (text: string, part: string, by: string) => string): string =>
  LET_THROUGH.map((one) =>
    altered(one, replaced(conditionOf(one), isReviewer(one.column), isFreeReviewer(one.column, one.audit))),
  ).join('\n');

/** The way back. */
export const REVIEWERS_ONCE_MORE = LET_THROUGH.map((one) => altered(one, conditionOf(one))).join('\n');
