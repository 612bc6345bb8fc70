import { worldId, type WorldRows } from './world-rows';

/** What a synthesis of the world says: enough for every field to have something to show. */
function contentOf(campaign: string): string {
  const spread = {
    services: 6,
    median: 0.8,
    low: null,
    high: null,
    lowerQuartile: null,
    upperQuartile: null,
  };
  const grades = { CONFORM: 6, PARTIAL: 0, NON_CONFORM: 0, NOT_APPLICABLE: 0, NOT_EVALUATED: 0 };
  return JSON.stringify({
    campaign: { code: `W-${campaign}` },
    fewestServices: 5,
    services: 6,
    participation: { sectors: [{ code: 'PUBLIC', services: 6 }], regions: [], sizes: [], modalities: [] },
    sections: [
      {
        code: 'S1',
        title: { fr: `Partie ${campaign}`, en: `Section ${campaign}` },
        score: spread,
        selfAssessmentGap: spread,
        judgements: grades,
        criteria: [],
      },
    ],
    findings: [],
    agreement: null,
    timeToEffective: null,
    doses: [],
  });
}

/** The synthesis of a campaign that is published, and the draft of one that is closed; what services were told beside. */
export function addSyntheses(rows: WorldRows): void {
  for (const [campaign, state] of [
    ['CLOSED', 'PUBLISHED'],
    ['FOLLOW_UP', 'DRAFT'],
  ] as const) {
    const campaign_id = worldId('campaign', campaign);
    const isPublished = state === 'PUBLISHED';
    rows.add('synthesis', campaign, {
      campaign_id,
      state,
      content: contentOf(campaign),
      sha256: 'c'.repeat(64),
      prepared_by_id: worldId('account', 'coordinator'),
      prepared_at: '2027-01-10T08:00:00Z',
      published_by_id: isPublished ? worldId('account', 'steering member') : null,
      published_at: isPublished ? '2027-01-10T09:00:00Z' : null,
    });
    for (const service of ['A', 'B']) {
      const name = `${service}.${campaign}`;
      const audited_service_id = worldId('audited_service', service);
      const asked_by_id = worldId('account', `manager ${service}`);
      rows.add('service_comparison', name, {
        audit_id: worldId('audit', name),
        campaign_id,
        audited_service_id,
        asked_traits: ['SECTOR', 'REGION'],
        shared_traits: ['SECTOR'],
        service_count: 6,
        figures: [],
        asked_by_id,
      });
      rows.add('disclosed_group', name, {
        campaign_id,
        subject: 'SERVICES',
        services: [audited_service_id],
        audited_service_id,
        asked_by_id,
      });
    }
  }
}
