import { columns, readModel, type Edge, type ReadModel } from '../database/read-model';
import { transitionsEdge } from '../identity';
import type { ComparedFigure } from './comparison/compared-figures';
import { synthesisParts } from './content/read-content';
import { isTied } from './refuse-tied';
import { synthesisStates, type SynthesisFacts } from './synthesis.states';

/** How syntheses and comparisons are read. */
export const synthesisReads: readonly ReadModel[] = [
  readModel({
    type: 'Synthesis',
    table: 'synthesis',
    columns: columns('campaignId state content sha256 preparedById preparedAt publishedAt version'),
    always: ['state'],
    edges: {
      ...synthesisParts,
      campaign: { kind: 'one', to: 'Campaign', key: 'campaignId' },
      availableTransitions: transitionsEdge(synthesisStates, {
        needs: ['state', 'preparedById'],
        facts: (rows, { viewer, sqlOfActs }) =>
          sqlOfActs<SynthesisFacts & { id: string }>(
            `select s.id, s.prepared_by_id = $2 or a.person_id is not distinct from $3 as "isOwn",
               $4::boolean as "isTied"
             from synthesis s left join account a on a.id = s.prepared_by_id where s.id = any($1::uuid[])`,
            [rows.map(({ id }) => id), viewer.accountId, viewer.personId, isTied(viewer)],
          ),
      }),
    },
  }),
  readModel({
    type: 'ServiceComparison',
    table: 'service_comparison',
    columns: columns('auditId auditedServiceId askedTraits sharedTraits serviceCount createdAt', {
      toldFigures: 't.figures',
    }),
    edges: {
      audit: { kind: 'one', to: 'Audit', key: 'auditId' },
      figures: {
        kind: 'computed',
        needs: ['toldFigures'],
        compute: (rows) =>
          Promise.resolve(
            rows.map(({ toldFigures }) =>
              (toldFigures as ComparedFigure[]).map((figure) => ({
                id: figure.sectionId ?? figure.criterionId,
                ...figure,
              })),
            ),
          ),
      },
    },
  }),
  // Made by its comparison, never read by itself.
  readModel({
    type: 'ComparedFigure',
    table: 'criterion',
    columns: columns('', { criterionId: 't.id', sectionId: 't.section_id' }),
    edges: {
      section: { kind: 'one', to: 'Section', key: 'sectionId' },
      criterion: { kind: 'one', to: 'Criterion', key: 'criterionId' },
    },
  }),
];

/** What this room hangs on types of rooms before it, by type and field. */
export const synthesisEdges: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  Campaign: { synthesis: { kind: 'back', to: 'Synthesis', column: 'campaign_id' } },
  Audit: { comparisons: { kind: 'many', to: 'ServiceComparison', column: 'audit_id' } },
};
