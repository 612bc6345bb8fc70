import type { ComputedEdge, Edge, ReadModel } from '../../database/read-model';
import { parisDate } from '../../kernel/working-days';

const EXPIRES_ON = '(select v.expires_on from evidence_validity v where v.id = t.id)';

/** Columns of evidence that say how long it holds and where it comes from. */
export const validityColumns = {
  expiresOn: EXPIRES_ON,
  takenOverFromId: '(select v.taken_over_from_id from evidence_validity v where v.id = t.id)',
};

/** Its last day has passed. */
const isExpired: ComputedEdge = {
  kind: 'computed',
  needs: ['expiresOn'],
  compute: (rows, { now }) =>
    Promise.resolve(
      rows.map((row) => row['expiresOn'] !== null && (row['expiresOn'] as string) < parisDate(now)),
    ),
};

/** Edges of evidence by the same table. */
export const validityEdges: Readonly<Record<string, Edge>> = {
  isExpired,
  takenOverFrom: { kind: 'one', to: 'Evidence', key: 'takenOverFromId' },
};

/** What expires before a day, or not before it. */
export const validityFilters: ReadModel['filters'] = {
  expiresBefore: (value, t, bind) => holds(t, `v.expires_on < ${bind(value)}::date`),
  expiresFrom: (value, t, bind) => holds(t, `v.expires_on >= ${bind(value)}::date`),
};

function holds(t: string, condition: string): string {
  return `exists (select 1 from evidence_validity v where v.id = ${t}.id and ${condition})`;
}
