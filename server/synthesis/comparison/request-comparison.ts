import { requireAudit, subjectOf } from '../../audits';
import { Campaign, type CampaignState } from '../../campaigns';
import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { campaignRates, caseResultsOf } from '../../measures';
import { campaignFacts, type ReportedService } from '../content/campaign-facts';
import { openDisclosures, SUBJECTS, type Disclosures } from '../disclosure/disclosures';
import { fewestServices } from '../fewest-services';
import { comparedValues, spreadOver, type ComparedFigure, type ComparedValue } from './compared-figures';
import { knownServices } from './own-services';
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
 * Compares a service with those that are like it, for the service alone. Others are at least five, and none of its own
 * organisations: taking itself away from a figure it is not in tells it nothing. Where too few are alike, or where the group
 * would tell on too few together with what anybody was told before, traits are given up one by one; which ones are left is
 * said. It has no place among the others: no rank, no percentile.
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
  const { own, ofAccount } = await knownServices(uow.sql, auditedServiceId, uow.viewer.services.keys());
  const least = await fewestServices(uow.sql);
  const book = await openDisclosures(uow, campaignId, {
    asker: { auditedServiceId, sights: [own, ofAccount] },
    least,
  });
  const facts = await campaignFacts(uow.sql, campaignId);
  const one = facts.services.find(({ serviceId }) => serviceId === auditedServiceId);
  if (!one) refuse('COMPARISON_NOT_READY', ['input', 'auditId']);
  const { traits, group } = narrowestTold({ book, own, least }, input.traits, one, facts.services);
  const rates = await campaignRates(uow.sql, campaignId, []);
  const results = await caseResultsOf(uow.sql, audit.id);
  const ownRates = new Map(results.flatMap(({ criterionId, rate }) => (rate ? [[criterionId, rate]] : [])));
  const values = comparedValues(facts, auditedServiceId, rates, ownRates);
  const figures = values.map((value) => figureOf({ book, own, least }, value, group));
  await book.write();
  const serviceComparison = await uow.insert(ServiceComparison, {
    ...(input.id ? { id: input.id } : {}),
    auditId: audit.id,
    campaignId,
    auditedServiceId,
    askedTraits: input.traits,
    sharedTraits: traits,
    serviceCount: [...group].filter((service) => !own.has(service)).length,
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
  own: ReadonlySet<string>;
  least: number;
}

/** The narrowest group of the ladder that may be told about; noted as told. */
function narrowestTold(
  { book, own, least }: Guard,
  asked: readonly ComparisonTrait[],
  one: ReportedService,
  services: readonly ReportedService[],
): { traits: ComparisonTrait[]; group: ReadonlySet<string> } {
  const idsOf = (of: readonly ReportedService[]) => new Set(of.map(({ serviceId }) => serviceId));
  const whole = idsOf(services);
  for (const traits of ladderOf(asked)) {
    const group = idsOf(alikeIn(traits, one, services));
    if (!book.mayTell(SUBJECTS.services, group, whole)) continue;
    book.tell(SUBJECTS.services, group);
    return { traits, group };
  }
  const others = [...whole].filter((service) => !own.has(service)).length;
  return refuse(
    others < least ? 'SYNTHESIS_TOO_FEW_SERVICES' : 'SYNTHESIS_QUERY_DISCLOSES',
    ['input', 'traits'],
    { fewest: least },
  );
}

/** One figure over those of the group that have it, where they may be told about. */
function figureOf(
  { book, own, least }: Guard,
  { subject, sectionId, criterionId, own: ownFigure, values }: ComparedValue,
  group: ReadonlySet<string>,
): ComparedFigure {
  const figure = { sectionId, criterionId, own: ownFigure };
  const whole = new Set(values.keys());
  const having = new Set([...group].filter((service) => whole.has(service)));
  if (!book.mayTell(subject, having, whole)) return { ...figure, others: null };
  book.tell(subject, having);
  const others = new Set([...having].filter((service) => !own.has(service)));
  return { ...figure, others: spreadOver(values, others, least) };
}
