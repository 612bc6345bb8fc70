/**
 * What an examination of the list makes of a record, in SQL: which it is, for which population, and why it does not count.
 * An import and a changed mapping ask the same, so that they cannot disagree.
 * @param r alias of the record, or of what is about to become one: `modality`, `level`, `protocol_key`, `age_years`,
 *   `weight_kg`, `phantom_cm` and `exclusion` are read
 * @param service placeholder of the service
 */
export function judged(
  r: string,
  service: string,
): { examCode: string; population: string; setAside: string; joins: string } {
  return {
    examCode: 'm.exam_code',
    population: `case when ${r}.age_years is not null then p.code end`,
    setAside: `case
      when ${r}.exclusion is not null then null
      when m.id is null then 'UNMAPPED'
      when m.exam_code is null then 'NOT_OF_THE_LIST'
      when e.scope = 'EXAMINATION' and ${r}.level <> 'EXAMINATION' then 'PART_OF_EXAMINATION'
      when e.scope <> 'EXAMINATION' and ${r}.level = 'EXAMINATION' then 'WHOLE_EXAMINATION'
      when ${r}.age_years is null then 'AGE_UNKNOWN'
      when (e.populations = 'ADULT') <> (${r}.age_years >= 18) then 'OTHER_POPULATION'
      when e.populations = 'CHILD_BY_WEIGHT' and ${r}.weight_kg is null then 'WEIGHT_UNKNOWN'
      when p.id is null then 'OUTSIDE_CLASSES'
      when e.phantom_cm <> ${r}.phantom_cm then 'OTHER_PHANTOM'
      -- Adults have the phantom of their region; children's bodies are measured with either.
      when e.phantom_cm is not null and ${r}.phantom_cm is null and e.populations <> 'ADULT' then 'PHANTOM_UNKNOWN'
      end`,
    joins: `
      left join protocol_mapping m on m.audited_service_id = ${service} and m.modality = ${r}.modality
        and m.protocol_key = ${r}.protocol_key
      left join exam_type e on e.code = m.exam_code
      left join dose_population p
        on p.basis = case e.populations when 'CHILD_BY_WEIGHT' then 'WEIGHT_KG' else 'AGE_YEARS' end
        and case p.basis when 'WEIGHT_KG' then ${r}.weight_kg else ${r}.age_years end >= p.from_value
        and (p.below_value is null
          or case p.basis when 'WEIGHT_KG' then ${r}.weight_kg else ${r}.age_years end < p.below_value)`,
  };
}

/**
 * Sets aside the acquisitions of a region that a study holds more than one of, in the audits `$1`; to be run once the
 * records are as the mapping makes them (IRSN: a value is that of one acquisition of exactly the region).
 */
export const SET_SEVERAL_ASIDE = `
  update dose_record r set set_aside = 'SEVERAL_ACQUISITIONS'
  from (
    select audit_id, study_key, exam_code from dose_record
    where dose_import_id in (select id from dose_import where audit_id = any($1::uuid[])) and modality = 'CT' and level = 'EVENT' and exclusion is null
      and study_key is not null and exam_code is not null
    group by audit_id, study_key, exam_code having count(*) > 1
  ) several
  where r.dose_import_id in (select id from dose_import where audit_id = any($1::uuid[]))
    and r.audit_id = several.audit_id and r.study_key = several.study_key and r.exam_code = several.exam_code
    and r.modality = 'CT' and r.level = 'EVENT' and r.exclusion is null and r.set_aside is null`;
