import { createHash } from 'node:crypto';
import { refusalsOf } from '../client';
import {
  NodeTypeDocument,
  PrepareSynthesisDocument,
  PublishSynthesisDocument,
  RequestComparisonDocument,
  SynthesisDocument,
} from '../generated/operations';
import type { Stage } from '../stage';

/** What the campaign told the country, as an observer reads it, and what one service was told of those like it. */
export interface Told {
  services: number;
  sections: { code: string; title: string; median: number | null; low: number | null; high: number | null }[];
  /** Criteria of which it is told how many services conform, and all of them. */
  conformityTold: number;
  criteria: number;
  findings: number;
  comparison: {
    others: number;
    traits: readonly string[];
    sections: { code: string; own: number | null; median: number | null }[];
  };
}

/** Fewer services than these are told nothing of. */
const FEWEST = 5;

/**
 * Prepares the synthesis of the closed campaign, has another person publish it, reads it as the authority does, and compares
 * one service with those like it.
 * @returns null where the campaign is too small to be told of, which is looked at as well
 */
export async function tellTheCountry(stage: Stage): Promise<Told | null> {
  const { campaign, cases, checks, coordinator, ledger, observer, steering } = stage;
  const closed = cases.filter(({ id }) => ledger.labelOf('audits', id) === 'CLOSED');
  const prepared = await coordinator.attempt(PrepareSynthesisDocument, { campaignId: campaign.id });
  const [first] = closed;
  if (!first || closed.length < FEWEST) {
    const [refusal] = refusalsOf(prepared);
    checks.hold(
      'nothing is told of fewer than five services',
      refusal?.code === 'SYNTHESIS_TOO_FEW_SERVICES',
    );
    return null;
  }
  const draft = prepared.synthesis;
  if (!draft) throw new Error(`no synthesis: ${JSON.stringify(refusalsOf(prepared))}`);
  const early = await observer.query(SynthesisDocument, { campaignId: campaign.id });
  checks.hold('an observer sees no draft of a synthesis', early.campaign === null);
  const publishing = { synthesisId: draft.id, expectedVersion: draft.version };
  const [own] = refusalsOf(await coordinator.attempt(PublishSynthesisDocument, publishing));
  checks.hold(
    'whoever prepares a synthesis does not publish it',
    own?.code === 'SYNTHESIS_NEEDS_SECOND_PERSON',
  );
  await steering.act(PublishSynthesisDocument, publishing);

  const seen = await observer.query(SynthesisDocument, { campaignId: campaign.id });
  const synthesis = seen.campaign?.synthesis;
  if (!synthesis) throw new Error('an observer reads no synthesis');
  const hash = createHash('sha256').update(synthesis.content, 'utf8').digest('hex');
  checks.hold(
    'an observer reads the published synthesis, and its hash is that of its content',
    hash === synthesis.sha256,
  );
  checks.hold(
    'a synthesis names no service',
    cases.every(
      ({ id, service }) => !synthesis.content.includes(service.name) && !synthesis.content.includes(id),
    ),
  );
  const criteria = synthesis.sections.flatMap((section) => section.criteria);
  return {
    services: synthesis.serviceCount,
    sections: synthesis.sections.map(({ code, title, score }) => ({
      code,
      title,
      median: score.median ?? null,
      low: score.low ?? null,
      high: score.high ?? null,
    })),
    conformityTold: criteria.filter(({ conformity }) => conformity).length,
    criteria: criteria.length,
    findings: synthesis.findings.length,
    comparison: await compare(stage, first),
  };
}

async function compare(
  { checks, coordinator }: Stage,
  audit: Stage['cases'][number],
): Promise<Told['comparison']> {
  const { manager } = audit.service;
  const { serviceComparison: told } = await manager.act(RequestComparisonDocument, {
    auditId: audit.id,
    traits: ['SECTOR', 'SIZE', 'REGION'],
  });
  const asCoordinator = await coordinator.query(NodeTypeDocument, { id: told.id });
  checks.hold('a comparison is the service’s alone', asCoordinator.node === null);
  return {
    others: told.serviceCount,
    traits: told.sharedTraits,
    sections: told.figures.flatMap(({ section, own, others }) =>
      section ? [{ code: section.code, own: own.value ?? null, median: others?.median ?? null }] : [],
    ),
  };
}
