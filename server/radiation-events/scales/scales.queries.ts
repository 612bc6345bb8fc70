import {
  columns,
  oneOf,
  readModel,
  type ComputedEdge,
  type ComputeContext,
  type ReadModel,
} from '../../database/read-model';
import { transitionsEdge } from '../../identity';
import { tiedServices } from '../../measures';
import { localised } from '../../templates';
import { compareScales, type ScaleComparison } from './scale-comparison';
import { scaleDefinitionStates } from './scale-definition.states';
import type { ScaleLevel } from './scale-file';

/** The levels of a scale in the viewer's language. */
const levelsEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['storedLevels'],
  compute: (rows, { viewer }) =>
    Promise.resolve(
      rows.map((row) =>
        (row['storedLevels'] as ScaleLevel[]).map(({ code, label, criterion }) => ({
          code,
          label: label[viewer.locale],
          criterion: criterion[viewer.locale],
        })),
      ),
    ),
};

/**
 * A scale beside others, for root queries.
 * @param toScaleId UUID of a scale that the viewer may see
 */
export const scaleComparisonEdge = (toScaleId: string): ComputedEdge => ({
  kind: 'computed',
  needs: [],
  compute: (rows, { viewer, sqlOfActs }: ComputeContext): Promise<ScaleComparison[]> =>
    Promise.all(
      rows.map(({ id }) => compareScales(sqlOfActs, [id, toScaleId], new Set(tiedServices(viewer)))),
    ),
});

/** How scales and what is valued on them are read. */
export const scalesReads: readonly ReadModel[] = [
  readModel({
    type: 'ScaleDefinition',
    table: 'scale_definition',
    columns: columns(
      `code number state isLoaded titleFr titleEn noteFr noteEn sourceFr sourceEn url verificationLevel inForceFrom inForceTo
       axes retirementReason version createdAt updatedAt`,
      { storedLevels: 't.levels' },
    ),
    edges: {
      title: localised('title'),
      note: localised('note'),
      source: localised('source'),
      levels: levelsEdge,
      availableTransitions: transitionsEdge(scaleDefinitionStates, {
        needs: ['state', 'isLoaded'],
        facts: (rows) =>
          Promise.resolve(rows.map((row) => ({ id: row.id, isLoaded: row['isLoaded'] === true }))),
      }),
    },
    filters: { states: oneOf('state'), codes: oneOf('code') },
  }),
  readModel({
    type: 'ScaleTrial',
    table: 'scale_trial',
    columns: columns('scaleDefinitionId side panelCaseId value reason createdAt auditedServiceId', {
      // A member of the committee knows the case that he read, and not whose it is.
      radiationEventId: `case when t.side = 'SERVICE' then t.radiation_event_id end`,
    }),
    edges: {
      scaleDefinition: { kind: 'one', to: 'ScaleDefinition', key: 'scaleDefinitionId' },
      radiationEvent: { kind: 'one', to: 'RadiationEvent', key: 'radiationEventId' },
      panelCase: { kind: 'one', to: 'PanelCase', key: 'panelCaseId' },
    },
  }),
];
