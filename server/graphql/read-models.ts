import type { ReadModel } from '../database/read-model';
import { auditedServicesReads } from '../audited-services';
import { auditorsReads } from '../auditors';
import { auditsReads } from '../audits';
import { campaignsReads } from '../campaigns';
import { correctiveActionsEdges, correctiveActionsReads } from '../corrective-actions';
import { evidenceEdges, evidenceReads } from '../evidence';
import { findingsReads } from '../findings';
import { followUpEdges, followUpReads } from '../follow-up';
import { identityReads } from '../identity';
import { matchingReads } from '../matching';
import { measuresEdges, measuresReads } from '../measures';
import { operationsReads } from '../operations';
import { outsideRecommendationsReads } from '../outside-recommendations';
import { practicesReads } from '../practices';
import { radiationEventsReads } from '../radiation-events';
import { documentsEdges, documentsReads, reportsEdges, reportsReads } from '../reports';
import { surveysEdges, surveysReads } from '../surveys';
import { synthesisEdges, synthesisReads } from '../synthesis';
import { templatesReads } from '../templates';
import { trailReads } from '../trail';

/** What later rooms hang on nouns of earlier ones, by type and field. */
const edgesOfLaterRooms: readonly Readonly<Record<string, ReadModel['edges']>>[] = [
  evidenceEdges,
  measuresEdges,
  reportsEdges,
  documentsEdges,
  correctiveActionsEdges,
  followUpEdges,
  surveysEdges,
  synthesisEdges,
];

/** How every type of the API is read, by its name. */
export const readModels: ReadonlyMap<string, ReadModel> = new Map(
  [
    identityReads,
    operationsReads,
    templatesReads,
    auditedServicesReads,
    auditorsReads,
    campaignsReads,
    matchingReads,
    auditsReads,
    evidenceReads,
    measuresReads,
    findingsReads,
    reportsReads,
    documentsReads,
    correctiveActionsReads,
    followUpReads,
    radiationEventsReads,
    surveysReads,
    outsideRecommendationsReads,
    practicesReads,
    synthesisReads,
    trailReads,
  ]
    .flat()
    .map((model) => [model.type, withLaterEdges(model)]),
);

/** A noun with what later rooms hang on it. */
function withLaterEdges(model: ReadModel): ReadModel {
  const hung = edgesOfLaterRooms.map((edges) => edges[model.type]);
  return { ...model, edges: Object.assign({}, model.edges, ...hung) as ReadModel['edges'] };
}

/** The read model of a type. @throws Error when it has none: a defect of the schema */
export function readModelOf(type: string): ReadModel {
  const model = readModels.get(type);
  if (!model) throw new Error(`${type} has no read model`);
  return model;
}
