import type { ComputeContext, ComputedEdge, Row } from '../../../database/read-model';
import { parisDate, type CalendarDate } from '../../../kernel/working-days';
import { tiedServices } from '../../tied-services';
import { auditDoses } from './audit-doses';
import { campaignDoses } from './campaign-doses';
import type { LevelInForce } from './levels-in-force';

/** What examinations, populations and sources are called in the viewer's language, by their code. */
interface Labels {
  exams: ReadonlyMap<string, string>;
  populations: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, string>;
}

/** A level as clients read it beside a median. */
function levelView(level: LevelInForce | null, { sources }: Labels) {
  return level && { ...level, sourceTitle: sources.get(level.sourceCode) ?? level.sourceCode };
}

/**
 * The day whose levels count: that of the visit, or today while it is still to come.
 * @param visitOn null while no visit is planned
 */
export function dayOfLevels(visitOn: CalendarDate | null, now: Date): CalendarDate {
  const today = parisDate(now);
  return visitOn !== null && visitOn < today ? visitOn : today;
}

/**
 * `Audit.doseStatistics(compareWith)`: for the service and the team of the audit, from the very records that they may see;
 * null for everybody else.
 */
export const doseStatisticsEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['visitOn', 'auditedServiceId'],
  async compute(audits, context, { compareWith }) {
    const { sql, now, viewer } = context;
    const isOpen = ({ id, auditedServiceId }: Row): boolean =>
      viewer.assignedAudits.has(id) || viewer.services.has(String(auditedServiceId));
    const open = audits.filter(isOpen);
    if (open.length === 0) return audits.map(() => null);
    const days = open.map(({ id, visitOn }) => ({ id, day: dayOfLevels(visitOn as string | null, now) }));
    const [doses, labels] = await Promise.all([
      auditDoses(sql, days, (compareWith as string[] | null | undefined) ?? []),
      labelsFor(context),
    ]);
    return audits.map((audit) => {
      if (!isOpen(audit)) return null;
      const { exams = [], excluded = [] } = doses.get(audit.id) ?? {};
      return {
        excluded,
        exams: exams.map((exam) => ({
          ...exam,
          examLabel: labels.exams.get(exam.examCode) ?? exam.examCode,
          populations: exam.populations.map((population) => ({
            ...population,
            populationLabel: labels.populations.get(population.population) ?? population.population,
            quantities: population.quantities.map((statistic) => ({
              ...statistic,
              level: levelView(statistic.level, labels),
              comparisons: statistic.comparisons.map((other) => ({
                ...other,
                level: levelView(other.level, labels),
              })),
            })),
          })),
        })),
      };
    });
  },
};

/** Campaigns in which nothing changes any more: an aggregate that moves would tell who moved it. */
const SETTLED = ['CLOSED', 'SYNTHESIS_PUBLISHED'];

/**
 * `Campaign.doseStatistics`: for the programme, over at least five services, none of them named. Whoever has a tie with a
 * service of the campaign gets none of its sums, as with the plans of the matcher.
 */
export const campaignDosesEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['state'],
  async compute(campaigns, context) {
    const open = await openTo(campaigns, context);
    const [doses, labels] = await Promise.all([
      campaignDoses(context.sqlOfActs, [...open], parisDate(context.now)),
      labelsFor(context),
    ]);
    return campaigns.map(({ id }) =>
      (doses.get(id) ?? []).map((cell) => ({
        ...cell,
        examLabel: labels.exams.get(cell.examCode) ?? cell.examCode,
        populationLabel: labels.populations.get(cell.population) ?? cell.population,
        level: levelView(cell.level, labels),
      })),
    );
  },
};

/** Which of the campaigns the viewer may read sums of. */
async function openTo(
  campaigns: readonly Row[],
  { viewer, sqlOfActs }: ComputeContext,
): Promise<ReadonlySet<string>> {
  const isProgramme = viewer.roles.has('COORDINATOR') || viewer.roles.has('STEERING_MEMBER');
  const settled = campaigns.flatMap(({ id, state }) => (SETTLED.includes(String(state)) ? [id] : []));
  if (!isProgramme || settled.length === 0) return new Set();
  const tied = await sqlOfActs<{ id: string }>(
    `select distinct campaign_id as id from audit
     where campaign_id = any($1::uuid[]) and audited_service_id = any($2::uuid[])`,
    [settled, tiedServices(viewer)],
  );
  return new Set(settled.filter((id) => tied.every((campaign) => campaign.id !== id)));
}

async function labelsFor({ sql, viewer }: ComputeContext): Promise<Labels> {
  const label = viewer.locale === 'en' ? 'label_en' : 'label_fr';
  const title = viewer.locale === 'en' ? 'title_en' : 'title_fr';
  const rows = await sql<{ kind: string; code: string; label: string }>(
    `select 'exam' as kind, code, ${label} as label from exam_type
     union all select 'population', code, ${label} from dose_population
     union all select 'source', code, ${title} from reference_level_source`,
    [],
  );
  const of = (kind: string): ReadonlyMap<string, string> =>
    new Map(rows.flatMap((row) => (row.kind === kind ? [[row.code, row.label] as const] : [])));
  return { exams: of('exam'), populations: of('population'), sources: of('source') };
}
