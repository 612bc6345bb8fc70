import { worldId, type WorldRows } from './world-rows';

const account = (name: string): string => worldId('account', name);
const TEXT = {
  title_fr: 'Échelle du monde',
  title_en: 'Scale of the world',
  note_fr: 'Note',
  note_en: 'Note',
};
const LEVELS = ['0', '1'].map((code) => ({
  code,
  label: { fr: 'Niveau', en: 'Level' },
  criterion: { fr: 'Quand', en: 'When' },
}));

/** Scales of every state that is not loaded, and two that the world's people have valued nothing on. */
function addScales(rows: WorldRows): void {
  for (const state of ['DRAFT', 'TRIAL', 'ADOPTED', 'RETIRED'])
    rows.add('scale_definition', state, { code: `W-${state}`, number: 1, state, levels: LEVELS, ...TEXT });
}

/** What a service keeps of an event, shares of it, and makes of it on a scale; the committee has valued it as well. */
function addEvent(rows: WorldRows, service: string, criterionId: string): void {
  const audited_service_id = worldId('audited_service', service);
  const said = { event_criterion_code: '2.2', kind: 'PROTOCOL' };
  const radiation_event_id = rows.add('radiation_event', service, {
    ...said,
    audited_service_id,
    number: `ESR-${service}`,
    occurred_on: '2026-11-02',
    cohort_band: 'ONE',
    is_declared: true,
    is_analysed: false,
    summary: `Événement de ${service}`,
    recorded_by_id: account(`manager ${service}`),
  });
  rows.link('radiation_event_criterion', { radiation_event_id, criterion_id: criterionId });
  rows.link('radiation_event_finding', {
    radiation_event_id,
    finding_id: worldId('finding', `${service}.FOLLOW_UP/FINAL`),
  });
  rows.add('event_lesson', service, { ...said, radiation_event_id, text: `Enseignement ${service}` });
  const panel_case_id = rows.add('panel_case', service, {
    ...said,
    radiation_event_id,
    audited_service_id,
    description: `Cas ${service}`,
  });
  const trial = {
    radiation_event_id,
    audited_service_id,
    scale_definition_id: worldId('scale_definition', 'ADOPTED'),
  };
  rows.add('scale_trial', `${service}/service`, {
    ...trial,
    side: 'SERVICE',
    value: '0',
    reason: 'Sans suite',
    rated_by_id: account(`manager ${service}`),
  });
  rows.add('scale_trial', `${service}/panel`, {
    ...trial,
    side: 'PANEL',
    panel_case_id,
    value: '1',
    reason: 'Une cohorte',
    rated_by_id: account('steering member'),
  });
  addWithdrawnCase(rows, service);
}

/** A case that the service took back after the committee had valued it. */
function addWithdrawnCase(rows: WorldRows, service: string): void {
  const audited_service_id = worldId('audited_service', service);
  const said = { event_criterion_code: '2.2', kind: 'PROTOCOL' };
  const radiation_event_id = rows.add('radiation_event', `${service} withdrawn`, {
    ...said,
    audited_service_id,
    occurred_on: '2026-11-03',
    is_declared: true,
    is_analysed: true,
    recorded_by_id: account(`manager ${service}`),
  });
  const panel_case_id = rows.add('panel_case', `${service} withdrawn`, {
    ...said,
    radiation_event_id,
    audited_service_id,
    description: `Cas repris ${service}`,
    is_open: false,
  });
  rows.add('scale_trial', `${service}/withdrawn`, {
    radiation_event_id,
    audited_service_id,
    scale_definition_id: worldId('scale_definition', 'ADOPTED'),
    side: 'PANEL',
    panel_case_id,
    value: '1',
    reason: 'Une cohorte',
    rated_by_id: account('steering member'),
  });
}

/** Practices that are shared, named or not, and one that was taken back. */
function addPractices(rows: WorldRows, service: string, criterionId: string): void {
  for (const [of, cells] of [
    ['PLAN_DUE', { state: 'SHARED', is_named: false }],
    ['REPORT_ISSUED', { state: 'SHARED', is_named: true }],
    ['FOLLOW_UP', { state: 'WITHDRAWN', is_named: false }],
  ] as const)
    rows.add('shared_practice', `${service}.${of}`, {
      ...cells,
      finding_id: worldId('finding', `${service}.${of}/FINAL`),
      audit_id: worldId('audit', `${service}.${of}`),
      campaign_id: worldId('campaign', of),
      audited_service_id: worldId('audited_service', service),
      criterion_id: criterionId,
      text: `Pratique ${service}.${of}`,
      shared_by_id: account(`manager ${service}`),
    });
}

/** Surveys: one that is answered, one that its campaign has closed around. */
function addSurveys(rows: WorldRows, surveyFormId: string): void {
  for (const campaign of ['REPORT_ISSUED', 'CLOSED']) {
    const survey_id = rows.add('survey', campaign, {
      campaign_id: worldId('campaign', campaign),
      survey_form_id: surveyFormId,
      opened_by_id: account('coordinator'),
    });
    if (campaign !== 'REPORT_ISSUED') continue;
    for (const service of ['A', 'B']) {
      for (const [side, who] of [
        ['SERVICE', `manager ${service}`],
        ['TEAM', `lead ${service}`],
      ] as const)
        rows.add('survey_participation', `${service}.REPORT_ISSUED/${side}`, {
          survey_id,
          audit_id: worldId('audit', `${service}.REPORT_ISSUED`),
          audited_service_id: worldId('audited_service', service),
          side,
          lot: 0,
          answered_by_id: account(who),
        });
    }
    for (const side of ['SERVICE', 'TEAM'])
      rows.add('survey_answer', side, {
        survey_id,
        side,
        lot: 0,
        ratings: { USEFUL: 4 },
        remark: 'Remarque',
      });
  }
}

/** Recommendations before and after they are published. */
function addRecommendations(rows: WorldRows, criterionId: string): void {
  for (const [name, cells] of [
    ['drafted', { state: 'DRAFT', due_on: '2027-06-01' }],
    ['sent', { state: 'SENT', due_on: '2027-06-01', sent_on: '2027-01-05' }],
    ['published', { state: 'SENT', due_on: '2027-06-01', sent_on: '2027-01-05', is_published: true }],
  ] as const) {
    const outside_recommendation_id = rows.add('outside_recommendation', name, {
      ...cells,
      campaign_id: worldId('campaign', 'CLOSED'),
      body: 'MANUFACTURER',
      title: `Recommandation ${name}`,
      text: 'Prévoir une alerte.',
      drafted_by_id: account('coordinator'),
    });
    rows.link('outside_recommendation_criterion', { outside_recommendation_id, criterion_id: criterionId });
    rows.add('outside_recommendation_note', name, {
      outside_recommendation_id,
      text: `Note ${name}`,
      written_by_id: account('coordinator'),
    });
  }
}

/** What services share of what they learnt, what people answered without a name, and what the programme asks of others. */
export function addSharing(rows: WorldRows, criterionId: string, surveyFormId: string): void {
  addScales(rows);
  for (const service of ['A', 'B']) {
    addEvent(rows, service, criterionId);
    addPractices(rows, service, criterionId);
  }
  addSurveys(rows, surveyFormId);
  addRecommendations(rows, criterionId);
}
