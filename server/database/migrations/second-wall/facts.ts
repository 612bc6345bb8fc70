import { DATABASE_ROLES } from '../../row-level-security';
import { PRESENT } from './conditions';

const { owner, runtime, reader } = DATABASE_ROLES;

const fact = (signature: string, returns: string, body: string): string => `
  create function app.${signature} returns ${returns} language sql stable security definer
    as $$ ${body} $$;`;

const SIGNATURES = [
  'known_auditors()',
  'called_audits()',
  'service_of_audit(uuid)',
  'campaign_of_audit(uuid)',
  'auditor_of_assignment(uuid)',
  'is_self_assessed(uuid)',
  'deciders()',
  'person_of_account(uuid)',
  'is_submitted_by_all(uuid, uuid)',
  'is_judged_by_me(uuid, uuid)',
] as const;

/** Answers that policies need about rows which the viewer himself may not see. They tell nothing but the answer. */
export const FACTS = `
  ${fact(
    'known_auditors()',
    'uuid[]',
    // The members of one's own teams and who is called on for them; past ones if they left something of their hand; and
    // whom one's service was shown, or has objected to.
    `select coalesce(array_agg(distinct s.auditor_id), '{}') from public.assignment s
     join public.audit a on a.id = s.audit_id
     where (s.audit_id = any(app.assigned_audits()) and (s.state = 'PROPOSED' or s.state in ${PRESENT}
         or exists (select 1 from public.grade g where g.audit_id = s.audit_id and g.auditor_id = s.auditor_id)
         or exists (select 1 from public.section_submission u
           where u.audit_id = s.audit_id and u.auditor_id = s.auditor_id)
         or exists (select 1 from public.finding f
           where f.audit_id = s.audit_id and f.author_auditor_id = s.auditor_id)))
       or (a.audited_service_id = any(app.services()) and a.team_shown_at is not null and (
         (s.state in ${PRESENT} and (a.state <> 'TEAM_PROPOSED' or s.responded_at <= a.team_shown_at))
         or exists (select 1 from public.recusal r where r.assignment_id = s.id)))`,
  )}
  ${fact(
    'called_audits()',
    'uuid[]',
    `select coalesce(array_agg(s.audit_id), '{}') from public.assignment s where s.auditor_id = app.auditor_id()`,
  )}
  ${
    // Who is called on for an audit knows where and when before he accepts; who objects to an auditor knows to whom.
    fact(
      'service_of_audit(audit uuid)',
      'uuid',
      `select a.audited_service_id from public.audit a where a.id = $1`,
    )
  }
  ${fact('campaign_of_audit(audit uuid)', 'uuid', `select a.campaign_id from public.audit a where a.id = $1`)}
  ${fact(
    'auditor_of_assignment(assignment uuid)',
    'uuid',
    `select s.auditor_id from public.assignment s where s.id = $1`,
  )}
  ${
    // Who lets an auditor pass in spite of a tie stands by it with his name.
    fact(
      'deciders()',
      'uuid[]',
      `select coalesce(array_agg(distinct o.person_id), '{}') from public.conflict c
       join public.account o on o.id = c.overridden_by_id`,
    )
  }
  ${fact('person_of_account(account uuid)', 'uuid', `select o.person_id from public.account o where o.id = $1`)}
  ${fact(
    'is_self_assessed(audit uuid)',
    'boolean',
    // The audit has left the self-assessment behind, be it suspended since.
    `select exists (select 1 from public.audit a where a.id = $1
       and (case a.state when 'SUSPENDED' then a.suspended_from_state else a.state end) in ('DOCUMENT_REVIEW', 'ON_SITE',
         'DRAFT_REPORT', 'CONTRADICTORY', 'FINALISATION', 'REPORT_ISSUED', 'PLAN_DUE', 'FOLLOW_UP', 'CLOSED'))`,
  )}
  ${fact(
    'is_submitted_by_all(auditing uuid, judged uuid)',
    'boolean',
    // Every present grader, and there are two at least: while a seat is empty nobody compares.
    `select count(*) > 1 and count(*) = count(u.id)
     from public.criterion c
     join public.assignment s on s.audit_id = auditing and s.seat <> 'OBSERVER' and s.state in ${PRESENT}
     left join public.section_submission u
       on u.audit_id = s.audit_id and u.section_id = c.section_id and u.auditor_id = s.auditor_id
     where c.id = judged`,
  )}
  ${fact(
    'is_judged_by_me(auditing uuid, judged uuid)',
    'boolean',
    // Submitted the section, or the visit is over, or he only observes.
    `select exists (select 1 from public.audit a where a.id = auditing and a.visit_closed_at is not null)
       or exists (select 1 from public.assignment s where s.audit_id = auditing and s.auditor_id = app.auditor_id()
         and s.seat = 'OBSERVER' and s.state in ${PRESENT})
       or exists (select 1 from public.criterion c join public.section_submission u on u.section_id = c.section_id
         where c.id = judged and u.audit_id = auditing and u.auditor_id = app.auditor_id())`,
  )}
  ${SIGNATURES.map(
    (signature) => `
      alter function app.${signature} owner to ${owner};
      revoke all on function app.${signature} from public;
      grant execute on function app.${signature} to ${runtime}, ${reader};`,
  ).join('')}
`;
