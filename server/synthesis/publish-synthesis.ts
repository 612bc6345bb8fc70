import { Campaign, campaignFactsOf, campaignStates } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { uuidOf } from '../kernel/ids';
import { refuse } from '../kernel/outcome';
import { sharedPractices } from '../practices';
import type { WrittenSynthesis } from './content/synthesis-content';
import { isTied } from './refuse-tied';
import { Synthesis } from './synthesis.entity';
import { synthesisStates } from './synthesis.states';

/** Which synthesis, in the version that was read. */
export interface SynthesisPublishInput {
  synthesisId: string;
  expectedVersion: number;
}

/**
 * Publishes a synthesis as it was read, for everybody who is signed in; from then on nothing of it changes. Another person
 * than who prepared it. Services that share practices may take them back until then: what they took back is not published.
 * @throws Refusal NOT_FOUND, FORBIDDEN, STALE_VERSION, ILLEGAL_TRANSITION, SYNTHESIS_TIED, SYNTHESIS_NEEDS_SECOND_PERSON,
 *   SYNTHESIS_OUTDATED
 */
export async function publishSynthesis(
  uow: UnitOfWork,
  input: SynthesisPublishInput,
): Promise<{ synthesis: string; campaign: string }> {
  const path = ['input', 'synthesisId'];
  const [found] = await uow.sql<{ campaignId: string }>(
    'select campaign_id as "campaignId" from synthesis where id = $1',
    [uuidOf('Synthesis', input.synthesisId)],
  );
  if (!found) refuse('NOT_FOUND', path);
  const campaign = await uow.require(Campaign, found.campaignId, path);
  const synthesis = await uow.require(Synthesis, input.synthesisId, path, input.expectedVersion);
  authorise(uow, 'synthesisPublish');
  const isOwn = await isPreparedByActor(uow, synthesis);
  await uow.move(
    synthesisStates,
    Synthesis,
    synthesis,
    'synthesisPublish',
    { isOwn, isTied: isTied(uow.viewer) },
    {
      publishedById: uow.viewer.accountId,
      publishedAt: uow.now().toISOString(),
    },
  );
  await requireConsent(uow, synthesis);
  await uow.move(
    campaignStates,
    Campaign,
    campaign,
    'publishSynthesis',
    await campaignFactsOf(uow, campaign.id),
  );
  uow.record({
    act: 'synthesisPublish',
    objectType: 'Synthesis',
    objectId: synthesis.id,
    campaignId: campaign.id,
    detail: { sha256: synthesis.sha256 },
  });
  return { synthesis: synthesis.id, campaign: campaign.id };
}

/** Every practice that the synthesis shows is still shared, in these words and as openly. @throws Refusal SYNTHESIS_OUTDATED */
async function requireConsent(uow: UnitOfWork, { campaignId, content }: Synthesis): Promise<void> {
  const { practices } = JSON.parse(content) as Pick<WrittenSynthesis, 'practices'>;
  const shared = await sharedPractices(uow.sql, campaignId);
  const isShared = practices.every((shown) =>
    shared.some(({ text, auditedServiceName: name }) => text === shown.text && name === shown.service),
  );
  if (!isShared) refuse('SYNTHESIS_OUTDATED', ['input', 'synthesisId']);
}

/** Whether the actor, under this account or another, prepared it. */
async function isPreparedByActor(uow: UnitOfWork, { preparedById }: Synthesis): Promise<boolean> {
  if (preparedById === uow.viewer.accountId) return true;
  const same = await uow.sql('select 1 from account where id = $1 and person_id = $2', [
    preparedById,
    uow.viewer.personId,
  ]);
  return same.length > 0;
}
