/**
 * Every account of a test has an open session from the start, under the account's own id, so that a token can be signed
 * for it without a sign-in. A session without second factor: tests that ask for one sign in themselves.
 */
export const SESSION_FOR_EVERY_ACCOUNT = `
  create function public.open_test_session() returns trigger language plpgsql security definer
    set app.platform = 'on' as $$
    begin
      insert into account_session (id, account_id, method, session_version, ends_at, idle_ends_at, last_used_at)
        values (new.id, new.id, 'PASSWORD', new.session_version, '2100-01-01', '2100-01-01', now());
      return null;
    end $$;
  create trigger open_test_session after insert on account
    for each row execute function public.open_test_session();`;
