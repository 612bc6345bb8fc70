import { AUDIT_STATES } from '../../../server/audits';
import { APPLICATION_STATES } from '../../../server/campaigns';
import { CORRECTIVE_ACTION_STATES } from '../../../server/corrective-actions';
import type { BenchSeed } from '../bench-database';

/** The day on which the bench asks: days of the seed lie around it. */
export const TODAY = '2027-01-11';

/** The campaign that is asked about. */
export const CAMPAIGN = `md5('progress campaign 1')::uuid`;

/** A coordinator without any tie. */
export const COORDINATOR = `md5('progress account 0')::uuid`;

const id = (name: string, number: string): string => `md5('progress ${name} ' || ${number})::uuid`;

/** A number from 0 to `below` − 1 that looks drawn, and is the same in every seed. */
const drawn = (what: string, below: number): string =>
  `(('x' || substr(md5('progress draw ${what} ' || n), 1, 7))::bit(28)::int % ${below})`;

const oneOf = (what: string, words: readonly string[]): string =>
  `(array[${words.map((word) => `'${word}'`).join(', ')}])[1 + ${drawn(what, words.length)}]`;

/** A day up to forty before today or after it. */
const day = (what: string): string => `date '${TODAY}' - 40 + ${drawn(what, 81)}`;

const STATE = `(array[${AUDIT_STATES.map((state) => `'${state}'`).join(', ')}])[1 + n % ${AUDIT_STATES.length}]`;
const TEMPLATE = `(select id from template_version where state = 'PUBLISHED' order by id limit 1)`;

/**
 * A campaign in full swing: audits of all states in equal numbers, teams complete and not, things that wait and are late
 * beside them.
 * @param audits how many; a fifth as many auditors
 */
export function progressStatements(audits: number): readonly string[] {
  const auditors = Math.max(4, Math.floor(audits / 5));
  const each = `from generate_series(1, ${audits}) n`;
  const auditor = (k: number): string => id('auditor', `1 + (n * 2 + ${k}) % ${auditors}`);
  return [
    `insert into person (id, family_name, given_name)
     select ${id('person', 'n')}, ${oneOf('name', ['Émery', 'Eluard', 'eynard', 'Zola', 'Açard', 'Abel'])}, 'P' || n
     from generate_series(0, ${auditors}) n`,
    `insert into account (id, person_id, email) select ${COORDINATOR}, ${id('person', '0')}, 'progress@example.org'`,
    `insert into role_grant (id, account_id, role, from_date)
     select ${id('role', '0')}, ${COORDINATOR}, 'COORDINATOR', '2020-01-01'`,
    `insert into account_session (id, account_id, method, session_version, ends_at, idle_ends_at, last_used_at)
     select ${COORDINATOR}, ${COORDINATOR}, 'PASSWORD', 1, '2100-01-01', '2100-01-01', now()
     where not exists (select 1 from account_session where id = ${COORDINATOR})`,
    `insert into auditor (id, person_id, profession, qualification)
     select ${id('auditor', 'n')}, ${id('person', 'n')}, 'RADIOLOGIST', 'QUALIFIED' from generate_series(1, ${auditors}) n`,
    `insert into organisation (id, kind, code, name) select ${id('organisation', 'n')}, 'LEGAL_ENTITY', 'PROGRESS-' || n, 'Entité ' || n ${each}`,
    `insert into audited_service (id, organisation_id, siret, name, department_code, department_name, region_code,
       region_name, modalities)
     select ${id('service', 'n')}, ${id('organisation', 'n')}, '7' || lpad(n::text, 13, '0'), 'Imagerie ' || n, '75', 'Paris', '11',
       'Île-de-France', '{CT}' ${each}`,
    `insert into service_organisation (id, audited_service_id, organisation_id, from_date, source)
     select ${id('membership', 'n')}, ${id('service', 'n')}, ${id('organisation', 'n')}, '2010-01-01', 'REGISTRY' ${each}`,
    `insert into campaign (id, code, title, state, template_version_id, conflict_rules, deadlines, visits_from, visits_to)
     select ${CAMPAIGN}, 'PROGRESS', 'Campagne', 'RUNNING', ${TEMPLATE}, '[]', '[]', '2027-01-01', '2027-12-31'`,
    `insert into application (id, campaign_id, audited_service_id, state)
     select ${id('application', 'n')}, ${CAMPAIGN}, ${id('service', 'n')}, ${oneOf('application', APPLICATION_STATES)} ${each}`,
    `insert into audit (id, reference, campaign_id, audited_service_id, template_version_id, state, suspended_from_state,
       visit_on, recusal_until, is_team_agreed, self_assessment_due_on, draft_due_on, draft_shared_at, contradictory_until,
       is_contradictory_answered, report_due_on, plan_due_on, plan_submitted_at)
     select ${id('audit', 'n')}, 'PRO-' || lpad(n::text, 6, '0'), ${CAMPAIGN}, ${id('service', 'n')}, ${TEMPLATE}, ${STATE},
       case when ${STATE} = 'SUSPENDED' then 'TEAM_CONFIRMED' end,
       case when ${drawn('visited', 5)} > 0 then ${day('visit')} end, ${day('recusal')}, ${drawn('agreed', 2)} = 0,
       ${day('self')}, ${day('draft')}, '2026-12-01T08:00:00Z', ${day('contradictory')}, ${drawn('answered', 3)} = 0,
       ${day('report')}, ${day('plan')}, case when ${drawn('submitted', 2)} = 0 then timestamptz '2027-01-08T08:00:00Z' end
     ${each}`,
    // One team in eight lacks a radiographer, one auditor in six has not answered, one team in ten has an observer.
    `insert into assignment (id, audit_id, auditor_id, seat, is_lead, state, attested_at, draft_signed_at, report_signed_at)
     select ${id('lead', 'n')}, ${id('audit', 'n')}, ${auditor(0)}, 'RADIOLOGIST', true,
       case when ${drawn('lead asked', 6)} = 0 then 'PROPOSED' else 'CONFIRMED' end,
       case when ${drawn('lead asked', 6)} > 0 then now() end, now(), now() ${each}
     union all
     select ${id('mate', 'n')}, ${id('audit', 'n')}, ${auditor(1)}, 'RADIOGRAPHER', false,
       case when ${drawn('mate asked', 6)} = 0 then 'PROPOSED' else 'CONFIRMED' end,
       case when ${drawn('mate asked', 6)} > 0 then now() end,
       case when ${drawn('draft', 2)} = 0 then now() end, case when ${drawn('signed', 2)} = 0 then now() end
     ${each} where ${drawn('mate', 8)} > 0
     union all
     select ${id('former', 'n')}, ${id('audit', 'n')}, ${auditor(2)}, 'RADIOGRAPHER', false, 'DECLINED', null, null, null ${each}
     union all
     select ${id('observer', 'n')}, ${id('audit', 'n')}, ${auditor(3)}, 'OBSERVER', false, 'CONFIRMED', now(), null, null
     ${each} where ${drawn('observer', 10)} = 0`,
    `insert into recusal (id, audit_id, assignment_id, state, reason, decide_by)
     select ${id('recusal', 'n')}, ${id('audit', 'n')}, ${id('lead', 'n')},
       ${oneOf('recused', ['FILED', 'APPEALED', 'REFUSED', 'APPEAL_REFUSED'])}, 'Motif', ${day('decide')}
     ${each} where ${drawn('recusal', 4)} = 0`,
    `insert into conflict_alert (id, audit_id, assignment_id, auditor_id, rule_code, rule_number, predicate, level, facts,
       cause, found_at, state, resolved_at)
     select ${id('alert', `n || ' ' || rule`)}, ${id('audit', 'n')}, ${id('lead', 'n')}, ${auditor(0)}, rule, 1, 'COMPETITOR',
       'REVIEW', '[]', 'affiliationDeclare', now(), case when ${drawn('open', 3)} > 0 then 'OPEN' else 'VANISHED' end,
       case when ${drawn('open', 3)} = 0 then now() end
     ${each} cross join unnest('{C09,C10}'::text[]) rule where ${drawn('alert', 7)} = 0`,
    `insert into evidence_request (id, audit_id, audited_service_id, state, text, due_on)
     select ${id('request', `n || ' ' || k`)}, ${id('audit', 'n')}, ${id('service', 'n')},
       (array['OPEN', 'ANSWERED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN'])[1 + (${drawn('request', 5)} + k) % 5], 'Protocole',
       ${day('request')} + k
     ${each} cross join generate_series(1, 8) k where ${drawn('asked', 3)} > 0`,
    // Half of what was answered rests on evidence that stands.
    `insert into evidence (id, audit_id, audited_service_id, kind, state, title, note)
     select ${id('evidence', 'r.id')}, r.audit_id, r.audited_service_id, 'NOTE', 'CLEAN', 'Registre', 'Vu' from evidence_request r
     where r.state in ('ANSWERED', 'ACCEPTED') and r.text = 'Protocole' and get_byte(uuid_send(r.id), 0) % 2 = 0`,
    `insert into evidence_answer (id, evidence_request_id, audit_id, audited_service_id, number, verdict, decided_at)
     select ${id('answer', 'r.id')}, r.id, r.audit_id, r.audited_service_id, 1,
       case when r.state = 'ACCEPTED' then 'ACCEPTED' end, case when r.state = 'ACCEPTED' then now() end
     from evidence_request r where r.state in ('ANSWERED', 'ACCEPTED') and r.text = 'Protocole'`,
    `insert into answering_evidence (evidence_answer_id, evidence_id)
     select ${id('answer', 'r.id')}, ${id('evidence', 'r.id')} from evidence_request r
     where r.state in ('ANSWERED', 'ACCEPTED') and r.text = 'Protocole' and get_byte(uuid_send(r.id), 0) % 2 = 0`,
    `insert into evidence_verdict (id, evidence_id, audit_id, audited_service_id, value, evidence_version, decided_at)
     select ${id('verdict', 'e.id')}, e.id, e.audit_id, e.audited_service_id, 'ACCEPTED', e.version, now()
     from evidence e where e.title = 'Registre' and get_byte(uuid_send(e.id), 1) % 2 = 0`,
    `insert into finding (id, audit_id, campaign_id, number, kind, severity, state, statement, drafted_statement)
     select ${id('finding', `n || ' ' || k`)}, ${id('audit', 'n')}, ${CAMPAIGN}, k, 'NON_CONFORMITY', 'MAJOR',
       case when ${drawn('withdrawn', 6)} = 0 then 'WITHDRAWN' else 'SHARED' end, 'Constat', 'Constat'
     ${each} cross join generate_series(1, 2) k
     where n % ${AUDIT_STATES.length} >= ${AUDIT_STATES.indexOf('CONTRADICTORY')}`,
    `insert into finding_reply (id, finding_id, audit_id, kind, argument, disposition, disposition_reason)
     select ${id('reply', 'f.id')}, f.id, f.audit_id, case b % 3 when 0 then 'ACCEPTED' else 'CONTESTED' end, 'Non',
       case b % 2 when 0 then 'REJECTED' end, case b % 2 when 0 then 'Si' end
     from finding f cross join lateral (select get_byte(uuid_send(f.id), 2)) x (b)
     where f.campaign_id = ${CAMPAIGN} and b % 5 > 0`,
    `insert into corrective_action (id, audit_id, audited_service_id, campaign_id, finding_id, state, title, owner_name,
       due_on, effectiveness_due_on)
     select ${id('action', `n || ' ' || k`)}, ${id('audit', 'n')}, ${id('service', 'n')}, ${CAMPAIGN},
       ${id('finding', `n || ' ' || (1 + k % 2)`)},
       (array[${CORRECTIVE_ACTION_STATES.map((state) => `'${state}'`).join(', ')}])[1 + (${drawn('action', 7)} * k) % ${CORRECTIVE_ACTION_STATES.length}],
       'Action', 'Cadre', ${day('action')} + k, '2027-12-01'
     ${each} cross join generate_series(1, 3) k
     where n % ${AUDIT_STATES.length} >= ${AUDIT_STATES.indexOf('PLAN_DUE')}`,
  ];
}

/** How large the campaign of the bench is. */
export const AUDITS = 1_000;

/** What the database of the bench holds. */
export const PROGRESS_SEED: BenchSeed = {
  name: 'vav_bench_progress',
  statements: progressStatements(AUDITS),
  expectedRows: { audit: AUDITS, application: AUDITS },
};
