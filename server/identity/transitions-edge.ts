import type { ComputeContext, ComputedEdge, Row } from '../database/read-model';
import { messageFor } from '../kernel/messages';
import { transitionsFrom, type StateTable } from '../kernel/states';
import type { Subject } from './access';
import { permits } from './authorise';

/**
 * `availableTransitions` of a noun: the same state table and policy that its acts obey.
 * @param parts `needs`: fields of the row for the policy; `facts`: what the guards look at, for many rows at once
 */
export function transitionsEdge<State extends string, Facts>(
  table: StateTable<State, Facts>,
  parts: {
    needs: readonly string[];
    facts: (rows: readonly Row[], context: ComputeContext) => Promise<readonly (Facts & { id: string })[]>;
  },
): ComputedEdge {
  return {
    kind: 'computed',
    needs: parts.needs,
    async compute(rows, context) {
      const facts = new Map(
        (await parts.facts(rows, { ...context, sql: context.sqlOfActs })).map((fact) => [fact.id, fact]),
      );
      return rows.map((row) => {
        const fact = facts.get(row.id);
        if (!fact) return [];
        const permitted = (act: string): boolean => permits(context.viewer, act, row as Subject);
        return transitionsFrom(table, row['state'] as State, fact, permitted).map((transition) => ({
          ...transition,
          message:
            transition.reason && messageFor(transition.reason, context.viewer.locale, transition.params),
        }));
      });
    },
  };
}
