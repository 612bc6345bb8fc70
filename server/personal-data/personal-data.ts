import type { DataSource } from 'typeorm';
import { OWN_FACTS } from '../audits';
import { asPlatform } from '../database/as-platform';

/** What is held on a person: rows by what they are, as they are stored, without secrets. */
export interface PersonalData {
  person: unknown;
  sections: Record<string, unknown[]>;
  /** Sections that are for the person alone, and left out for anybody else. */
  omitted: string[];
}

/** One section: what it holds, and whether only the person may read it. */
interface Section {
  isOwnOnly: boolean;
  /** $1 is the person; each row one JSON object named `data`. */
  sql: string;
}

const ACCOUNTS = '(select id from account where person_id = $1)';
const AUDITORS = '(select id from auditor where person_id = $1)';
const OWN_PREDICATES = [...OWN_FACTS].map((predicate) => `'${predicate}'`).join(', ');

/** All places where the platform holds something on a person. Administration reads accounts, never content. */
const SECTIONS: Readonly<Record<string, Section>> = {
  accounts: {
    isOwnOnly: false,
    sql: `select to_jsonb(a) - 'password_hash' as data from account a where person_id = $1 order by created_at, id`,
  },
  roleGrants: {
    isOwnOnly: false,
    sql: `select to_jsonb(g) as data from role_grant g where account_id in ${ACCOUNTS} order by created_at, id`,
  },
  sessions: {
    isOwnOnly: false,
    sql: `select to_jsonb(s) as data from account_session s where account_id in ${ACCOUNTS} order by created_at, id`,
  },
  identities: {
    isOwnOnly: false,
    sql: `select to_jsonb(i) as data from account_identity i where account_id in ${ACCOUNTS} order by created_at, id`,
  },
  invitations: {
    isOwnOnly: false,
    sql: `select to_jsonb(i) - 'token_hash' as data from account_invitation i where account_id in ${ACCOUNTS}
      order by created_at, id`,
  },
  secondFactors: {
    isOwnOnly: false,
    sql: `select to_jsonb(f) - 'sealed_secret' - 'last_step' as data from second_factor f where account_id in ${ACCOUNTS}
      order by created_at`,
  },
  auditors: {
    isOwnOnly: false,
    sql: `select to_jsonb(u) as data from auditor u where person_id = $1`,
  },
  ownedActions: {
    isOwnOnly: true,
    sql: `select jsonb_build_object('title', c.title, 'dueOn', c.due_on, 'since', o.created_at) as data
      from corrective_action_owner o join corrective_action c on c.id = o.id where o.account_id in ${ACCOUNTS}
      order by o.created_at, o.id`,
  },
  affiliations: {
    isOwnOnly: true,
    sql: `select to_jsonb(f) || jsonb_build_object('organisation', o.name) as data
      from affiliation f join organisation o on o.id = f.organisation_id where f.person_id = $1 order by f.from_date, f.id`,
  },
  unavailabilities: {
    isOwnOnly: true,
    sql: `select to_jsonb(n) as data from auditor_unavailability n where auditor_id in ${AUDITORS} order by from_date, id`,
  },
  declarations: {
    isOwnOnly: true,
    sql: `select to_jsonb(d) || jsonb_build_object('interests', coalesce((
        select jsonb_agg(to_jsonb(i) order by i.position) from interest i where i.declaration_id = d.id), '[]')) as data
      from declaration_of_interests d where auditor_id in ${AUDITORS} order by created_at, id`,
  },
  assignments: {
    isOwnOnly: true,
    sql: `select to_jsonb(s) || jsonb_build_object('audit', a.reference) as data
      from assignment s join audit a on a.id = s.audit_id where s.auditor_id in ${AUDITORS} order by s.created_at, s.id`,
  },
  conflicts: {
    isOwnOnly: true,
    // What rests on other people, the audits they are on and where they work, is not the person's to read.
    sql: `select jsonb_build_object('rule', c.rule_code, 'level', c.level, 'found_at', c.created_at, 'facts', case
        when exists (select 1 from audit a join campaign k on k.id = a.campaign_id,
          jsonb_array_elements(k.conflict_rules) r
          where a.id = c.audit_id and r ->> 'code' = c.rule_code and r ->> 'predicate' in (${OWN_PREDICATES}))
        then c.facts else '[]' end) as data
      from conflict c where auditor_id in ${AUDITORS} order by created_at, id`,
  },
  conflictFacts: {
    isOwnOnly: true,
    sql: `select to_jsonb(f) - 'declared_by_id' as data from conflict_fact f where person_id = $1 or other_person_id = $1
      order by created_at, id`,
  },
  conflictAlerts: {
    isOwnOnly: true,
    sql: `select jsonb_build_object('rule', x.rule_code, 'level', x.level, 'found_at', x.found_at, 'state', x.state,
        'facts', case when x.predicate in (${OWN_PREDICATES}) then x.facts else '[]' end) as data
      from conflict_alert x where auditor_id in ${AUDITORS} order by created_at, id`,
  },
  matchingDecisions: {
    isOwnOnly: true,
    // The reason is the coordination's own, and may speak of other people.
    sql: `select jsonb_build_object('kind', d.kind, 'audit', a.reference, 'decided_at', d.created_at, 'ended_at', d.ended_at)
        as data
      from matching_decision d join audit a on a.id = d.audit_id where d.auditor_id in ${AUDITORS} order by d.created_at, d.id`,
  },
  proposedSeats: {
    isOwnOnly: true,
    // Plans that were never put into effect are drafts.
    sql: `select jsonb_build_object('audit', a.reference, 'seat', m.seat, 'is_lead', m.is_lead, 'published_at', r.published_at)
        as data
      from proposed_member m join matching_run r on r.id = m.matching_run_id join audit a on a.id = m.audit_id
      where m.assignment_id is not null and m.auditor_id in ${AUDITORS} order by r.published_at, m.id`,
  },
  surveyParticipations: {
    isOwnOnly: true,
    // That he answered; what, nobody knows.
    sql: `select jsonb_build_object('audit', a.reference, 'side', p.side, 'at', p.created_at) as data
      from survey_participation p join audit a on a.id = p.audit_id
      where p.answered_by_id in ${ACCOUNTS} order by p.created_at, p.id`,
  },
  deliveries: {
    isOwnOnly: true,
    sql: `select jsonb_build_object('topic', d.topic, 'audit', a.reference, 'found_at', d.found_at, 'kind', m.kind,
        'composed_at', m.composed_at, 'accepted_at', m.accepted_at, 'failed_at', m.failed_at) as data
      from delivery d left join audit a on a.id = d.audit_id left join mail m on m.id = d.mail_id
      where d.account_id in ${ACCOUNTS} order by d.found_at, d.id`,
  },
  notificationPreferences: {
    isOwnOnly: true,
    sql: `select to_jsonb(p) as data from notification_preference p where account_id in ${ACCOUNTS} order by created_at, id`,
  },
  webhookEndpoints: {
    isOwnOnly: true,
    sql: `select to_jsonb(e) as data from webhook_endpoint e where account_id in ${ACCOUNTS} order by created_at, id`,
  },
  reportSignatures: {
    isOwnOnly: true,
    sql: `select to_jsonb(g) || jsonb_build_object('audit', a.reference) as data
      from report_signature g join audit a on a.id = g.audit_id where g.signed_by_id in ${ACCOUNTS}
      order by g.signed_at, g.id`,
  },
  acts: {
    isOwnOnly: true,
    sql: `select jsonb_build_object('act', e.act, 'object_type', e.object_type, 'object_id', e.object_id,
        'request_id', e.request_id, 'at', e.created_at) as data
      from trail_entry e where account_id in ${ACCOUNTS} order by created_at, id`,
  },
  operations: {
    isOwnOnly: true,
    sql: `select to_jsonb(o) as data from operation o where account_id in ${ACCOUNTS} order by created_at, id`,
  },
  idempotencyKeys: {
    isOwnOnly: true,
    sql: `select jsonb_build_object('mutation', k.mutation, 'at', k.created_at) as data
      from idempotency_key k where account_id in ${ACCOUNTS} order by created_at, key`,
  },
};

/**
 * Collects what is held on a person, as the platform: the act that asked has been authorised.
 * @param isOwn whether the person asks; anybody else gets no section that is for the person alone
 */
export function personalDataOf(
  dataSource: DataSource,
  personId: string,
  isOwn: boolean,
): Promise<PersonalData> {
  return asPlatform(dataSource, async (manager) => {
    const rowsOf = async (sql: string): Promise<unknown[]> =>
      (await manager.query<{ data: unknown }[]>(sql, [personId])).map(({ data }) => data);
    const [person] = await rowsOf('select to_jsonb(p) as data from person p where id = $1');
    const sections: Record<string, unknown[]> = {};
    const omitted: string[] = [];
    for (const [name, section] of Object.entries(SECTIONS)) {
      if (section.isOwnOnly && !isOwn) omitted.push(name);
      else sections[name] = await rowsOf(section.sql);
    }
    return { person: person ?? null, sections, omitted };
  });
}
