import type { BenchSeed } from '../bench-database';

/** How large the campaign of the bench is. */
export const SIZES = {
  audits: 500,
  /** Records of the campaign. */
  records: 1_000_000,
  /** Rows of the file that is imported. */
  rows: 100_000,
} as const;

/** The campaign whose doses are read, and one of its audits. */
export const CAMPAIGN = `md5('measures campaign')::uuid`;
export const ONE_AUDIT = id('audit', '7');

/** An audit of another campaign, into which the file is imported. */
export const IMPORTING_AUDIT = id('audit', '0');
export const IMPORTING_SERVICE = id('service', '0');
export const IMPORTER = `md5('measures account')::uuid`;

function id(name: string, number: string): string {
  return `md5('measures ${name} ' || ${number})::uuid`;
}

const PER_AUDIT = SIZES.records / SIZES.audits;

/** A number from 0 to 1 that looks drawn, and is the same in every seed. */
const drawn = (what: string): string =>
  `(hashint8extended(r::bigint, hashtext('${what}')) & 1048575) / 1048576.0`;

/** Examinations of the seed: one CT of adults in six, the rest radiographs; doses grow with the audit's number. */
const EXAMS = `'{CT-ENC,CT-THX,CT-AP,CT-TAP,CT-RLO,RX-THX-F,RX-ASP,RX-BAS,RX-RLO-F,RX-RLO-P}'::text[]`;

const campaign = (name: string, code: string): string =>
  `insert into campaign (id, code, title, state, template_version_id, conflict_rules, deadlines, visits_from, visits_to)
   select md5('measures ${name}')::uuid, '${code}', 'Campagne', 'CLOSED', v.id, '[]', '[]', '2027-01-01', '2027-12-31'
   from template_version v order by v.id limit 1`;

const STATEMENTS: readonly string[] = [
  campaign('campaign', 'MEASURES'),
  campaign('other campaign', 'OTHER'),
  `insert into person (id, family_name, given_name) values (md5('measures person')::uuid, 'Nom', 'Prénom')`,
  `insert into account (id, person_id, email) values (${IMPORTER}, md5('measures person')::uuid, 'a@example.org')`,
  `insert into organisation (id, kind, code, name) values (md5('measures organisation')::uuid, 'LEGAL_ENTITY', 'M', 'M')`,
  `insert into audited_service (id, organisation_id, siret, name, department_code, department_name, region_code,
     region_name, modalities)
   select ${id('service', 'n')}, md5('measures organisation')::uuid, lpad(n::text, 14, '0'), 'Imagerie ' || n, '75',
     'Paris', '11', 'Île-de-France', '{CT}' from generate_series(0, ${SIZES.audits}) n`,
  `insert into audit (id, reference, campaign_id, audited_service_id, template_version_id, state)
   select ${id('audit', 'n')}, 'AUD-2027-' || n,
     case n when 0 then md5('measures other campaign')::uuid else ${CAMPAIGN} end, ${id('service', 'n')}, v.id,
     case n when 0 then 'SELF_ASSESSMENT' else 'CLOSED' end
   from generate_series(0, ${SIZES.audits}) n, (select id from template_version order by id limit 1) v`,
  `insert into dose_import (id, audit_id, audited_service_id, state, sha256, created_by_id)
   select ${id('import', 'n')}, ${id('audit', 'n')}, ${id('service', 'n')}, 'DONE', '', ${IMPORTER}
   from generate_series(1, ${SIZES.audits}) n`,
  `insert into protocol_mapping (id, audited_service_id, modality, protocol_key, protocol, exam_code, decided_by_id)
   select md5('measures mapping ' || code)::uuid, ${IMPORTING_SERVICE}, modality, lower(replace(code, '-', ' ')), code, code,
     ${IMPORTER} from exam_type where code = any(${EXAMS})`,
  // A tenth of the records does not count.
  `insert into dose_record (id, dose_import_id, audit_id, audited_service_id, position, place, modality, level, study_key,
     event_key, performed_in, protocol, protocol_key, age_years, weight_kg, ctdi_vol_mgy, phantom_cm, dlp_mgy_cm,
     dap_mgy_cm2, exclusion, exam_code, population, set_aside)
   select gen_random_uuid(), ${id('import', 'n')}, ${id('audit', 'n')}, ${id('service', 'n')}, k, 'row ' || k,
     e.modality, 'EVENT', md5('s' || r)::uuid, md5('e' || r)::uuid, '2027-01', e.code, lower(e.code), 40, 70,
     case e.modality when 'CT' then 5 + 40 * ${drawn('ctdi')} + n % 7 end, e.phantom_cm,
     case e.modality when 'CT' then 200 + 800 * ${drawn('dlp')} end,
     case e.modality when 'CT' then null else 100 + 4000 * ${drawn('dap')} end,
     case when r % 20 = 0 then 'SCOUT' end, e.code, 'ADULT', case when r % 20 = 1 then 'AGE_UNKNOWN' end
   from generate_series(1, ${SIZES.audits}) n
   cross join generate_series(1, ${PER_AUDIT}) k
   cross join lateral (select n * ${PER_AUDIT} + k as r) numbered
   join lateral (select * from exam_type where code = (${EXAMS})[1 + r % 10]) e on true`,
];

/** A campaign with a million dose records, and a service that is about to import. */
export const MEASURES_SEED: BenchSeed = {
  name: 'vis_a_vis_bench_measures',
  statements: STATEMENTS,
  expectedRows: { dose_record: SIZES.records },
};
