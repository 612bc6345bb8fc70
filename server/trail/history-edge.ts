import type { ManyEdge } from '../database/read-model';

/** The `history` of a noun: the entries of the acts on it. @param type its name, as acts note it */
export function historyEdge(type: string): ManyEdge {
  return {
    kind: 'many',
    to: 'TrailEntry',
    column: 'object_id',
    where: (t, bind) => `${t}.object_type = ${bind(type)}`,
  };
}
