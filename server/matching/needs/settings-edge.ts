import type { ComputedEdge } from '../../database/read-model';
import { settingsOf } from './frozen-settings';
import type { MatchingSettings } from './matching-settings.entity';
import { settingsView } from './set-matching-settings';

const COLUMNS = `campaign_id as "campaignId", weights, fairness, recency_years as "recencyYears",
  is_language_required as "isLanguageRequired", minimum_audits as "minimumAudits",
  is_review_allowed as "isReviewAllowed", radiologists, radiographers, medical_physicists as "medicalPhysicists",
  past_campaigns as "pastCampaigns", version`;

/** How the teams of campaigns are composed, defaults included. */
export const matchingSettingsEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(rows, { sql }) {
    const found = await sql<MatchingSettings>(
      `select ${COLUMNS} from matching_settings where campaign_id = any($1::uuid[])`,
      [rows.map(({ id }) => id)],
    );
    const byCampaign = new Map(found.map((own) => [own.campaignId, own]));
    return rows.map(({ id }) => {
      const own = byCampaign.get(id) ?? null;
      return settingsView(settingsOf(own), own?.version ?? 0);
    });
  },
};
