import type { RowRule } from '../../database/read-model';
import type { RoomPolicy, TypePolicy } from '../access';
import { amongIds, either, NOTHING, ofOwnTeam, ofVisibleAudit, programme } from '../row-rules';

const TEAM_AND_SERVICE = 'L’équipe de l’audit et le service ; ni la coordination, ni personne d’autre.';

/** The row's audit, on a condition that names it `a`. */
const ofAudit = (t: string, condition: string | null): string =>
  condition === NOTHING
    ? NOTHING
    : `exists (select 1 from audit a where a.id = ${t}.audit_id${condition === null ? '' : ` and ${condition}`})`;

const teamOnly: RowRule = (viewer, t, bind) => ofOwnTeam(viewer, t, bind);

/** What an auditor says of a record is his alone, for good: others read outcomes, without names. */
const ownReviews: RowRule = (viewer, t, bind) => {
  const team = ofOwnTeam(viewer, t, bind);
  if (team === NOTHING || viewer.auditorId === null) return NOTHING;
  return `(${team} and ${t}.auditor_id = ${bind(viewer.auditorId)})`;
};

const submissions: RowRule = (viewer, t, bind) =>
  either(ofOwnTeam(viewer, t, bind), ofAudit(t, programme(viewer, 'a.audited_service_id', bind)));

/**
 * Samples whose results a viewer reads, once they are complete: the team, the service with the draft report, the programme
 * without a tie once the report is issued. A condition on the samples; the second wall asks the same of its counts.
 */
export const caseResultRows: RowRule = (viewer, t, bind) => {
  const service = amongIds('a.audited_service_id', viewer.services.keys(), bind);
  const free = programme(viewer, 'a.audited_service_id', bind);
  return either(
    ofOwnTeam(viewer, t, bind),
    service === NOTHING ? NOTHING : ofAudit(t, `a.draft_shared_at is not null and ${service}`),
    free === NOTHING
      ? NOTHING
      : ofAudit(t, `a.report_issued_at is not null${free === null ? '' : ` and ${free}`}`),
  );
};

/** Part of a result: never read by itself. */
const part = (withRow: string): TypePolicy => ({
  seenBy:
    'L’équipe quand l’échantillon est clos ; le service avec le pré-rapport ; la coordination et le comité de pilotage sans lien, une fois le rapport émis.',
  rows: () => NOTHING,
  withRow,
});

/** Samples of cases: the list stays the service's, reviews their author's, outcomes the team's; others read counts. */
export const caseSamplesPolicy: RoomPolicy = {
  types: {
    CaseSample: {
      seenBy: 'L’équipe de l’audit, le service, la coordination et le comité de pilotage sans lien.',
      rows: ofVisibleAudit(),
      withRow: `id audit auditedService evidenceKind state strataNames populationSize listSha256 nonceSha256 listedAt size nonce
        word seed algorithm drawnAt completedAt criteria cases reviews submissions outcomes results rounds
        availableTransitions history version createdAt updatedAt`,
    },
    SampledCase: {
      seenBy: TEAM_AND_SERVICE,
      rows: ofVisibleAudit((viewer, t, bind) =>
        either(
          ofOwnTeam(viewer, t, bind),
          ofAudit(t, amongIds('a.audited_service_id', viewer.services.keys(), bind)),
        ),
      ),
      withRow:
        'id caseSample position recordNumber strata replaces unavailableReason reviews version createdAt updatedAt',
    },
    CaseReview: {
      seenBy: 'L’auditeur qui l’a donné ; personne d’autre, jamais.',
      rows: ofVisibleAudit(ownReviews),
      withRow:
        'id caseSample sampledCase criterion fieldCode value remark minutes capturedAt version createdAt updatedAt',
    },
    CaseReviewRowResult: {
      seenBy: 'Celui qui a envoyé les avis.',
      rows: () => NOTHING,
      withRow: 'index clientReference caseReviewId userErrors',
    },
    CaseReviewSubmission: {
      seenBy: 'L’équipe ; la coordination et le comité de pilotage sans lien avec le service.',
      rows: ofVisibleAudit(submissions),
      withRow: 'id caseSample isOwn createdAt',
    },
    CaseOutcome: {
      seenBy: 'L’équipe, une fois que deux auditeurs ont remis leurs avis ; sans noms.',
      rows: ofVisibleAudit(teamOnly),
      withRow: `id caseSample sampledCase criterion basis value ratings disagreement remarks proposedValue isOwnProposal
        decisionRemark decidedAt version`,
    },
    CaseCriterion: {
      seenBy: 'Ceux qui voient l’échantillon.',
      rows: () => NOTHING,
      withRow: 'criterion values',
    },
    CaseShare: part('x n estimate low high'),
    CaseTarget: part('op value counted'),
    CaseValueShare: part('code share'),
    CaseBasisCount: part('basis count'),
    CaseDisagreement: part('kind share'),
    CaseCoefficient: part('estimate low high'),
    CaseStratum: part('name value total rate'),
    CaseResult: part(
      'criterion rate total shortfall target decision values bases disagreements rawAgreement ac1 kappa strata',
    ),
    CaseRound: part('criterion previousSample rate previousRate difference differenceLow differenceHigh'),
    PooledCriterion: {
      seenBy:
        'La coordination et le comité de pilotage, par lots de cinq services, sans les lots où ils ont un lien.',
      rows: () => NOTHING,
      withRow: 'criterion isShown pooled',
    },
    SampleSizePlan: {
      seenBy: 'Tous les comptes : c’est un calcul.',
      rows: () => NOTHING,
      withRow: 'expectedRate halfWidth population size',
    },
    PooledCaseRate: {
      seenBy: 'La coordination et le comité de pilotage.',
      rows: () => NOTHING,
      withRow: `services rate intraclassCorrelation isEstimated designEffect effectiveN median lowerQuartile upperQuartile`,
    },
  },
  mutations: {
    caseListSet: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    caseSampleDraw: ['TEAM'],
    caseReplace: ['TEAM'],
    caseReviewsRecord: ['TEAM'],
    caseReviewsSubmit: ['TEAM'],
    caseDisputesArbitrate: ['TEAM'],
    caseSettlementPropose: ['TEAM'],
    caseSettlementAgree: ['TEAM'],
  },
  queries: {
    caseSample: ['SIGNED_IN'],
    caseSampleSize: ['SIGNED_IN'],
    casePooling: ['COORDINATOR', 'STEERING_MEMBER'],
  },
  arguments: {
    'SampledCase.filter.isReplaced': { reveals: 'unavailableReason' },
    'CaseOutcome.filter.isOpen': { reveals: 'basis' },
    'Query.caseSampleSize.expectedRate': { reveals: 'size' },
    'Query.caseSampleSize.halfWidth': { reveals: 'size' },
    'Query.caseSampleSize.population': { reveals: 'size' },
    'Query.casePooling.campaignId': { reveals: 'isShown' },
    'Query.casePooling.intraclassCorrelation': { reveals: 'pooled' },
  },
};
