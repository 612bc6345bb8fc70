import type { BenchSeed } from '../bench-database';

/** How many rows the bench reads from. */
export const SIZES = {
  campaigns: 200,
  auditsPerCampaign: 50,
  auditedServices: 1_000,
  findingsPerAudit: 10,
  /** One audit in so many has grades … */
  gradedOneIn: 100,
  /** … and then this many of them; the first audit has more. */
  grades: 120,
  gradesOfFirstAudit: 130,
} as const;

const AUDITS = SIZES.campaigns * SIZES.auditsPerCampaign;

/** The account that asks: a coordinator without any tie, who sees every row. */
export const COORDINATOR = 'bench coordinator';

// Ids come from names, so that every seed gives the same rows; creation times rise with the numbers, so that a list
// has one order, whichever of the two it is sorted by.
const id = (name: string, number = '') => `md5('bench ${name}'${number && ` || ' ' || ${number}`})::uuid`;
const BEGINNING = `timestamptz '2026-01-05 08:00:00+00'`;

const PUBLISHED_VERSIONS = `
  select v.id, row_number() over (order by t.code)::int as position, count(*) over ()::int as versions
  from template_version v join audit_template t on t.id = v.audit_template_id
  where v.state = 'PUBLISHED' and v.number = 1`;

/** The statements of the seed, in order; each makes all rows of one table. */
const SEED: readonly string[] = [
  `insert into person (id, family_name, given_name)
   select md5(name)::uuid, 'Mesure', name from unnest(array['${COORDINATOR}', 'bench auditor 1', 'bench auditor 2']) name`,

  `insert into account (id, person_id, email)
   values (md5('${COORDINATOR}')::uuid, md5('${COORDINATOR}')::uuid, 'coordination@bench.invalid')`,

  `insert into role_grant (id, account_id, role, from_date)
   values (md5('${COORDINATOR}')::uuid, md5('${COORDINATOR}')::uuid, 'COORDINATOR', '2020-01-01')`,

  `insert into auditor (id, person_id, profession, qualification)
   select ${id('auditor', 'n')}, ${id('auditor', 'n')}, (array['RADIOLOGIST', 'RADIOGRAPHER'])[n], 'QUALIFIED'
   from generate_series(1, 2) n`,

  `insert into organisation (id, name)
   select ${id('organisation', 'n')}, 'Établissement ' || n from generate_series(1, ${SIZES.auditedServices / 4}) n`,

  `insert into audited_service (id, organisation_id, siret, name, department_code, department_name, region_code,
     region_name, modalities, scanners, mri)
   select ${id('service', 'n')}, ${id('organisation', `(n - 1) / 4 + 1`)}, lpad(n::text, 14, '0'),
     'Service d’imagerie médicale ' || lpad(n::text, 4, '0'), lpad((n % 95 + 1)::text, 2, '0'),
     'Département ' || (n % 95 + 1), (n % 13 + 1)::text,
     (array['Auvergne-Rhône-Alpes', 'Bourgogne-Franche-Comté', 'Bretagne', 'Centre-Val de Loire', 'Corse', 'Grand Est',
       'Hauts-de-France', 'Île-de-France', 'Normandie', 'Nouvelle-Aquitaine', 'Occitanie', 'Pays de la Loire',
       'Provence-Alpes-Côte d’Azur'])[n % 13 + 1],
     array['CT', 'MRI'], n % 3 + 1, n % 2
   from generate_series(1, ${SIZES.auditedServices}) n`,

  `with version as (${PUBLISHED_VERSIONS}),
   rules as (
     select jsonb_agg(jsonb_build_object('code', code, 'number', number, 'predicate', predicate,
       'label', jsonb_build_object('fr', label_fr, 'en', label_en), 'steps', steps) order by code) as frozen
     from conflict_rule where is_evaluated and is_enabled_by_default),
   delays as (
     select jsonb_agg(jsonb_build_object('code', code, 'days', days, 'months', months,
       'label', jsonb_build_object('fr', label_fr, 'en', label_en)) order by code) as frozen
     from deadline_rule)
   insert into campaign (id, code, title, description, state, template_version_id, conflict_rules, deadlines,
     call_closes_on, visits_from, visits_to, created_by_id, created_at, updated_at)
   select ${id('campaign', 'n')}, 'CAMP-' || lpad(n::text, 4, '0'),
     'Campagne ' || n || ' : justification et optimisation des examens',
     'Une campagne d’audits par les pairs, du premier appel à la clôture des actions.', 'RUNNING', version.id,
     coalesce(rules.frozen, '[]'), coalesce(delays.frozen, '[]'), date '2026-03-01' + n, date '2026-04-01' + n,
     date '2026-12-01' + n, md5('${COORDINATOR}')::uuid, ${BEGINNING} + n * interval '1 hour',
     ${BEGINNING} + n * interval '1 hour'
   from generate_series(1, ${SIZES.campaigns}) n
   join version on version.position = (n - 1) % version.versions + 1
   cross join rules cross join delays`,

  // Neighbouring audits of a campaign are at services far apart: 19 and 1,000 have no common divisor.
  `with numbered as (
     select n, (n - 1) / ${SIZES.auditsPerCampaign} + 1 as campaign, (n - 1) % ${SIZES.auditsPerCampaign} as slot,
       n = 1 or n % ${SIZES.gradedOneIn} = 0 as is_issued
     from generate_series(1, ${AUDITS}) n)
   insert into audit (id, reference, campaign_id, audited_service_id, template_version_id, state, visit_on,
     team_shown_at, is_team_agreed, self_assessment_submitted_at, visit_closed_at, draft_shared_at, contradictory_until,
     report_issued_at, created_at, updated_at)
   select ${id('audit', 'n')}, 'AUD-2026-' || lpad(n::text, 5, '0'), campaign.id,
     ${id('service', `(campaign * 37 + slot * 19) % ${SIZES.auditedServices} + 1`)}, campaign.template_version_id,
     case when is_issued then 'REPORT_ISSUED' else 'CONTRADICTORY' end, date '2026-05-04' + n % 150,
     ${BEGINNING} + interval '60 days', true, ${BEGINNING} + interval '90 days', ${BEGINNING} + interval '120 days',
     ${BEGINNING} + interval '130 days', date '2026-06-30' + n % 150,
     case when is_issued then ${BEGINNING} + interval '200 days' end,
     ${BEGINNING} + n * interval '1 minute', ${BEGINNING} + n * interval '1 minute'
   from numbered join campaign on campaign.id = ${id('campaign', 'campaign')}`,

  `with graded as (
     select c.id, c.template_version_id, row_number() over (partition by c.template_version_id order by c.position)::int as position,
       count(*) over (partition by c.template_version_id)::int as criteria
     from criterion c)
   insert into finding (id, audit_id, campaign_id, criterion_id, number, kind, severity, state, statement,
     drafted_statement, drafted_severity, author_auditor_id, created_at, updated_at)
   select ${id('finding', `n || ' ' || k`)}, audit.id, audit.campaign_id, graded.id, k, judged.kind,
     judged.severity, case when audit.report_issued_at is null then 'SHARED' else 'FINAL' end, judged.statement,
     judged.statement, judged.severity, ${id('auditor', '(k % 2 + 1)')}, audit.created_at + k * interval '1 second',
     audit.created_at + k * interval '1 second'
   from generate_series(1, ${AUDITS}) n
   join audit on audit.id = ${id('audit', 'n')}
   cross join generate_series(1, ${SIZES.findingsPerAudit}) k
   cross join lateral (
     select (array['STRENGTH', 'OBSERVATION', 'NON_CONFORMITY', 'RECOMMENDATION', 'NON_CONFORMITY'])[k % 5 + 1] as kind,
       case k % 5 when 2 then 'MINOR' when 4 then (array['MAJOR', 'CRITICAL'])[n % 2 + 1] end as severity,
       (array[
         'Le motif clinique manque sur une partie des demandes relues, sans rappel au prescripteur.',
         'Les protocoles sont à jour, datés et connus de toute l’équipe de manipulation.',
         'La revue annuelle des doses est faite ; ses conclusions ne sont pas encore partagées avec les prescripteurs.',
         'Le contrôle de la position du patient n’est pas tracé avant chaque acquisition du protocole principal.',
         'La formation à la radioprotection des patients est suivie par tous, attestations présentées.'
       ])[(n + k) % 5 + 1] || ' Constat ' || n || '/' || k || '.' as statement) judged
   join graded on graded.template_version_id = audit.template_version_id
     and graded.position = (n * 3 + k * 7) % graded.criteria + 1`,

  // More criteria than one template has: the grades of these audits go through the templates in a row.
  `with ranked as (
     select c.id, row_number() over (order by v.position, c.position)::int as position
     from criterion c join (${PUBLISHED_VERSIONS}) v on v.id = c.template_version_id)
   insert into grade (id, audit_id, campaign_id, criterion_id, stage, auditor_id, value, reason, comment, minutes,
     agreed_by_auditor_id, created_at, updated_at)
   select ${id('grade', `audit.reference || ' ' || ranked.position`)}, audit.id, audit.campaign_id, ranked.id, 'CONSENSUS',
     ${id('auditor 1')},
     (array['CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE', 'NOT_EVALUATED'])[ranked.position % 5 + 1],
     case when ranked.position % 5 >= 3 then 'Sans objet dans ce service.' end,
     case when ranked.position % 2 = 0 then 'Vu sur place, pièce ' || ranked.position || '.' end,
     case when ranked.position % 3 > 0 then ranked.position % 45 end, ${id('auditor 2')},
     audit.created_at + ranked.position * interval '1 second', audit.created_at + ranked.position * interval '1 second'
   from audit
   join ranked on ranked.position <= case when audit.id = ${id('audit 1')} then ${SIZES.gradesOfFirstAudit}
     else ${SIZES.grades} end
   where audit.report_issued_at is not null`,
];

/** What must be there once the seed has run. */
const EXPECTED_ROWS: Readonly<Record<string, number>> = {
  campaign: SIZES.campaigns,
  audit: AUDITS,
  audited_service: SIZES.auditedServices,
  finding: AUDITS * SIZES.findingsPerAudit,
  grade: (AUDITS / SIZES.gradedOneIn) * SIZES.grades + SIZES.gradesOfFirstAudit,
};

/** What the database of the read bench holds. */
export const READS_SEED: BenchSeed = {
  name: 'vav_bench',
  statements: SEED,
  expectedRows: EXPECTED_ROWS,
};
