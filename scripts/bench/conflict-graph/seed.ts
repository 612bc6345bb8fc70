import type { BenchSeed } from '../bench-database';

/** How large the world of the bench is: a year of the programme, after five years of it. */
export const SIZES = {
  services: 500,
  auditors: 800,
  /** Sites of the country, the audited ones among them. */
  sites: 2_000,
  organisations: 1_000,
  /** Hospital groups and chains. */
  groupings: 150,
  /** Ties of one auditor in five years. */
  ties: 5,
  pastCampaigns: 5,
  auditsPerCampaign: 400,
  recordedFacts: 4_000,
} as const;

const PAST_AUDITS = SIZES.pastCampaigns * SIZES.auditsPerCampaign;

/** The day on which the bench asks. */
export const TODAY = '2027-01-11';

/** The campaign that is asked about. */
export const CAMPAIGN = `md5('graph campaign 0')::uuid`;

const id = (name: string, number: string): string => `md5('graph ${name} ' || ${number})::uuid`;

/** A number from 0 to `below` − 1 that looks drawn, and is the same in every seed. */
const drawn = (what: string, below: number | string): string =>
  `(('x' || substr(md5('draw ' || ${what}), 1, 7))::bit(28)::int % (${below}))`;

const RULES = `(select jsonb_agg(jsonb_build_object('code', code, 'number', number, 'predicate', predicate,
  'label', jsonb_build_object('fr', label_fr, 'en', label_en), 'steps', steps) order by code)
  from conflict_rule where is_evaluated and is_enabled_by_default)`;
const DELAYS = `(select jsonb_agg(jsonb_build_object('code', code, 'days', days, 'months', months,
  'label', jsonb_build_object('fr', label_fr, 'en', label_en)) order by code) from deadline_rule)`;

const STATEMENTS: readonly string[] = [
  `insert into person (id, family_name, given_name)
   select ${id('person', 'n')}, 'Nom ' || n, 'Prénom' from generate_series(1, ${SIZES.auditors}) n`,

  `insert into organisation (id, kind, code, name)
   select ${id('organisation', 'n')}, case when n > ${SIZES.organisations} then 'GROUPING' else 'LEGAL_ENTITY' end,
     'O' || n, case when n > ${SIZES.organisations} then 'Groupement ' else 'Établissement ' end || n
   from generate_series(1, ${SIZES.organisations + SIZES.groupings}) n`,

  // Two entities of three are in a group; one of ten was in another before.
  `insert into organisation_link (id, organisation_id, linked_organisation_id, kind, from_date, to_date, source)
   select ${id('link', 'n')}, ${id('organisation', 'n')}, ${id('organisation', `${SIZES.organisations} + 1 + n % ${SIZES.groupings}`)},
     case when n % ${SIZES.groupings} < 120 then 'GHT' else 'GROUP' end, date '2016-07-01', null, 'REGISTRY'
   from generate_series(1, ${SIZES.organisations}) n where n % 3 <> 0
   union all
   select ${id('link before', 'n')}, ${id('organisation', 'n')},
     ${id('organisation', `${SIZES.organisations} + 1 + (n * 7 + 3) % ${SIZES.groupings}`)}, 'GHT', date '2016-07-01', date '2024-12-31', 'REGISTRY'
   from generate_series(1, ${SIZES.organisations}) n where n % 10 = 0`,

  // Sites lie in thirteen regions of about eight departments each; entities have their sites in one department.
  `insert into audited_service (id, organisation_id, siret, name, department_code, department_name, region_code,
     region_name, latitude, longitude, modalities)
   select ${id('site', 'n')}, ${id('organisation', `1 + n % ${SIZES.organisations}`)}, lpad(n::text, 14, '0'),
     'Imagerie ' || n, d::text, 'Département ' || d, (d % 13)::text, 'Région ' || d % 13,
     42.5 + (d % 13) * 0.6 + ${drawn(`'lat' || n`, 1000)} / 900.0, -1.5 + (d / 13) * 1.1 + ${drawn(`'lon' || n`, 1000)} / 900.0, '{CT,MRI}'
   from generate_series(1, ${SIZES.sites}) n
   cross join lateral (select ${drawn(`'department' || 1 + n % ${SIZES.organisations}`, 101)} as d) place`,

  `insert into service_organisation (id, audited_service_id, organisation_id, from_date, to_date, source)
   select ${id('membership', 'n')}, ${id('site', 'n')}, ${id('organisation', `1 + n % ${SIZES.organisations}`)}, date '2010-01-01', null, 'REGISTRY'
   from generate_series(1, ${SIZES.sites}) n
   union all
   select ${id('shared membership', 'n')}, ${id('site', 'n')}, ${id('organisation', `1 + (n * 13) % ${SIZES.organisations}`)}, date '2015-01-01',
     case when n % 20 = 0 then date '2025-06-30' end, 'DECLARED'
   from generate_series(1, ${SIZES.sites}) n where n % 10 = 0 and (n * 13) % ${SIZES.organisations} <> n % ${SIZES.organisations}`,

  `insert into auditor (id, person_id, profession, qualification)
   select ${id('auditor', 'n')}, ${id('person', 'n')},
     (array['RADIOLOGIST', 'RADIOGRAPHER', 'RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST'])[1 + n % 5], 'QUALIFIED'
   from generate_series(1, ${SIZES.auditors}) n`,

  // One tie or two of today, the others ended within five years or a little before.
  `insert into affiliation (id, person_id, organisation_id, audited_service_id, kind, from_date, to_date, source)
   select ${id('tie', `n || ' ' || k`)}, ${id('person', 'n')}, s.organisation_id, case when k % 2 = 0 then s.id end,
     (array['EMPLOYMENT', 'EMPLOYMENT', 'LOCUM', 'TRAINING', 'CONSULTING', 'TELERADIOLOGY', 'OWNERSHIP'])[1 + ${drawn(`'kind' || n || ' ' || k`, 7)}],
     date '2018-01-01' + ${drawn(`'from' || n || ' ' || k`, 1000)},
     case when k > 2 or (k = 2 and n % 2 = 0) then date '2021-06-01' + ${drawn(`'to' || n || ' ' || k`, 2000)} end,
     case when k = 1 then 'REGISTRY' else 'DECLARED' end
   from generate_series(1, ${SIZES.auditors}) n cross join generate_series(1, ${SIZES.ties}) k
   join audited_service s on s.id = ${id('site', `1 + ${drawn(`'site' || n || ' ' || k`, SIZES.sites)}`)}`,

  // A declaration a year; who was late with the last is one in twenty-five.
  `insert into declaration_of_interests (id, auditor_id, state, signed_at, expires_on)
   select ${id('declaration', `n || ' ' || k`)}, ${id('auditor', 'n')}, case k when 1 then 'SIGNED' else 'SUPERSEDED' end,
     timestamptz '2026-11-01 08:00:00Z' - ((k - 1) * 360 + case when n % 25 = 0 then 400 else 0 end) * interval '1 day',
     date '2027-11-01' - ((k - 1) * 360 + case when n % 25 = 0 then 400 else 0 end)
   from generate_series(1, ${SIZES.auditors}) n cross join generate_series(1, 5) k`,

  `insert into interest (id, declaration_id, position, kind, organisation_id, audited_service_id, description, from_date, to_date)
   select ${id('interest', `n || ' ' || k || ' ' || i`)}, ${id('declaration', `n || ' ' || k`)}, i,
     (array['FAMILY', 'LITIGATION', 'FINANCIAL', 'RESEARCH', 'OTHER'])[1 + ${drawn(`'interest' || n || ' ' || i`, 5)}],
     s.organisation_id, s.id, 'Intérêt', date '2020-01-01', case when i = 2 then date '2025-01-01' end
   from generate_series(1, ${SIZES.auditors}) n cross join generate_series(1, 5) k cross join generate_series(1, 2) i
   join audited_service s on s.id = ${id('site', `1 + ${drawn(`'interest site' || n || ' ' || i`, SIZES.sites)}`)}`,

  `insert into campaign (id, code, title, state, template_version_id, conflict_rules, deadlines, visits_from, visits_to)
   select ${id('campaign', 'n')}, 'GRAPH-' || n, 'Campagne', case n when 0 then 'MATCHING' else 'CLOSED' end,
     (select id from template_version where state = 'PUBLISHED' order by id limit 1), ${RULES}, ${DELAYS},
     make_date(2027 - n, 1, 1), make_date(2027 - n, 12, 31)
   from generate_series(0, ${SIZES.pastCampaigns}) n`,

  `insert into application (id, campaign_id, audited_service_id, state)
   select ${id('application', 'n')}, ${CAMPAIGN}, ${id('site', 'n')}, 'CONFIRMED' from generate_series(1, ${SIZES.services}) n`,

  `insert into audit (id, reference, campaign_id, audited_service_id, template_version_id, state, visit_on, visit_closed_at)
   select ${id('audit', `c || ' ' || n`)}, 'GRAPH-' || c || '-' || n, ${id('campaign', 'c')},
     ${id('site', `1 + (n + c * 311) % ${SIZES.sites}`)}, (select id from template_version where state = 'PUBLISHED' order by id limit 1),
     'CLOSED', make_date(2027 - c, 6, 1), make_timestamptz(2027 - c, 6, 1, 16, 0, 0)
   from generate_series(1, ${SIZES.pastCampaigns}) c cross join generate_series(1, ${SIZES.auditsPerCampaign}) n
   union all
   select ${id('audit', `'0 ' || n`)}, 'GRAPH-0-' || n, ${CAMPAIGN}, ${id('site', 'n')},
     (select id from template_version where state = 'PUBLISHED' order by id limit 1), 'PLANNED', null, null
   from generate_series(1, ${SIZES.services}) n`,

  // Two auditors on each past audit, and on four of ten of this campaign.
  `insert into assignment (id, audit_id, auditor_id, seat, state, attested_at)
   select ${id('assignment', `c || ' ' || n || ' ' || k`)}, ${id('audit', `c || ' ' || n`)},
     ${id('auditor', `1 + (n * 2 + k + c * 97) % ${SIZES.auditors}`)}, (array['RADIOLOGIST', 'RADIOGRAPHER'])[k],
     case c when 0 then 'PROPOSED' else 'COMPLETED' end, now()
   from generate_series(0, ${SIZES.pastCampaigns}) c cross join generate_series(1, ${SIZES.auditsPerCampaign}) n
   cross join generate_series(1, 2) k where c > 0 or n % 2 = 0`,

  `insert into conflict_fact (id, kind, person_id, organisation_id, other_organisation_id, other_audited_service_id, other_party,
     description, from_date, to_date, source)
   select ${id('fact', 'n')}, f.kind,
     case when f.kind not in ('TELERADIOLOGY_CONTRACT', 'PATIENT_BASIN') and (f.kind <> 'VENDOR_FUNDING' or n % 2 = 0)
       then ${id('person', `1 + n % ${SIZES.auditors}`)} end,
     case when f.kind in ('TELERADIOLOGY_CONTRACT', 'PATIENT_BASIN') or (f.kind = 'VENDOR_FUNDING' and n % 2 = 1)
       then s.organisation_id end,
     case when f.kind in ('TELERADIOLOGY_CONTRACT') then t.organisation_id end,
     case when f.kind not in ('TELERADIOLOGY_CONTRACT', 'VENDOR_FUNDING') then t.id end,
     case when f.kind = 'VENDOR_FUNDING' then 'Fabricant ' || n % 59 end,
     'Fait ' || n, date '2019-01-01' + ${drawn(`'fact from' || n`, 2500)},
     case when n % 2 = 0 then date '2026-01-01' + ${drawn(`'fact to' || n`, 500)} end, 'DECLARED'
   from generate_series(1, ${SIZES.recordedFacts}) n
   cross join lateral (select (array['TELERADIOLOGY_CONTRACT', 'PERSONAL_TIE', 'FINANCIAL_INTEREST', 'EXTERNAL_INSPECTION',
     'JOINT_RESEARCH', 'VENDOR_FUNDING', 'PATIENT_BASIN'])[1 + ${drawn(`'fact' || n`, 7)}] as kind) f
   join audited_service s on s.id = ${id('site', `1 + ${drawn(`'fact site' || n`, SIZES.sites)}`)}
   join audited_service t on t.id = ${id('site', `1 + ${drawn(`'fact other' || n`, SIZES.sites)}`)}`,
];

/** What the database of the bench holds. */
export const GRAPH_SEED: BenchSeed = {
  name: 'vav_bench_graph',
  statements: STATEMENTS,
  expectedRows: {
    auditor: SIZES.auditors,
    affiliation: SIZES.auditors * SIZES.ties,
    audit: PAST_AUDITS + SIZES.services,
    conflict_fact: SIZES.recordedFacts,
  },
};
