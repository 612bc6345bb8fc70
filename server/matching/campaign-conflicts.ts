import type { ComputedEdge, Row } from '../database/read-model';
import { parisDate } from '../kernel/working-days';
import type { FrozenConflictRule } from '../templates';
import type { ConflictLevel } from './conflicts/conflict.entity';
import { factFor } from './conflicts/fact-sentences';
import { conflictsOfCampaign } from './conflicts/find-conflicts';

/** Which conflicts of a campaign are asked for; ids are UUIDs. */
export interface CampaignConflictFilter {
  ruleCodes?: readonly string[] | null;
  levels?: readonly ConflictLevel[] | null;
  auditorIds?: readonly string[] | null;
  auditedServiceIds?: readonly string[] | null;
}

/** One rule that stands between an auditor and a service of the campaign, as a coordinator reads it. */
export interface CampaignConflict extends Row {
  auditorId: string;
  /** Null: all services. */
  auditedServiceId: string | null;
  ruleCode: string;
  level: ConflictLevel;
  facts: string[];
}

/**
 * All conflicts of a campaign, evaluated now; `filter` narrows what is evaluated and what is told. Services that a tie
 * of the reader hides from him are left out, and do not count.
 */
export const campaignConflictsEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['id'],
  compute: (rows, context, { filter }) =>
    Promise.all(
      rows.map(async ({ id }) => {
        const { ruleCodes, levels, auditorIds, auditedServiceIds } = (filter ?? {}) as CampaignConflictFilter;
        const [campaign] = await context.sqlOfActs<{ rules: FrozenConflictRule[] }>(
          'select conflict_rules as "rules" from campaign where id = $1',
          [id],
        );
        const rules = (campaign?.rules ?? []).filter(({ code }) => !ruleCodes || ruleCodes.includes(code));
        const found = await conflictsOfCampaign(context.sqlOfActs, rules, id, parisDate(context.now), {
          auditorIds: auditorIds ?? null,
          serviceIds: auditedServiceIds ?? null,
        });
        return found
          .filter(
            ({ serviceId, level }) =>
              (!levels || levels.includes(level)) &&
              (serviceId === null || !context.viewer.walledServices.has(serviceId)),
          )
          .map(({ auditorId, serviceId, ruleCode, level, facts }): CampaignConflict => ({
            id: auditorId,
            auditorId,
            auditedServiceId: serviceId,
            ruleCode,
            level,
            facts: facts.map((fact) => factFor(fact, context.viewer)),
          }));
      }),
    ),
};
