import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime, reader } = DATABASE_ROLES;

/**
 * What earlier audits of the same service found on the same criterion, or on what it comes from in earlier versions of its
 * template, and what became of the actions on it. For whoever sees the finding; that is exactly what the team of today
 * learns of an audit in which it has no part. A rescaled criterion measures something else: told, and said to be so.
 */
export const PRECEDENTS = `
  create function app.finding_precedents(findings uuid[]) returns table (finding_id uuid, precedent_id uuid,
    is_comparable boolean, audit_reference text, report_issued_at timestamptz, criterion_code text, number integer,
    kind text, severity text, statement text, actions jsonb) language sql stable ${DEFINER} as $$
    with recursive asked as (
      select f.id, f.criterion_id, a.id as audit_id, a.audited_service_id,
        coalesce(a.report_issued_at, 'infinity') as issued_at
      from finding f join audit a on a.id = f.audit_id
      where f.id = any(findings) and f.criterion_id is not null and f.kind in ('NON_CONFORMITY', 'RECOMMENDATION')
        and (app.is_acting()
          or f.audit_id = any(app.assigned_audits())
          or (f.drafted_statement is not null and (a.audited_service_id = any(app.services())
            or (app.is_programme() and a.audited_service_id <> all(app.walled_services())))))
    ),
    ancestor as (
      select k.id, k.criterion_id as earlier_id, true as is_comparable from asked k
      union
      select n.id, l.from_criterion_id, n.is_comparable and l.kind <> 'RESCALED'
      from ancestor n join criterion_lineage l on l.to_criterion_id = n.earlier_id
    ),
    lineage as (
      select n.id, n.earlier_id, bool_or(n.is_comparable) as is_comparable from ancestor n group by n.id, n.earlier_id
    )
    select k.id, p.id, n.is_comparable, e.reference, e.report_issued_at, c.code, p.number, p.kind, p.severity, p.statement,
      coalesce((select jsonb_agg(jsonb_build_object('id', x.id, 'title', x.title, 'state', x.state,
          'verifiedAt', x.verified_at, 'verdict', last.verdict, 'judgedOn', last.judged_on,
          'held', x.state = 'VERIFIED' or exists (select 1 from effectiveness_check y
            where y.corrective_action_id = x.id and y.verdict = 'EFFECTIVE'))
          order by x.due_on, x.id)
        from corrective_action x
        left join lateral (select y.verdict, y.judged_on from effectiveness_check y
          where y.corrective_action_id = x.id and y.verdict is not null order by y.round desc limit 1) last on true
        where x.finding_id = p.id and x.state <> 'PROPOSED'), '[]')
    from asked k
    join lineage n on n.id = k.id
    join criterion c on c.id = n.earlier_id
    join finding p on p.criterion_id = n.earlier_id and p.audit_id <> k.audit_id and p.state = 'FINAL'
      and p.kind in ('NON_CONFORMITY', 'RECOMMENDATION')
    join audit e on e.id = p.audit_id and e.audited_service_id = k.audited_service_id
      and e.report_issued_at < k.issued_at
    order by k.id, e.report_issued_at desc, p.number $$;
  alter function app.finding_precedents(uuid[]) owner to ${owner};
  revoke all on function app.finding_precedents(uuid[]) from public;
  grant execute on function app.finding_precedents(uuid[]) to ${runtime}, ${reader};`;
