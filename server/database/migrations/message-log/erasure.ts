const ERASED = `'{trail_entry,role_grant,operation}'`;
const KEPT = `'{trail_entry,role_grant,operation,delivery,mail}'`;

const keeping = (before: string, after: string): string => `
  do $$ declare
    erasing text := pg_get_functiondef('app.erase_person(uuid)'::regprocedure);
    keeping text := replace(erasing, $kept$${before}$kept$, $kept$${after}$kept$);
  begin
    -- Written otherwise, it would go on erasing the proof, and nobody would notice.
    if keeping = erasing then
      raise exception 'app.erase_person does not hold %', $kept$${before}$kept$;
    end if;
    execute keeping;
  end $$;`;

/**
 * Erasing a person leaves the proof that the account was told: a delay ran for a service whoever read its messages, and what
 * establishes that is kept (GDPR, article 17 (3) e). It says neither name nor address.
 */
export const PROOF_STAYS = keeping(ERASED, KEPT);

/** The way back. */
export const ONCE_MORE_ERASED = keeping(KEPT, ERASED);
