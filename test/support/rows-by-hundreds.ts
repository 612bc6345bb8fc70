import type { TestApi } from './api';

/** How many objects of each type `fillByHundreds` makes with `rowId(type, n)`, n from 1. */
export const HUNDRED = 100;

/** The id of the n-th row of a table; `k` counts rows beside it under the same parent, from 1. */
const UID = `
  create function uid(kind text, n integer, k integer default 1) returns uuid language sql immutable
    as $$ select md5(kind || ' ' || n || ' ' || k)::uuid $$;
  create view one as select n from generate_series(1, ${HUNDRED}) n;
  -- The children of parent n: one, but ten for the second parent and a hundred for the third.
  create view child as select n, k from one
    cross join lateral generate_series(1, case n when 2 then 10 when 3 then ${HUNDRED} else 1 end) k;
  -- Pairs of two parents: each with its like, the third with all.
  create view pair as select a.n as a, b.n as b, case when a.n = b.n then a.n else 1000 * a.n + b.n end as id
    from one a cross join one b where a.n = b.n or a.n = 3 or b.n = 3;`;

const PEOPLE = `
  insert into person (id, family_name, given_name)
    select uid('person', n), 'Nom ' || n, 'Prénom' from generate_series(0, ${HUNDRED}) n;
  insert into account (id, person_id, email)
    select uid('account', n), uid('person', n), 'compte' || n || '@example.org' from generate_series(0, ${HUNDRED}) n;
  insert into account_session (id, account_id, method, session_version, ends_at, idle_ends_at, last_used_at)
    select uid('account_session', n, k), uid('account', n), 'PASSWORD', 1, '2100-01-01', '2100-01-01', now() from child;
  insert into account (id, kind, email)
    select uid('program account', n), 'SERVICE_ACCOUNT', 'programme' || n || '@example.org' from one;
  insert into client_program (id, account_id, name, contact_email, scopes)
    select uid('client_program', n), uid('program account', n), 'Programme ' || n, 'contact@example.org',
      '{AUDITS_READ}' from one;
  insert into role_grant (id, account_id, role, from_date)
    select uid('viewer role', row_number() over ()::int), uid('account', 0), role, '2020-01-01'
    from unnest('{COORDINATOR,STEERING_MEMBER,ADMIN,AUDITOR}'::text[]) role;
  -- Whoever answers for a service coordinates it no more: the programme's own is seen by somebody else.
  insert into person (id, family_name, given_name) select uid('programme', 0), 'Programme', 'Prénom';
  insert into account (id, person_id, email) select uid('programme', 0), uid('programme', 0), 'programme@example.org';
  insert into role_grant (id, account_id, role, from_date)
    select uid('programme role', row_number() over ()::int), uid('programme', 0), role, '2020-01-01'
    from unnest('{COORDINATOR,STEERING_MEMBER,ADMIN}'::text[]) role;
  insert into organisation (id, kind, code, name)
    select uid('organisation', n), 'LEGAL_ENTITY', 'O' || n, 'Entité ' || n from one;
  insert into organisation_link (id, organisation_id, linked_organisation_id, kind, from_date, source)
    select uid('organisation_link', n, k), uid('organisation', n), uid('organisation', n % ${HUNDRED} + 1), 'GROUP',
      date '2000-01-01' + k, 'REGISTRY' from child;
  insert into audited_service (id, organisation_id, finess_et, name, department_code, department_name, region_code,
      region_name, modalities)
    select uid('audited_service', n), uid('organisation', case when n > ${HUNDRED} then 3 else n end), 'F' || n,
      'Imagerie ' || n, '75', 'Paris', '11', 'Île-de-France', '{CT}' from generate_series(1, ${2 * HUNDRED}) n;
  insert into service_organisation (id, audited_service_id, organisation_id, from_date, source)
    select uid('service_organisation', n, k), uid('audited_service', n), uid('organisation', n),
      date '2000-01-01' + k, 'REGISTRY' from child;
  -- Files on their way are seen by their service alone: its first role is the viewer's.
  insert into role_grant (id, account_id, role, audited_service_id, from_date, granted_by_id)
    select uid('role_grant', n, k), uid('account', case k when 1 then 0 else n end), 'SERVICE_MANAGER',
      uid('audited_service', n), date '2020-01-01', uid('account', n) from child
    union all select uid('role_grant of account', n), uid('account', n), 'SERVICE_READER',
      uid('audited_service', n + ${HUNDRED}), '2020-01-01',
      uid('account', n) from one;
  insert into auditor (id, person_id, profession, qualification)
    select uid('auditor', n), uid('person', n), 'RADIOLOGIST', 'QUALIFIED' from generate_series(0, ${HUNDRED}) n;
  insert into auditor_unavailability (id, auditor_id, from_date, to_date)
    select uid('auditor_unavailability', n, k), uid('auditor', n), date '2027-01-01' + k, date '2027-01-01' + k
    from child;
  insert into affiliation (id, person_id, organisation_id, audited_service_id, kind, from_date, source)
    select uid('affiliation', n, k), uid('person', n), uid('organisation', n), uid('audited_service', n), 'EMPLOYMENT',
      date '2000-01-01' + k, 'DECLARED' from child;
  insert into declaration_of_interests (id, auditor_id, state, signed_at, expires_on)
    select uid('declaration_of_interests', n, k), uid('auditor', n), case k when 1 then 'SIGNED' else 'SUPERSEDED' end,
      now(), '2030-01-01' from child;
  insert into interest (id, declaration_id, position, kind, organisation_id, audited_service_id, description)
    select uid('interest', n, k), uid('declaration_of_interests', n), k, 'RESEARCH', uid('organisation', n),
      uid('audited_service', n), 'Étude' from child;
  -- A fact names one thing on each side; here every edge has something at its other end.
  alter table conflict_fact drop constraint conflict_fact_one_side, drop constraint conflict_fact_other_side;
  insert into conflict_fact (id, kind, person_id, organisation_id, audited_service_id, other_person_id,
      other_organisation_id, other_audited_service_id, description, from_date, source)
    select uid('conflict_fact', n), 'PERSONAL_TIE', uid('person', n), uid('organisation', n), uid('audited_service', n),
      uid('person', n % ${HUNDRED} + 1), uid('organisation', n % ${HUNDRED} + 1),
      uid('audited_service', n % ${HUNDRED} + 1), 'Lien', '2020-01-01', 'DECLARED' from one;
  insert into operation (id, kind, state, account_id, deadline_at)
    select uid('operation', n), 'AUDITORS_IMPORT', 'RUNNING', uid('account', 0), '2030-01-01' from one;
  insert into operation_problem (id, operation_id, position, line, severity, code)
    select uid('operation_problem', n, k), uid('operation', n), k, k, 'ERROR', 'MALFORMED' from child;`;

/** Words of a closed vocabulary are those of the rows that the platform loaded itself. */
const TEMPLATES = `
  insert into scale (id, code, kind, title_fr, title_en, definition)
    select uid('scale', n), 'SCALE' || n, s.kind, s.title_fr, s.title_en, s.definition
    from one, (select * from scale order by code limit 1) s;
  insert into evidence_kind (id, code, type, label_fr, label_en)
    select uid('evidence_kind', n), 'KIND' || n, e.type, e.label_fr, e.label_en
    from one, (select * from evidence_kind order by code limit 1) e;
  insert into reference_text (id, code, title_fr, title_en, locator_fr, locator_en, verification_level)
    select uid('reference_text', n), 'TEXT' || n, r.title_fr, r.title_en, r.locator_fr, r.locator_en,
      r.verification_level from one, (select * from reference_text order by code limit 1) r;
  insert into audit_template (id, code, slug)
    select uid('audit_template', n), 'TEMPLATE' || n, 'template-' || n from one;
  insert into template_version (id, audit_template_id, number, state, title_fr, title_en, modality, audit_unit_fr,
      audit_unit_en, sampling, record_grid, content_hash)
    select uid('template_version', n, k), uid('audit_template', n), k, 'PUBLISHED', v.title_fr, v.title_en, v.modality,
      v.audit_unit_fr, v.audit_unit_en, v.sampling, v.record_grid, v.content_hash
    from child, (select * from template_version order by id limit 1) v;
  insert into section (id, template_version_id, code, position, title_fr, title_en)
    select uid('section', n, k), uid('template_version', n), 'S' || k, k, 'Chapitre', 'Section' from child;
  insert into criterion (id, template_version_id, section_id, code, position, principle, is_critical, weight,
      scale_code, text_fr, text_en, evidence)
    select uid('criterion', n, k), uid('template_version', n), uid('section', n), 'C' || k, k, 'TRAINING', false, 1,
      'SCALE' || n, 'Critère', 'Criterion', c.evidence
    from child, (select * from criterion where evidence <> '[]' order by id limit 1) c;
  insert into criterion_lineage (id, from_criterion_id, to_criterion_id, kind)
    select uid('criterion_lineage', n, k), uid('criterion', 3, k), uid('criterion', n), 'SAME' from child;
  insert into crosswalk (id, criterion_id, reference_text_id, position)
    select uid('crosswalk', n, k), uid('criterion', n), uid('reference_text', k), k from child;
  insert into conflict_rule (id, code, number, predicate, subject, label_fr, label_en, steps, source_kind, source_fr,
      source_en, is_evaluated, is_enabled_by_default, content_hash)
    select uid('conflict_rule', n), 'RULE' || n, 1, r.predicate, r.subject, r.label_fr, r.label_en, r.steps,
      r.source_kind, r.source_fr, r.source_en, r.is_evaluated, r.is_enabled_by_default, r.content_hash
    from one, (select * from conflict_rule order by code limit 1) r;
  insert into deadline_rule (id, code, number, days, months, direction, event, label_fr, label_en, basis_kind,
      basis_fr, basis_en, content_hash)
    select uid('deadline_rule', n), 'DELAY' || n, 1, r.days, r.months, r.direction, r.event, r.label_fr, r.label_en,
      r.basis_kind, r.basis_fr, r.basis_en, r.content_hash
    from one, (select * from deadline_rule order by code limit 1) r;`;

const AUDITS = `
  insert into campaign (id, code, title, state, template_version_id, conflict_rules, deadlines, visits_from, visits_to)
    select uid('campaign', n), 'C' || n, 'Campagne', 'RUNNING', uid('template_version', n), c.conflict_rules,
      c.deadlines, c.visits_from, c.visits_to from one, (select * from campaign limit 1) c;
  insert into application (id, campaign_id, audited_service_id, state)
    select uid('application', id), uid('campaign', a), uid('audited_service', b), 'CONFIRMED' from pair;
  insert into audit (id, reference, campaign_id, audited_service_id, template_version_id, state, visit_on,
      team_shown_at, draft_shared_at, contradictory_until, report_issued_at)
    select uid('audit', id), 'AUD-2027-' || id, uid('campaign', a), uid('audited_service', b),
      uid('template_version', a), 'FOLLOW_UP', '2026-03-01', '2026-01-01', '2026-04-01', '2026-05-01', '2026-06-01'
    from pair;
  insert into assignment (id, audit_id, auditor_id, seat, state, attested_at)
    select uid('assignment', id), uid('audit', a), uid('auditor', b), 'OBSERVER', 'CONFIRMED', now() from pair
    union all select uid('viewer assignment', n), uid('audit', n), uid('auditor', 0), 'OBSERVER', 'CONFIRMED', now()
    from one;
  insert into matching_settings (id, campaign_id, weights) select uid('matching_settings', n), uid('campaign', n), '{}'
    from one;
  insert into staffing_need (id, campaign_id, audited_service_id)
    select uid('staffing_need', id), uid('campaign', a), uid('audited_service', b) from pair;
  insert into matching_decision (id, audit_id, auditor_id, kind, reason, decided_by_id)
    select uid('matching_decision', n, k), uid('audit', n), uid('auditor', k), 'FORBID', 'Même promotion', uid('account', n)
    from child;
  -- The campaign that was there before has a run as well.
  create view composed as select n, k, uid('campaign', n) as campaign_id from child
    union all select 0, row_number() over ()::int, c.id from campaign c
      where not exists (select 1 from one where uid('campaign', n) = c.id);
  insert into operation (id, kind, state, account_id, deadline_at)
    select uid('run operation', n, k), 'MATCHING_RUN', 'DONE', uid('account', 0), '2030-01-01' from composed;
  insert into matching_run (id, campaign_id, operation_id, base_run_id, state, seed, seconds, memory_megabytes, rules_hash,
      solver_version, settings, started_by_id, status, finished_at, published_at, published_by_id)
    select uid('matching_run', n, k), campaign_id, uid('run operation', n, k), uid('matching_run', n), 'PUBLISHED', 1, 60,
      1024, '', '', '{"fairness": "SUM", "isLanguageRequired": true, "minimumAudits": 0, "isReviewAllowed": false,
        "pastCampaigns": 1, "seats": {"RADIOLOGIST": 1, "RADIOGRAPHER": 1, "MEDICAL_PHYSICIST": 0}}',
      uid('account', n), 'FEASIBLE', now(), now(), uid('account', n) from composed;
  insert into matching_snapshot (id, sha256, content) select uid('matching_run', n), '', '{}' from one;
  insert into matching_result (id, sha256, plan) select uid('matching_run', n), '', '{"shortfalls": []}' from one;
  insert into proposed_team (id, matching_run_id, audit_id, value)
    select uid('proposed_team', id), uid('matching_run', a), uid('audit', b), 1 from pair;
  insert into proposed_member (id, matching_run_id, proposed_team_id, audit_id, auditor_id, seat, is_lead, assignment_id)
    select uid('proposed_member', n, k), uid('matching_run', n), uid('proposed_team', n), uid('audit', n), uid('auditor', k),
      'RADIOLOGIST', false, case k when 1 then uid('assignment', n) end from child;
  insert into conflict (id, audit_id, assignment_id, auditor_id, rule_code, rule_number, level, facts,
      overridden_by_id, override_reason)
    select uid('conflict', n, k), uid('audit', n), uid('assignment', n), uid('auditor', n), 'C03', 1, 'REVIEW', '[]',
      uid('account', n), 'Lien ancien' from child;
  insert into conflict_alert (id, audit_id, assignment_id, auditor_id, rule_code, rule_number, predicate, level, facts,
      cause, found_at, substitute_auditor_id)
    select uid('conflict_alert', n, k), uid('audit', n), uid('assignment', n), uid('auditor', n), 'C' || k, 1,
      'COMPETITOR', 'REVIEW', '[]', 'affiliationDeclare', now(), uid('auditor', n) from child;
  insert into recusal (id, audit_id, assignment_id, reason, decide_by)
    select uid('recusal', id), uid('audit', a), uid('assignment', id), 'Fait nouveau', '2027-02-01' from pair;
  insert into grade (id, audit_id, campaign_id, criterion_id, stage, auditor_id, value, agreed_by_auditor_id)
    select uid('grade', n, k), uid('audit', n), uid('campaign', n), uid('criterion', n, k), 'CONSENSUS',
      uid('auditor', n), 'CONFORM', uid('auditor', n) from child
    union all select uid('grade of pair', id), uid('audit', id), uid('campaign', a), uid('criterion', a), 'CONSENSUS',
      uid('auditor', a), 'CONFORM', uid('auditor', a) from pair where a <> b;
  insert into criterion_measure (id, audit_id, campaign_id, criterion_id, stage, auditor_id, share)
    select uid('criterion_measure', n, k), uid('audit', n), uid('campaign', n), uid('criterion', n, k), 'CONSENSUS',
      uid('auditor', n), 0.5 from child
    union all select uid('measure of pair', id), uid('audit', id), uid('campaign', a), uid('criterion', a), 'CONSENSUS',
      uid('auditor', a), 0.5 from pair where a <> b;
  insert into section_submission (id, audit_id, section_id, auditor_id)
    select uid('section_submission', n, k), uid('audit', n), uid('section', n), uid('auditor', k) from child;
  insert into evidence (id, audit_id, audited_service_id, kind, evidence_kind_code, state, title, note)
    select uid('evidence', n, k), uid('audit', n), uid('audited_service', n), 'NOTE', 'KIND' || n, 'CLEAN', 'Preuve',
      'Vu sur place' from child;
  insert into evidence_criterion (evidence_id, criterion_id)
    select uid('evidence', n), uid('criterion', 3, k) from child;
  insert into upload (id, purpose, subject_id, audit_id, audited_service_id, sent_by_id, file_name, media_type, size_bytes,
      sha256, ticket_hash, ticket_expires_at, file_key)
    select uid('upload', n, k), 'EVIDENCE', uid('evidence', n, k), uid('audit', n), uid('audited_service', n),
      uid('account', n), 'a.pdf', 'application/pdf', 1, repeat('a', 64), n || ' ' || k, now(), uid('file', n, k) from child;
  insert into evidence_file (id, upload_id, file_name, media_type, size_bytes, sha256)
    select uid('evidence', n, k), uid('upload', n, k), 'a.pdf', 'application/pdf', 1, repeat('a', 64) from child;
  insert into evidence_request (id, audit_id, audited_service_id, evidence_kind_code, state, text, due_on,
      asked_by_auditor_id)
    select uid('evidence_request', n, k), uid('audit', n), uid('audited_service', n), 'KIND' || n, 'ANSWERED',
      'Le registre', '2027-01-01', uid('auditor', n) from child;
  insert into evidence_request_criterion (evidence_request_id, criterion_id)
    select uid('evidence_request', n), uid('criterion', 3, k) from child;
  insert into evidence_answer (id, evidence_request_id, audit_id, audited_service_id, number, verdict, verdict_reason,
      decided_at, decided_by_auditor_id)
    select uid('evidence_answer', n, k), uid('evidence_request', n), uid('audit', n), uid('audited_service', n), k,
      'REJECTED', 'Incomplet', now(), uid('auditor', n) from child;
  insert into answering_evidence (evidence_answer_id, evidence_id)
    select uid('evidence_answer', n), uid('evidence', n, k) from child
    union select uid('evidence_answer', n, k), uid('evidence', n) from child;
  insert into evidence_verdict (id, evidence_id, audit_id, audited_service_id, value, evidence_version,
      decided_by_auditor_id, decided_at)
    select uid('evidence_verdict', n, k), uid('evidence', n, k), uid('audit', n), uid('audited_service', n), 'ACCEPTED',
      1, uid('auditor', n), now() from child;
  insert into evidence_validity (id, expires_on, taken_over_from_id)
    select uid('evidence', n, k), '2027-12-31', uid('evidence', n % ${HUNDRED} + 1) from child;
  -- What the viewer himself has judged.
  insert into case_sample (id, audit_id, campaign_id, audited_service_id, evidence_kind_code, state, population_size,
      list_sha256, nonce_sha256, listed_at, completed_at)
    select uid('case_sample', n, k), uid('audit', n), uid('campaign', n), uid('audited_service', n), 'KIND' || k,
      'COMPLETE', 1, '', '', now(), now() from child;
  insert into sampled_case (id, case_sample_id, audit_id, position, record_number, replaces_id)
    select uid('sampled_case', n, k), uid('case_sample', n), uid('audit', n), k, 'R' || k,
      case k when 1 then uid('sampled_case', n % ${HUNDRED} + 1) end from child;
  insert into case_review (id, case_sample_id, audit_id, sampled_case_id, criterion_id, auditor_id, value)
    select uid('case_review', n, k), uid('case_sample', n), uid('audit', n), uid('sampled_case', n),
      uid('criterion', n, k), uid('auditor', 0), 'J' from child;
  insert into case_review_submission (id, case_sample_id, audit_id, auditor_id)
    select uid('case_review_submission', n, k), uid('case_sample', n), uid('audit', n), uid('auditor', k) from child;
  insert into case_outcome (id, case_sample_id, audit_id, sampled_case_id, criterion_id, basis, value, first_value,
      second_value)
    select uid('case_outcome', n, k), uid('case_sample', n), uid('audit', n), uid('sampled_case', n),
      uid('criterion', n, k), 'AGREED', 'J', 'J', 'J' from child;
  insert into evidence_scan (id, outcome, media_type, reasons, sent_sha256, scanner, scanned_at)
    select uid('evidence', n, k), 'DOUBTFUL', 'application/pdf', '[]', repeat('a', 64), '1', now() from child;
  insert into evidence_scan_decision (id, decision, reason)
    select uid('evidence', n, k), 'RELEASED', 'Rien de personnel' from child;
  insert into exam_type (id, code, modality, scope, populations, label_fr, label_en, words)
    select uid('exam_type', n), 'EXAM-' || n, 'CT', 'ACQUISITION', 'ADULT', 'Examen', 'Examination', '{}' from one;
  insert into dose_population (id, code, basis, label_fr, label_en)
    select uid('dose_population', n), 'POPULATION-' || n, 'NOMINAL', 'Population', 'Population' from one;
  insert into reference_level_source (id, code, use, title_fr, title_en, url, evidence_fr, evidence_en)
    select uid('reference_level_source', n), 'SOURCE-' || n, 'HISTORICAL', 'Source', 'Source', 'https://example.org',
      'Lu', 'Read' from one;
  insert into reference_level (id, source_code, exam_code, population, quantity, scope, unit, nrd, verification,
      valid_from)
    select uid('reference_level', n), 'SOURCE-' || n, 'EXAM-' || n, 'POPULATION-' || n, 'IDSV', 'ACQUISITION', 'mGy', n,
      'OFFICIAL_TEXT', date '2000-01-01' + n from one;
  insert into operation (id, kind, state, account_id, deadline_at)
    select uid('dose operation', n, k), 'DOSE_IMPORT', 'DONE', uid('account', 0), '2030-01-01' from child;
  insert into dose_import (id, audit_id, audited_service_id, operation_id, state, sha256, created_by_id)
    select uid('dose_import', n, k), uid('audit', n), uid('audited_service', n), uid('dose operation', n, k), 'DONE', '',
      uid('account', n) from child;
  insert into upload (id, purpose, subject_id, audit_id, audited_service_id, sent_by_id, file_name, media_type, size_bytes,
      sha256, state, ticket_hash, ticket_expires_at, file_key)
    select uid('dose upload', n, k), 'DOSE_IMPORT', uid('dose_import', n, k), uid('audit', n), uid('audited_service', n),
      uid('account', n), 'a.csv', 'text/csv', 1, repeat('a', 64), 'HANDLED', 'dose ' || n || ' ' || k, now(),
      uid('dose upload key', n, k) from child;
  insert into protocol_mapping (id, audited_service_id, modality, protocol_key, protocol, exam_code, decided_by_id)
    select uid('protocol_mapping', n), uid('audited_service', n), 'CT', 'thorax', 'Thorax', 'EXAM-' || n,
      uid('account', n) from one;
  insert into dose_record (id, dose_import_id, audit_id, audited_service_id, position, place, modality, level, protocol,
      protocol_key, age_years, ctdi_vol_mgy, phantom_cm, exam_code, population)
    select uid('dose_record', n, k), uid('dose_import', n), uid('audit', n), uid('audited_service', n), k, 'row ' || k,
      'CT', 'EVENT', 'Thorax', 'thorax', 50, 8, 32, 'CT-THX', 'ADULT' from child;
  insert into dose_refusal (id, dose_import_id, position, place, code, params)
    select uid('dose_refusal', n, k), uid('dose_import', n), k, 'row ' || k, 'DOSE_FILE_UNREADABLE', '{}' from child;
  -- The viewer is not on the teams of pairs: there he sees what was shared.
  insert into finding (id, audit_id, campaign_id, criterion_id, number, kind, severity, state, statement,
      author_auditor_id, drafted_statement)
    select uid('finding', n, k), uid('audit', n), uid('campaign', n), uid('criterion', n), k, 'NON_CONFORMITY', 'MAJOR',
      'FINAL', 'Écart', uid('auditor', n), null from child
    union all select uid('finding of pair', id), uid('audit', id), uid('campaign', a), uid('criterion', a), 1,
      'NON_CONFORMITY', 'MAJOR', 'FINAL', 'Écart', uid('auditor', a), 'Écart' from pair where a <> b;
  insert into finding_reply (id, finding_id, audit_id, kind)
    select uid('finding_reply', n, k), uid('finding', n, k), uid('audit', n), 'ACCEPTED' from child;
  -- The viewer has ties with the services: of such campaigns he sees what is published.
  insert into synthesis (id, campaign_id, state, published_at, prepared_at, sha256, content)
    select uid('synthesis', n), uid('campaign', n), 'PUBLISHED', now(), now(), '', '{"services": 5, "fewestServices": 5,
      "participation": {"sectors": [], "regions": [], "sizes": [], "modalities": []}, "sections": [], "findings": [],
      "doses": [], "practices": [], "recommendations": [], "survey": []}' from one;
  insert into service_comparison (id, audit_id, campaign_id, audited_service_id, asked_traits, shared_traits,
      service_count, figures)
    select uid('service_comparison', n, k), uid('audit', n), uid('campaign', n), uid('audited_service', n), '{}', '{}', 5,
      '[]' from child;
  insert into report (id, audit_id, number, content, sha256, amendment_reason)
    select uid('report', n, k), uid('audit', n), k, said, 'a', case when k > 1 then 'Erreur' end
    from child, lateral (
      select jsonb_build_object('findings', jsonb_agg(to_jsonb(f)))::text as said from finding f
      where f.audit_id = uid('audit', n)) issued;
  -- There are but three audiences; a hundred variants are of one.
  alter table report_variant drop constraint report_variant_report_id_audience_key;
  insert into report_variant (id, report_id, audit_id, audited_service_id, audience, content, sha256)
    select uid('report_variant', n, k), uid('report', n), uid('audit', n), uid('audited_service', n), 'PUBLIC', '{}',
      encode(sha256('{}'), 'hex') from child
    union all select uid('variant of report', n, k), uid('report', n, k), uid('audit', n), uid('audited_service', n),
      'PUBLIC', '{}', encode(sha256('{}'), 'hex') from child where k > 1;
  insert into plan_document (id, audit_id, audited_service_id, report_id, content, sha256)
    select uid('plan_document', n), uid('audit', n), uid('audited_service', n), uid('report', n), '{}',
      encode(sha256('{}'), 'hex') from one;
  insert into attestation (id, audit_id, audited_service_id, note)
    select uid('attestation', n, k), uid('audit', n), uid('audited_service', n), 'Attestation' from child;
  insert into corrective_action (id, audit_id, audited_service_id, campaign_id, finding_id, state, title, owner_name,
      due_on, effectiveness_due_on)
    select uid('corrective_action', n, k), uid('audit', n), uid('audited_service', n), uid('campaign', n),
      uid('finding', n), 'AGREED', 'Action', 'Cadre', '2027-06-01', '2027-09-01' from child;
  insert into corrective_action_note (id, corrective_action_id, kind, text, evidence_id)
    select uid('corrective_action_note', n, k), uid('corrective_action', n), 'PROGRESS', 'En cours', uid('evidence', n)
    from child;
  insert into corrective_action_owner (id, account_id)
    select uid('corrective_action', n, k), uid('account', n) from child;
  insert into corrective_action_dependency (id, corrective_action_id, waits_for_id)
    select uid('corrective_action_dependency', n, k), uid('corrective_action', n),
      case k when ${HUNDRED} then uid('corrective_action', 2, 2) else uid('corrective_action', (n + k - 1) % ${HUNDRED} + 1) end
    from child;
  insert into waiver_extension (id, reason, expires_on)
    select uid('corrective_action', n), 'Retard', '2027-12-01' from one;
  insert into effectiveness_check (id, corrective_action_id, round, due_on, evidence_id)
    select uid('effectiveness_check', n, k), uid('corrective_action', n), k, '2027-09-01', uid('evidence', n) from child;
  insert into corrective_action_relapse (id, corrective_action_id, finding_id, audit_id, audited_service_id, relapsed_on)
    select uid('corrective_action_relapse', n, k), uid('corrective_action', n),
      uid('finding', (n + k - 1) % ${HUNDRED} + 1), uid('audit', n), uid('audited_service', n), '2027-06-01' from child;
  insert into documentary_follow_up (id, audit_id, audited_service_id, campaign_id, due_on, reviewer_auditor_id)
    select uid('documentary_follow_up', id), uid('audit', id), uid('audited_service', b), uid('campaign', a), '2029-06-01',
      uid('auditor', a) from pair;
  insert into follow_up_item (id, documentary_follow_up_id, corrective_action_id, subject, outcome, statement, evidence_id)
    select uid('follow_up_item', n, k), uid('documentary_follow_up', n), uid('corrective_action', n, k), 'Action',
      'CHANGED', 'Changée', uid('evidence', n) from child;`;

/** What people were told: each in a message of its own, that took one attempt. */
const MESSAGES = `
  insert into mail (id, account_id, kind, day, language, composed_at)
    select uid('mail', n, k), uid('account', n), 'AT_ONCE', '2027-01-11', 'fr', now() from child;
  insert into mail_attempt (id, mail_id, number, outcome, began_at, ended_at)
    select uid('mail_attempt', n, k), uid('mail', n, k), 1, 'LATER', now(), now() from child;
  insert into delivery (id, account_id, topic, audience, subject_id, fact, object_type, object_id, audit_id, campaign_id,
      audited_service_id, found_at, mail_id)
    select uid('delivery', n, k), uid('account', n), 'REPORT_ISSUED', 'SERVICE', uid('audited_service', n), n || ' ' || k,
      'Audit', uid('audit', n), uid('audit', n), uid('campaign', n), uid('audited_service', n), now(), uid('mail', n, k)
    from child;`;

/** The viewer manages each service, and so its endpoint. */
const WEBHOOKS = `
  insert into webhook_endpoint (id, audited_service_id, url)
    select uid('webhook_endpoint', n), uid('audited_service', n), 'https://receiver.example/' || n from one;
  insert into webhook_delivery (id, webhook_endpoint_id, sequence, topic, body)
    select uid('webhook_delivery', n, k), uid('webhook_endpoint', n), k, 'REPORT_ISSUED', '{}' from child;
  insert into webhook_attempt (id, webhook_delivery_id, number, outcome, began_at, duration_ms)
    select uid('webhook_attempt', n, k), uid('webhook_delivery', n), k, 'TIMED_OUT', now(), 1 from child;`;

/** What is shared, answered and recommended; the viewer has valued each case himself. */
const SHARING = `
  insert into event_criterion (id, code, position, label_fr, label_en, verification_level)
    select uid('event_criterion', n), 'E' || n, 100 + n, e.label_fr, e.label_en, e.verification_level
    from one, (select * from event_criterion order by code limit 1) e;
  -- The first ones of a list are those that have something at the other end of each edge.
  insert into radiation_event (id, audited_service_id, occurred_on, event_criterion_code, kind, is_declared, is_analysed,
      created_at)
    select uid('radiation_event', n, k), uid('audited_service', n), '2026-01-01', '2.2', 'PROTOCOL', true, true,
      date '2026-01-01' + k from child;
  insert into radiation_event_criterion (radiation_event_id, criterion_id)
    select uid('radiation_event', n), uid('criterion', 3, k) from child;
  insert into radiation_event_finding (radiation_event_id, finding_id)
    select uid('radiation_event', n), uid('finding', n, k) from child;
  insert into event_lesson (id, radiation_event_id, event_criterion_code, kind, text)
    select uid('event_lesson', n, k), uid('radiation_event', n, k), '2.2', 'PROTOCOL', 'Relire' from child;
  insert into panel_case (id, radiation_event_id, audited_service_id, event_criterion_code, kind, description)
    select uid('panel_case', n, k), uid('radiation_event', n, k), uid('audited_service', n), '2.2', 'PROTOCOL', 'Cas' from child;
  insert into scale_definition (id, code, number, state, title_fr, title_en, note_fr, note_en, levels)
    select uid('scale_definition', n), 'S' || n, 1, 'TRIAL', 'Échelle', 'Scale', 'Note', 'Note', '[]' from one;
  insert into scale_trial (id, radiation_event_id, audited_service_id, scale_definition_id, side, value, reason, rated_by_id)
    select uid('scale_trial', n, k), uid('radiation_event', n), uid('audited_service', n), uid('scale_definition', k),
      'SERVICE', '0', 'Vu', uid('account', n) from child;
  insert into scale_trial (id, radiation_event_id, audited_service_id, scale_definition_id, side, panel_case_id, value,
      reason, rated_by_id)
    select uid('panel scale_trial', n, k), uid('radiation_event', n), uid('audited_service', n), uid('scale_definition', k),
      'PANEL', uid('panel_case', n), '0', 'Vu', uid('programme', 0) from child;
  insert into survey (id, campaign_id, survey_form_id)
    select uid('survey', n), uid('campaign', n), f.id from one, (select id from survey_form limit 1) f;
  insert into survey_participation (id, survey_id, audit_id, audited_service_id, side, lot, answered_by_id)
    select uid('survey_participation', n, k), uid('survey', n), uid('audit', n), uid('audited_service', n), 'SERVICE', 0,
      uid('account', k) from child;
  insert into survey_answer (id, survey_id, side, lot, ratings)
    select uid('survey_answer', n, k), uid('survey', n), 'SERVICE', 0, '{}' from child;
  insert into shared_practice (id, finding_id, audit_id, campaign_id, audited_service_id, criterion_id, text, is_named)
    select uid('shared_practice', n), uid('finding', n), uid('audit', n), uid('campaign', n), uid('audited_service', n),
      uid('criterion', n), 'Relire à deux', true from one;
  insert into outside_recommendation (id, campaign_id, body, title, text)
    select uid('outside_recommendation', n), uid('campaign', n), 'ASNR', 'Titre', 'Texte' from one;
  insert into outside_recommendation_criterion (outside_recommendation_id, criterion_id)
    select uid('outside_recommendation', n), uid('criterion', 3, k) from child;
  insert into outside_recommendation_note (id, outside_recommendation_id, text)
    select uid('outside_recommendation_note', n, k), uid('outside_recommendation', n), 'Note' from child;`;

/** Entries on each noun that has a history, and for each campaign a checkpoint that covers its reports. */
const TRAIL = `
  insert into trail_entry (id, account_id, act, object_type, object_id, request_id)
    select case when type = 'Person' and k = 1 then uid('trail_entry', n) else uid(name || '_entry', n, k) end,
      uid('account', n), case type when 'Report' then 'reportIssue' else 'auditShowTeam' end, type, uid(name, n), 'r'
    from child, (values ('Audit', 'audit'), ('Assignment', 'assignment'), ('Recusal', 'recusal'), ('Finding', 'finding'),
      ('Report', 'report'), ('Evidence', 'evidence'), ('EvidenceRequest', 'evidence_request'), ('CorrectiveAction', 'corrective_action'),
      ('Application', 'application'), ('Campaign', 'campaign'), ('Account', 'account'), ('Person', 'person'),
      ('Auditor', 'auditor'), ('CaseSample', 'case_sample'), ('DeclarationOfInterests', 'declaration_of_interests')) noun (type, name);
  insert into trail_chain (id, size, frontier) select uid('campaign', n)::text, 1, '{}' from one;
  insert into trail_leaf (id, chain_id, index, leaf, leaf_hash)
    select uid('report_entry', n), uid('campaign', n)::text, 0, '', '' from one;
  insert into checkpoint (id, chain_id, size, root, key_id, note)
    select uid('checkpoint', n), uid('campaign', n)::text, 1, '', '', '' from one;`;

/**
 * Fills every table by hundreds: each row with at least one row at the other end of each of its edges, the second
 * parent of a list with ten children, the third with a hundred. One campaign must exist, for its frozen rules.
 * @returns two accounts that see all of it between them: one of the programme, an observer on each audit's team and the
 *   manager of each service; and one of the programme without a service
 */
export async function fillByHundreds(api: TestApi): Promise<{ accountId: string; programmeId: string }> {
  for (const text of [UID, PEOPLE, TEMPLATES, AUDITS, MESSAGES, WEBHOOKS, SHARING, TRAIL])
    await api.sql(text);
  const [row] = await api.sql<{ accountId: string; programmeId: string }>(
    `select uid('account', 0) as "accountId", uid('programme', 0) as "programmeId"`,
  );
  if (!row) throw new Error('no account');
  return row;
}

/** The ids of the hundred objects of a type, by the name of their table, in their order. */
export async function hundredIds(api: TestApi, table: string): Promise<string[]> {
  const rows = await api.sql<{ id: string }>('select uid($1, n)::text as id from one order by n', [table]);
  return rows.map(({ id }) => id);
}
