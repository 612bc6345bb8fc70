/**
 * The list of kinds of operations with others in it: whatever else was added to it in the meantime stays.
 * @param change SQL of the new list, from an array `known`
 * @param validity `not valid` on the way back: operations that were carried out stay
 */
function kindsOfOperations(change: string, validity: '' | 'not valid'): string {
  return `
  do $$
  declare
    known text[];
  begin
    select array_agg(kind[1]) into known
    from pg_constraint c
    cross join regexp_matches(pg_get_constraintdef(c.oid), '''(\\w+)''', 'g') kind
    where c.conrelid = 'operation'::regclass and c.conname = 'operation_kind_check';
    alter table operation drop constraint operation_kind_check;
    execute format('alter table operation add constraint operation_kind_check check (kind in (%s)) ${validity}',
      (select string_agg(quote_literal(kind), ', ') from unnest(${change}) kind));
  end $$;`;
}

export const WITH_DOSE_IMPORTS = kindsOfOperations(`known || '{DOSE_IMPORT}'`, '');
export const WITHOUT_DOSE_IMPORTS = kindsOfOperations(`array_remove(known, 'DOSE_IMPORT')`, 'not valid');
