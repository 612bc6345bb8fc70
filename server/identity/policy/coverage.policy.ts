import type { RoomPolicy } from '../access';
import { NOTHING } from '../row-rules';

const SEEN_BY =
  'Le service lui-même et l’équipe de son audit, chacun selon les cotations et les preuves qu’il voit ; ni la coordination ni les observateurs : ce n’est pas un classement.';

/** What accepted evidence and grades cover of each reference text. */
export const coveragePolicy: RoomPolicy = {
  types: {
    FamilyCoverage: { seenBy: SEEN_BY, rows: () => NOTHING, withRow: 'code label clauses' },
    ClauseCoverage: {
      seenBy: SEEN_BY,
      rows: () => NOTHING,
      withRow: `referenceText code title locator verificationLevel verificationLabel isTextRead strength applicableCount
        coveredCount share until criteria missingEvidence`,
    },
    CriterionCoverage: {
      seenBy: SEEN_BY,
      rows: () => NOTHING,
      withRow: 'criterion code strength basis until',
    },
    MissingEvidence: { seenBy: SEEN_BY, rows: () => NOTHING, withRow: 'code type label criteriaCount' },
  },
  mutations: {},
  queries: {},
  arguments: { 'AuditedService.referenceCoverage.on': { reveals: 'referenceCoverage' } },
};
