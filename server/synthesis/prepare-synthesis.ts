import { Campaign, campaignStates } from '../campaigns';
import type { UnitOfWork } from '../database/unit-of-work';
import { authorise } from '../identity';
import { refuse } from '../kernel/outcome';
import { requireStateOf } from '../kernel/require-state';
import { synthesisContent } from './content/synthesis-content';
import { openDisclosures } from './disclosure/disclosures';
import { fewestServices } from './fewest-services';
import { refuseTied } from './refuse-tied';
import { Synthesis } from './synthesis.entity';

/** Which campaign. */
export interface SynthesisPrepareInput {
  campaignId: string;
}

/**
 * Computes the synthesis of a closed campaign, as a draft for coordination and steering committee; again, if need be, until
 * it is published. Only services whose report is out count.
 * @throws Refusal NOT_FOUND, FORBIDDEN, ILLEGAL_TRANSITION (the campaign is not closed), SYNTHESIS_TIED,
 *   SYNTHESIS_TOO_FEW_SERVICES, SYNTHESIS_QUERY_DISCLOSES (other services stand behind it than were told of before)
 */
export async function prepareSynthesis(
  uow: UnitOfWork,
  input: SynthesisPrepareInput,
): Promise<{ synthesis: string }> {
  const campaign = await uow.require(Campaign, input.campaignId, ['input', 'campaignId']);
  authorise(uow, 'synthesisPrepare');
  requireStateOf(campaignStates, campaign, ['CLOSED']);
  refuseTied(uow);
  const least = await fewestServices(uow.sql);
  const book = await openDisclosures(uow, campaign.id, { asker: null, least });
  const made = await synthesisContent(uow.sql, campaign.id, least);
  if (!made) return refuse('SYNTHESIS_TOO_FEW_SERVICES', ['input', 'campaignId'], { fewest: least });
  for (const { subject, services } of made.told) {
    // A figure that fewer services have is not in the synthesis.
    if (services.size < least) continue;
    if (!book.mayTell(subject, services, services))
      refuse('SYNTHESIS_QUERY_DISCLOSES', ['input', 'campaignId'], { fewest: least });
    book.tell(subject, services);
  }
  await book.write();
  const { content, sha256 } = made;
  const prepared = {
    content,
    sha256,
    preparedById: uow.viewer.accountId,
    preparedAt: uow.now().toISOString(),
  };
  const before = await uow.manager.findOneBy(Synthesis, { campaignId: campaign.id });
  if (before) await uow.change(Synthesis, before, prepared);
  const synthesis = before?.id ?? (await uow.insert(Synthesis, { campaignId: campaign.id, ...prepared }));
  uow.record({
    act: 'synthesisPrepare',
    objectType: 'Synthesis',
    objectId: synthesis,
    campaignId: campaign.id,
    detail: { sha256 },
  });
  return { synthesis };
}
