import { Campaign } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { parisDate } from '../kernel/working-days';
import { refuseIdentifying } from '../radiation-events';
import { OutsideRecommendation, type OutsideBody } from './outside-recommendation.entity';
import { outsideRecommendationStates } from './outside-recommendation.states';

/** What a recommendation says. It is said whole. */
export interface OutsideRecommendationDraft {
  body: OutsideBody;
  bodyName?: string | null;
  title: string;
  text: string;
  dueOn?: string | null;
  criterionIds?: readonly string[] | null;
}

/** A new recommendation, of a campaign or of the programme as a whole. */
export interface OutsideRecommendationCreateInput extends OutsideRecommendationDraft {
  id?: string | null;
  campaignId?: string | null;
}

/** Which recommendation, as it was read. */
export interface OutsideRecommendationMoveInput {
  outsideRecommendationId: string;
  expectedVersion: number;
}

/**
 * Drafts a recommendation to a body outside: a manufacturer, an authority, a learned society.
 * @throws Refusal NOT_FOUND (campaign, criterion), FORBIDDEN, DUE_DATE_PAST, TEXT_IDENTIFIES, ID_TAKEN
 */
export async function draftOutsideRecommendation(
  uow: UnitOfWork,
  input: OutsideRecommendationCreateInput,
): Promise<{ outsideRecommendation: string }> {
  const act = 'outsideRecommendationCreate';
  authorise(uow, act);
  const campaign = input.campaignId
    ? await uow.require(Campaign, input.campaignId, ['input', 'campaignId'])
    : null;
  const outsideRecommendation = await uow.insert(OutsideRecommendation, {
    ...(input.id ? { id: input.id } : {}),
    ...contentOf(uow, input),
    campaignId: campaign?.id ?? null,
    state: outsideRecommendationStates.initial,
    draftedById: uow.viewer.accountId,
  });
  await linkCriteria(uow, outsideRecommendation, input.criterionIds ?? []);
  uow.record({
    act,
    objectType: 'OutsideRecommendation',
    objectId: outsideRecommendation,
    campaignId: campaign?.id ?? null,
  });
  return { outsideRecommendation };
}

/**
 * Rewrites a draft.
 * @throws Refusal as `draftOutsideRecommendation`, and STALE_VERSION, ILLEGAL_TRANSITION
 */
export async function updateOutsideRecommendation(
  uow: UnitOfWork,
  input: OutsideRecommendationDraft & OutsideRecommendationMoveInput,
): Promise<{ outsideRecommendation: string }> {
  const act = 'outsideRecommendationUpdate';
  const row = await requireOutsideRecommendation(uow, act, input);
  requireStateOf(outsideRecommendationStates, row, ['DRAFT']);
  await uow.change(OutsideRecommendation, row, contentOf(uow, input));
  await uow.sql('delete from outside_recommendation_criterion where outside_recommendation_id = $1', [
    row.id,
  ]);
  await linkCriteria(uow, row.id, input.criterionIds ?? []);
  uow.record({ act, objectType: 'OutsideRecommendation', objectId: row.id, campaignId: row.campaignId });
  return { outsideRecommendation: row.id };
}

/**
 * Loads and locks a recommendation for an act of the programme.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN
 */
export async function requireOutsideRecommendation(
  uow: UnitOfWork,
  act: string,
  { outsideRecommendationId, expectedVersion }: OutsideRecommendationMoveInput,
): Promise<OutsideRecommendation> {
  const path = ['input', 'outsideRecommendationId'];
  const row = await uow.require(OutsideRecommendation, outsideRecommendationId, path, expectedVersion);
  authorise(uow, act);
  return row;
}

function contentOf(uow: UnitOfWork, said: OutsideRecommendationDraft): Partial<OutsideRecommendation> {
  if (said.dueOn && said.dueOn < parisDate(uow.now())) refuse('DUE_DATE_PAST', ['input', 'dueOn']);
  refuseIdentifying(said.text, ['input', 'text']);
  return {
    body: said.body,
    bodyName: said.bodyName?.trim() || null,
    title: said.title,
    text: said.text,
    dueOn: said.dueOn ?? null,
  };
}

async function linkCriteria(uow: UnitOfWork, id: string, criterionIds: readonly string[]): Promise<void> {
  const uuids = criterionIds.map((each) => uuidOf('Criterion', each));
  const known = await uow.sql<{ id: string }>(
    `select c.id from criterion c join template_version v on v.id = c.template_version_id
     where c.id = any($1::uuid[]) and v.state <> 'DRAFT'`,
    [uuids],
  );
  const found = new Set(known.map((row) => row.id));
  uuids.forEach((uuid, index) => {
    if (uuid === null || !found.has(uuid)) refuse('NOT_FOUND', ['input', 'criterionIds', String(index)]);
  });
  await uow.sql(
    `insert into outside_recommendation_criterion (outside_recommendation_id, criterion_id)
     select $1, unnest($2::uuid[])`,
    [id, [...found]],
  );
}
