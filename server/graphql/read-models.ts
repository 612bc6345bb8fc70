import type { ReadModel } from '../database/read-model';
import { auditedServicesReads } from '../audited-services';
import { auditorsReads } from '../auditors';
import { auditsReads } from '../audits';
import { campaignsReads } from '../campaigns';
import { correctiveActionsReads } from '../corrective-actions';
import { evidenceEdges, evidenceReads } from '../evidence';
import { findingsReads } from '../findings';
import { identityReads } from '../identity';
import { matchingReads } from '../matching';
import { measuresEdges, measuresReads } from '../measures';
import { operationsReads } from '../operations';
import { reportsReads } from '../reports';
import { templatesReads } from '../templates';
import { trailReads } from '../trail';

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
    correctiveActionsReads,
    trailReads,
  ]
    .flat()
    .map((model) => [
      model.type,
      withEdges(model, { ...evidenceEdges[model.type], ...measuresEdges[model.type] }),
    ]),
);

/** A noun with what later rooms hang on it. */
function withEdges(model: ReadModel, edges: ReadModel['edges']): ReadModel {
  return { ...model, edges: { ...model.edges, ...edges } };
}

/** The read model of a type. @throws Error when it has none: a defect of the schema */
export function readModelOf(type: string): ReadModel {
  const model = readModels.get(type);
  if (!model) throw new Error(`${type} has no read model`);
  return model;
}
