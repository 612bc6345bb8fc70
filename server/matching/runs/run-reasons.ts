import type { ComputeContext, ComputedEdge, Row } from '../../database/read-model';
import type { Locale } from '../../kernel/messages';
import type { LocalisedText } from '../../templates';
import type { PlanSeat } from '../matcher/instance';
import type { PlanComparison } from '../reasons/compare-plans';
import type { PlanParts } from '../reasons/plan-parts';
import type { Reason } from '../reasons/reason';
import type { ReasonNames } from '../reasons/reason-names';
import { furtherMoveSentence, reasonSentence, verdictSentence } from '../reasons/reason-sentences';
import { blockingSentence, relaxationSentence, shortfallSentence } from '../reasons/shortfall-sentences';
import type { Substitute } from '../reasons/substitutes';
import { askApart } from './ask-apart';
import { planSeenBy } from './kept-plan';
import type { ProposedSeat } from './proposed-member.entity';
import { namesIn } from './run-names';
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

/** What a question is about. */
const asked = ({ instance, plan: { teams } }: PlannedInstance) => ({ instance, plan: { teams } });

/** How what is said of a plan reads to whoever asks. */
interface Words {
  names: ReasonNames;
  locale: Locale;
}

async function wordsOf(
  planned: PlannedInstance,
  { row, context }: { row: Row; context: ComputeContext },
): Promise<Words> {
  const names = await namesIn(context, row['campaignId'] as string, planned);
  return { names, locale: context.viewer.locale };
}

const viewOf =
  ({ names, locale }: Words) =>
  (reason: Reason & { points?: number }): ReasonView => ({
    code: reason.code,
    sentence: reasonSentence(reason, names)[locale],
    points: reason.points ?? null,
  });

function substituteView({ names, locale }: Words, { after, ...found }: Substitute): SubstituteView {
  return {
    auditorId: found.auditor,
    replacesId: found.replaces,
    week: found.week,
    valueDifference: found.valueDifference,
    change: found.change,
    first: after && furtherMoveSentence(after, names)[locale],
  };
}

/** Why the plan puts an auditor (`auditorId`) on an audit (`auditId`). */
export const whyEdge = ask(async (planned, about) => {
  const { auditorId, auditId } = about.args as { auditorId: string; auditId: string };
  const found = await askApart({ kind: 'WHY', ...asked(planned), auditor: auditorId, service: auditId });
  if (!found) return null;
  const words = await wordsOf(planned, about);
  return {
    seat: seatOf(found.seat),
    week: found.week,
    value: found.value,
    valueParts: found.valueParts.map(viewOf(words)),
    planParts: found.planParts.map(viewOf(words)),
    worth: found.worth,
    alternatives: found.alternatives.map((each) => substituteView(words, each)),
  };
});

/** Why the plan does not put an auditor (`auditorId`) on an audit (`auditId`). */
export const whyNotEdge = ask(async (planned, about) => {
  const { auditorId, auditId } = about.args as { auditorId: string; auditId: string };
  const found = await askApart({ kind: 'WHY_NOT', ...asked(planned), auditor: auditorId, service: auditId });
  if (!found) return null;
  const words = await wordsOf(planned, about);
  return {
    verdict: found.verdict,
    sentence: verdictSentence(found)[words.locale],
    hard: found.hard.map(viewOf(words)),
    inPlan: found.inPlan.map(viewOf(words)),
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
  const wanted: PlanSeat = seat === 'OBSERVER' ? 'TRAINEE' : seat;
  const words = await wordsOf(planned, about);
  const found = await askApart({ kind: 'SUBSTITUTES', ...asked(planned), service: auditId, seat: wanted });
  return found.map((each) => substituteView(words, each));
});

/** Required seats that stay empty, what keeps them so and what would fill them. */
export const shortfallsEdge = ask(async (planned, about) => {
  const words = await wordsOf(planned, about);
  const { names, locale } = words;
  return planned.plan.shortfalls.map((shortfall) => ({
    auditId: shortfall.service,
    seat: shortfall.seat,
    missing: shortfall.missing,
    sentence: shortfallSentence(shortfall, names)[locale],
    blocking: shortfall.blocking.map((limit) => ({
      limit: limit.limit,
      sentence: blockingSentence(limit, names)[locale],
      auditorsIds: limit.auditors,
    })),
    relaxations: shortfall.relaxations.map((relaxation) => ({
      kind: relaxation.kind,
      sentence: relaxationSentence(relaxation, names)[locale],
      gain: relaxation.gain,
      filled: relaxation.filled,
    })),
  }));
});

const PARTS: Readonly<Record<keyof PlanParts, { code: string } & LocalisedText>> = {
  value: { code: 'PAIRS', fr: 'Valeur de toutes les affectations', en: 'Value of all assignments' },
  load: { code: 'LOAD', fr: 'Charge des auditeurs', en: 'Load of the auditors' },
  shortfall: {
    code: 'SHORTFALL',
    fr: 'Sièges demandés qui restent vides',
    en: 'Required seats that stay empty',
  },
  missingLead: { code: 'MISSING_LEAD', fr: 'Équipes sans responsable', en: 'Teams without a lead' },
  missingCritical: {
    code: 'MISSING_CRITICAL',
    fr: 'Modalités critiques que personne ne maîtrise',
    en: 'Critical modalities that nobody masters',
  },
  belowMinimum: {
    code: 'BELOW_MINIMUM',
    fr: 'Auditeurs sous leur minimum',
    en: 'Auditors below their minimum',
  },
  pastPairs: {
    code: 'PAST_PAIRS',
    fr: 'Membres qui ont travaillé ensemble la dernière fois',
    en: 'Members who worked together last time',
  },
  kept: { code: 'KEPT', fr: 'Affectations gardées', en: 'Assignments kept' },
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
  const found = await askApart({
    kind: 'COMPARISON',
    ...asked(planned),
    before: { teams: other.plan.teams },
  });
  const seats = ({ service, seat, count }: { service: string; seat: string; count: number }) => ({
    auditId: service,
    seat,
    count,
  });
  return {
    objectiveBefore: found.objective.before,
    objectiveAfter: found.objective.after,
    parts: (Object.keys(PARTS) as (keyof PlanParts)[]).map((name) => ({
      code: PARTS[name].code,
      sentence: PARTS[name][about.context.viewer.locale],
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

type Figures = PlanComparison['figures']['before'];

function figures({ load, worstOff, ...counts }: Figures) {
  return {
    ...counts,
    kilometres: Math.round(counts.kilometres),
    leastLoad: load.least,
    mostLoad: load.most,
    worstValue: worstOff?.value ?? null,
  };
}
