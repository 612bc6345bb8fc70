import type { RowPolicies } from '../../row-level-security';
import {
  COORDINATOR,
  coordinatorFree,
  ME,
  ofMyAudits,
  ofMyService,
  PLATFORM,
  PROGRAMME,
  programmeFree,
  SIGNED_IN,
  TAKES_PART,
} from '../second-wall/conditions';

const SERVICE = ofMyService('audited_service_id');
const STEERING = `('STEERING_MEMBER' = any((select app.roles())::text[]))`;
const SEES_DRAFTS = '(select app.sees_drafts())';

/** The team of an audit of the service that has not ended, once it has accepted. */
const auditedNow = (service: string): string =>
  `exists (select 1 from audit a where a.audited_service_id = ${service} and ${ofMyAudits('a.id')}
    and a.state not in ('CLOSED', 'CANCELLED'))`;

const ofEvent = (event: string, condition: string): string =>
  `exists (select 1 from radiation_event e where e.id = ${event} and ${condition})`;
const SERVICE_OF_IT = ofMyService('e.audited_service_id');
const SEEN_WITH_EVENT = `(${SERVICE_OF_IT} or ${auditedNow('e.audited_service_id')})`;

const ofRecommendation = (condition: string): string =>
  `exists (select 1 from outside_recommendation r where r.id = outside_recommendation_id and ${condition})`;

/** Acts read it, nobody else. */
const FOR_ACTS = 'false';

/**
 * Events are their service's and the team's that audits it; lessons, practices and published recommendations are for whom
 * they are shared with; who answered a survey is known to himself and the coordination, and what was answered to nobody.
 */
export const SHARED_POLICIES: Readonly<Record<string, RowPolicies>> = {
  event_criterion: { select: SIGNED_IN, insert: PLATFORM, update: PLATFORM },
  radiation_event: {
    select: `${SERVICE} or ${auditedNow('radiation_event.audited_service_id')}`,
    insert: SERVICE,
    update: SERVICE,
    fixed: ['audited_service_id', 'recorded_by_id'],
  },
  radiation_event_criterion: {
    select: ofEvent('radiation_event_id', SEEN_WITH_EVENT),
    insert: ofEvent('radiation_event_id', SERVICE_OF_IT),
    delete: ofEvent('radiation_event_id', SERVICE_OF_IT),
  },
  radiation_event_finding: {
    select: ofEvent('radiation_event_id', SEEN_WITH_EVENT),
    insert: ofEvent('radiation_event_id', SERVICE_OF_IT),
    delete: ofEvent('radiation_event_id', SERVICE_OF_IT),
  },
  event_lesson: {
    select: TAKES_PART,
    insert: ofEvent('radiation_event_id', SERVICE_OF_IT),
    update: ofEvent('radiation_event_id', SERVICE_OF_IT),
    delete: ofEvent('radiation_event_id', SERVICE_OF_IT),
    fixed: ['radiation_event_id'],
  },
  panel_case: {
    select: `is_open and ${STEERING} and ${programmeFree('audited_service_id')}`,
    insert: SERVICE,
    update: SERVICE,
    fixed: ['radiation_event_id', 'audited_service_id'],
  },
  scale_definition: {
    select: `${SIGNED_IN} and (state <> 'DRAFT' or ${SEES_DRAFTS})`,
    insert: `${PLATFORM} or ${SEES_DRAFTS}`,
    update: `${PLATFORM} or ${SEES_DRAFTS}`,
    fixed: ['code', 'number', 'is_loaded'],
  },
  scale_trial: {
    select: `(side = 'SERVICE' and ${SERVICE}) or (side = 'PANEL' and rated_by_id = ${ME} and ${STEERING})`,
    insert: `rated_by_id = ${ME} and ((side = 'SERVICE' and ${SERVICE})
      or (side = 'PANEL' and ${STEERING} and ${programmeFree('audited_service_id')}))`,
  },
  survey_form: { select: SIGNED_IN, insert: PLATFORM },
  survey: {
    select: TAKES_PART,
    insert: COORDINATOR,
    update: COORDINATOR,
    fixed: ['campaign_id', 'survey_form_id', 'opened_by_id'],
  },
  survey_participation: {
    select: `answered_by_id = ${ME} or ${coordinatorFree('audited_service_id')}`,
    insert: `answered_by_id = ${ME} and ((side = 'SERVICE' and ${SERVICE}) or (side = 'TEAM' and ${ofMyAudits('audit_id')}))`,
  },
  survey_answer: { select: FOR_ACTS, insert: TAKES_PART },
  shared_practice: {
    select: `${SERVICE} or (state = 'SHARED' and ${TAKES_PART})`,
    insert: SERVICE,
    update: SERVICE,
    fixed: ['finding_id', 'audit_id', 'campaign_id', 'audited_service_id', 'criterion_id'],
  },
  outside_recommendation: {
    select: `${PROGRAMME} or (is_published and ${SIGNED_IN})`,
    insert: PROGRAMME,
    update: PROGRAMME,
    fixed: ['drafted_by_id'],
  },
  outside_recommendation_criterion: {
    select: ofRecommendation(`(${PROGRAMME} or (r.is_published and ${SIGNED_IN}))`),
    insert: ofRecommendation(PROGRAMME),
    delete: ofRecommendation(PROGRAMME),
  },
  outside_recommendation_note: { select: PROGRAMME, insert: PROGRAMME },
};
