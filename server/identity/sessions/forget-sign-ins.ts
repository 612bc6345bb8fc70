import type { DataSource } from 'typeorm';
import { asPlatform } from '../../database/as-platform';

/** Sessions stay for their owner to look back on, and a stolen token to be recognised by. */
const SESSION_KEPT_DAYS = 30;

/** Forgets what signing in left behind: sessions long over, tokens of programs, counted guesses, ways that led nowhere. */
export async function forgetSignIns(dataSource: DataSource, now: Date): Promise<void> {
  await asPlatform(dataSource, async (manager) => {
    await manager.query(
      // Outside production the clock is moved by months: what was used lately stays, whatever it shows.
      `delete from account_session where ends_at < $1 and updated_at < now() -
         case when client_program_id is null then make_interval(days => $2) else interval '1 day' end`,
      [now, SESSION_KEPT_DAYS],
    );
    await manager.query('delete from sign_in_attempt where window_ends_at < $1', [now]);
    await manager.query(`delete from oidc_flow where expires_at < $1::timestamptz - interval '1 day'`, [now]);
  });
}
