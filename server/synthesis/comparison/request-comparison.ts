import { requireAudit, subjectOf } from '../../audits';
import { Campaign, type CampaignState } from '../../campaigns';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { campaignRates, caseResultsOf } from '../../measures';
import { campaignFacts, type ReportedService } from '../content/campaign-facts';
import type { Services } from '../disclosure/blocks';
import { openDisclosures, SUBJECTS, type Disclosures } from '../disclosure/disclosures';
import { fewestServices } from '../fewest-services';
import { comparedValues, spreadOver, type ComparedFigure, type ComparedValue } from './compared-figures';
import { readerSights } from './reader-sights';
import { ServiceComparison } from './service-comparison.entity';
import { alikeIn, ladderOf, type ComparisonTrait } from './traits';

/** Which service is to be compared, with whom. */
export interface ServiceComparisonRequestInput {
  id?: string | null;
  auditId: string;
  /** What the others are to have in common with it; none for all services of the campaign. */
  traits: ComparisonTrait[];
}

/** Campaigns in which no figure moves any more: one that moves tells who moved it. */
const SETTLED: readonly CampaignState[] = ['CLOSED', 'SYNTHESIS_PUBLISHED'];

/**
 * Compares a service with those that are like it, for the service alone. Others are all of them but itself: taking itself away
 * from a figure it is not in tells it nothing; and at least five whose figures none of its readers knows otherwise. Where too
 * few are alike, or where the group would tell on too few together with what anybody was told before, traits are given up one
 * by one; which ones are left is said. It has no place among the others: no rank, no percentile.
 * @throws Refusal NOT_FOUND, FORBIDDEN, COMPARISON_NOT_READY, SYNTHESIS_TOO_FEW_SERVICES, SYNTHESIS_QUERY_DISCLOSES, ID_TAKEN
 */
export async function requestComparison(
  uow: UnitOfWork,
  input: ServiceComparisonRequestInput,
): Promise<{ serviceComparison: string }> {
  const audit = await requireAudit(uow, input.auditId, ['input', 'auditId']);
  authorise(uow, 'serviceComparisonRequest', subjectOf(audit));
  const { campaignId, auditedServiceId } = audit;
  const { state } = await uow.manager.findOneByOrFail(Campaign, { id: campaignId });
  if (!SETTLED.includes(state)) refuse('COMPARISON_NOT_READY', ['input', 'auditId']);
  const sights = await readerSights(uow.sql, auditedServiceId);
  const least = await fewestServices(uow.sql);
  const book = await openDisclosures(uow, campaignId, { asker: { auditedServiceId, sights }, least });
  const facts = await campaignFacts(uow.sql, campaignId);
  const one = facts.services.find(({ serviceId }) => serviceId === auditedServiceId);
  if (!one) refuse('COMPARISON_NOT_READY', ['input', 'auditId']);
  const guard = { book, sights, least };
  const { traits, group } = narrowestTold(guard, input.traits, one, facts.services);
  const rates = await campaignRates(uow.sql, campaignId, []);
  const results = await caseResultsOf(uow.sql, audit.id);
  const ownRates = new Map(results.flatMap(({ criterionId, rate }) => (rate ? [[criterionId, rate]] : [])));
  const values = comparedValues(facts, auditedServiceId, rates, ownRates);
  const figures = values.map((value) => figureOf(guard, value, group, auditedServiceId));
  await book.write();
  const serviceComparison = await uow.insert(ServiceComparison, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    campaignId,
    auditedServiceId,
    askedTraits: input.traits,
    sharedTraits: traits,
    serviceCount: group.size - 1,
    figures,
    askedById: uow.viewer.accountId,
  });
  uow.record({
    act: 'serviceComparisonRequest',
    objectType: 'ServiceComparison',
    objectId: serviceComparison,
    campaignId,
    detail: { askedTraits: input.traits, sharedTraits: traits },
  });
  return { serviceComparison };
}

/** What watches over an answer. */
interface Guard {
  book: Disclosures;
  sights: readonly Services[];
  least: number;
}

/** The narrowest group of the ladder that may be told about; noted as told. */
function narrowestTold(
  { book, sights, least }: Guard,
  asked: readonly ComparisonTrait[],
  one: ReportedService,
  services: readonly ReportedService[],
): { traits: ComparisonTrait[]; group: Services } {
  const idsOf = (of: readonly ReportedService[]) => new Set(of.map(({ serviceId }) => serviceId));
  const whole = idsOf(services);
  for (const traits of ladderOf(asked)) {
    const group = idsOf(alikeIn(traits, one, services));
    if (!book.mayTell(SUBJECTS.services, group, whole)) continue;
    book.tell(SUBJECTS.services, group);
    return { traits, group };
  }
  const isAmongOwn = whole.size - mostKnown(whole, sights) < least;
  return refuse(
    isAmongOwn ? 'SYNTHESIS_TOO_FEW_SERVICES' : 'SYNTHESIS_QUERY_DISCLOSES',
    ['input', 'traits'],
    { fewest: least },
  );
}

/** One figure over those of the group that have it, where they may be told about. */
function figureOf(
  { book, sights, least }: Guard,
  { subject, sectionId, criterionId, own, values }: ComparedValue,
  group: Services,
  serviceId: string,
): ComparedFigure {
  const figure = { sectionId, criterionId, own };
  const whole = new Set(values.keys());
  const having = new Set([...group].filter((service) => whole.has(service)));
  if (!book.mayTell(subject, having, whole)) return { ...figure, others: null };
  book.tell(subject, having);
  const others = new Set([...having].filter((service) => service !== serviceId));
  return { ...figure, others: spreadOver(values, others, { least, known: mostKnown(others, sights) }) };
}

/** Of how many services that reader knows the figures who knows most of them. */
function mostKnown(services: Services, sights: readonly Services[]): number {
  return Math.max(...sights.map((sight) => [...services].filter((service) => sight.has(service)).length));
}
