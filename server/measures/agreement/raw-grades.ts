/**
 * Values among which two auditors agree or not. All of them are on every scale that auditors grade on, so that AC1 counts
 * those that nobody gave. What an auditor did not evaluate is no judgement: a missing rating.
 */
export const JUDGEMENTS = ['CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE'] as const;

/**
 * Raw grades: each auditor's own, which nothing changes once he has submitted the section, be there a consensus or not.
 * Only of audits `a` whose report is out, and of those who are on the team to this day: whoever was replaced or recused
 * judged in vain.
 */
export const RAW_GRADES = `
  audit a
  join grade g on g.audit_id = a.id and g.stage = 'AUDITOR' and g.value <> 'NOT_EVALUATED'
  join criterion c on c.id = g.criterion_id
  where a.report_issued_at is not null
    and exists (select 1 from section_submission u
      where u.audit_id = a.id and u.section_id = c.section_id and u.auditor_id = g.auditor_id)
    and exists (select 1 from assignment s
      where s.audit_id = a.id and s.auditor_id = g.auditor_id and s.seat <> 'OBSERVER'
        and s.state in ('ACCEPTED', 'CONFIRMED', 'COMPLETED'))`;
