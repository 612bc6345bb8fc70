import type { ComputeContext, ComputedEdge, Row } from '../../database/read-model';
import type { PlanSeat } from '../matcher/instance';
import { comparePlans } from '../reasons/compare-plans';
import type { PlanParts } from '../reasons/plan-parts';
import type { Reason } from '../reasons/reason';
import { substitutes, type Substitute } from '../reasons/substitutes';
import { whyPair } from '../reasons/why-pair';
import { askApart } from './ask-apart';
import { planSeenBy } from './kept-plan';
import type { ProposedSeat } from './proposed-member.entity';
import { sentencesFor, type Sentences } from './reason-sentences';
import type { PlannedInstance } from './seen-part';
import { seatOf } from './store-plan';

// What the coordination asks of a run. Each answer is made from what the viewer may see of its plan; ids stand under names
// that end in `Id`, for the API to read the objects.

/** A reason in the viewer's language, with its points where it has some. */
export interface ReasonView {
  code: string;
  sentence: string;
  points: number | null;
}

/** Somebody who could take a seat instead. */
export interface SubstituteView {
  auditorId: string;
  replacesId: string | null;
  week: string | null;
  valueDifference: number;
  change: number;
  first: string | null;
}

/** Answers one question about the plan of each row's run; null while there is none. */
function ask(
  answer: (
    planned: PlannedInstance,
    about: { row: Row; args: Readonly<Record<string, unknown>>; context: ComputeContext },
  ) => Promise<unknown>,
): ComputedEdge {
  return {
    kind: 'computed',
    needs: ['campaignId'],
    compute: (rows, context, args) =>
      Promise.all(
        rows.map(async (row) => {
          const planned = await planSeenBy(context, row.id);
          return planned && answer(planned, { row, args, context });
        }),
      ),
  };
}

const sentencesOf = (
  { instance }: PlannedInstance,
  { row, context }: { row: Row; context: ComputeContext },
): Promise<Sentences> =>
  sentencesFor(context, row['campaignId'] as string, [
    ...instance.services.flatMap(({ id, group, groups = [] }) => [id, ...groups, ...(group ? [group] : [])]),
    ...instance.auditors.flatMap(({ id, groups }) => [id, ...groups]),
  ]);

const viewOf =
  (sentences: Sentences) =>
  (reason: Reason & { points?: number }): ReasonView => ({
    code: reason.code,
    sentence: sentences.of(reason.code, reason.parameters),
    points: reason.points ?? null,
  });

function substituteView(sentences: Sentences, { after, ...found }: Substitute): SubstituteView {
  return {
    auditorId: found.auditor,
    replacesId: found.replaces,
    week: found.week,
    valueDifference: found.valueDifference,
    change: found.change,
    first: after && sentences.of(after.kind, after),
  };
}

/** Why the plan puts an auditor (`auditorId`) on an audit (`auditId`). */
export const whyEdge = ask(async (planned, about) => {
  const { auditorId, auditId } = about.args as { auditorId: string; auditId: string };
  const found = whyPair(planned.instance, planned.plan, auditorId, auditId);
  if (!found) return null;
  const sentences = await sentencesOf(planned, about);
  return {
    seat: seatOf(found.seat),
    week: found.week,
    value: found.value,
    valueParts: found.valueParts.map(viewOf(sentences)),
    planParts: found.planParts.map(viewOf(sentences)),
    worth: found.worth,
    alternatives: found.alternatives.map((each) => substituteView(sentences, each)),
  };
});

/** Why the plan does not put an auditor (`auditorId`) on an audit (`auditId`). */
export const whyNotEdge = ask(async (planned, about) => {
  const { auditorId, auditId } = about.args as { auditorId: string; auditId: string };
  const { instance, plan } = planned;
  // Solves parts of the plan anew, which may take a while: never where requests are served.
  const found = await askApart({
    kind: 'WHY_NOT',
    instance,
    plan: { teams: plan.teams },
    auditor: auditorId,
    service: auditId,
  });
  if (!found) return null;
  const sentences = await sentencesOf(planned, about);
  return {
    verdict: found.verdict,
    hard: found.hard.map(viewOf(sentences)),
    inPlan: found.inPlan.map(viewOf(sentences)),
    value: found.value,
    loss: found.loss,
    scope: found.scope,
    moves: found.moves.map(({ auditor, from, to }) => ({ auditorId: auditor, fromId: from, toId: to })),
    elsewhere: found.elsewhere.map(({ service, seat, week, value, worth }) => ({
      auditId: service,
      seat: seatOf(seat),
      week,
      value,
      worth,
    })),
    inHisPlace: found.inHisPlace.map(({ auditor, value }) => ({ auditorId: auditor, value })),
  };
});

/** Who could take a seat (`seat`) of an audit (`auditId`), as the plan stands or after one further move. */
export const substitutesEdge = ask(async (planned, about) => {
  const { auditId, seat } = about.args as { auditId: string; seat: ProposedSeat };
  if (!planned.instance.services.some(({ id }) => id === auditId)) return null;
  const asked: PlanSeat = seat === 'OBSERVER' ? 'TRAINEE' : seat;
  const sentences = await sentencesOf(planned, about);
  return substitutes(planned.instance, planned.plan, auditId, asked).map((each) =>
    substituteView(sentences, each),
  );
});

/** Required seats that stay empty, what keeps them so and what would fill them. */
export const shortfallsEdge = ask(async (planned, about) => {
  const sentences = await sentencesOf(planned, about);
  return planned.plan.shortfalls.map(({ service, seat, missing, blocking, relaxations }) => ({
    auditId: service,
    seat,
    missing,
    blocking: blocking.map(({ limit, auditors }) => ({
      limit,
      sentence: sentences.limit(limit),
      auditorsIds: auditors,
    })),
    relaxations: relaxations.map(({ kind, detail, gain, filled }) => ({
      kind,
      sentence: sentences.of(kind, detail),
      gain,
      filled,
    })),
  }));
});

const PART_CODES: Readonly<Record<keyof PlanParts, string>> = {
  value: 'PAIRS',
  load: 'LOADS',
  shortfall: 'SHORTFALL',
  missingLead: 'MISSING_LEADS',
  missingCritical: 'MISSING_CRITICAL',
  belowMinimum: 'BELOW_MINIMUM',
  pastPairs: 'PAST_PAIRS',
  kept: 'KEPT_ALL',
};

/** What changes from another run (`otherRunId`) to this one; both are weighed by what this one was solved from. */
export const comparisonEdge = ask(async (planned, about) => {
  const otherId = about.args['otherRunId'] as string;
  const ofCampaign = await about.context.sql(
    'select 1 from matching_run where id = $1 and campaign_id = $2',
    [otherId, about.row['campaignId']],
  );
  const other = ofCampaign.length > 0 ? await planSeenBy(about.context, otherId) : null;
  if (!other) return null;
  const found = comparePlans(planned.instance, other.plan, planned.plan);
  const sentences = await sentencesOf(planned, about);
  const seats = ({ service, seat, count }: { service: string; seat: string; count: number }) => ({
    auditId: service,
    seat,
    count,
  });
  return {
    objectiveBefore: found.objective.before,
    objectiveAfter: found.objective.after,
    parts: (Object.keys(PART_CODES) as (keyof PlanParts)[]).map((name) => ({
      code: PART_CODES[name],
      sentence: sentences.of(PART_CODES[name], {}),
      before: found.parts.before[name],
      after: found.parts.after[name],
    })),
    moves: found.moves.map(({ auditor, from, to }) => ({ auditorId: auditor, fromId: from, toId: to })),
    teams: found.teams.map(({ service, leaves, joins, ...change }) => ({
      auditId: service,
      leavesIds: leaves,
      joinsIds: joins,
      ...change,
    })),
    seatsFilled: found.seatsFilled.map(seats),
    seatsEmptied: found.seatsEmptied.map(seats),
    figuresBefore: figures(found.figures.before),
    figuresAfter: figures(found.figures.after),
  };
});

type Figures = ReturnType<typeof comparePlans>['figures']['before'];

function figures({ load, worstOff, ...counts }: Figures) {
  return {
    ...counts,
    kilometres: Math.round(counts.kilometres),
    leastLoad: load.least,
    mostLoad: load.most,
    worstValue: worstOff?.value ?? null,
  };
}
