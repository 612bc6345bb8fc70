import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { SHARING_FUNCTIONS } from './radiation-events/functions';
import { SHARED_POLICIES } from './radiation-events/policies';
import { EVENT_TABLES, SCALE_TABLES, SHARING_TABLES, SURVEY_TABLES } from './radiation-events/tables';
import { watch } from './trail-chain/tables';

/** Tables of acts; answers to surveys are left out on purpose: the trail would tie each to who gave it. */
const WATCHED: Readonly<Record<string, string>> = {
  radiation_event: 'id',
  radiation_event_criterion: 'radiation_event_id',
  radiation_event_finding: 'radiation_event_id',
  event_lesson: 'id',
  panel_case: 'id',
  scale_definition: 'id',
  scale_trial: 'id',
  survey: 'id',
  survey_participation: 'id',
  shared_practice: 'id',
  outside_recommendation: 'id',
  outside_recommendation_criterion: 'outside_recommendation_id',
  outside_recommendation_note: 'id',
};

/** The platform by itself loads scales; of the others it writes none. */
const LOADED_TOO = ['scale_definition'];

/** Events and their scales, surveys, practices that are shared, recommendations to outside bodies. */
export class RadiationEvents1795000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EVENT_TABLES + SCALE_TABLES + SURVEY_TABLES + SHARING_TABLES);
    for (const [table, policies] of Object.entries(SHARED_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(SHARING_FUNCTIONS);
    await runner.query(
      Object.entries(WATCHED)
        .map(([table, key]) => watch({ table, key, isContent: !LOADED_TOO.includes(table) }))
        .join('\n'),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table outside_recommendation_note, outside_recommendation_criterion, outside_recommendation, shared_practice,
        survey_answer, survey_participation, survey, survey_form, scale_trial, scale_definition, panel_case, event_lesson,
        radiation_event_finding, radiation_event_criterion, radiation_event, event_criterion;
      drop function app.shuffle_survey_answers(uuid, text, integer), app.scale_is_frozen();
    `);
  }
}
