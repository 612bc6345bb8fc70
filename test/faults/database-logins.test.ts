import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { readConfig } from '../../server/config';
import type { DatabaseAddress } from '../../server/database/data-source';
import { DatabaseError, prepareDatabase } from '../../server/database/prepare-database';
import { openScratchServer, type ScratchServer } from './scratch-server';

const PASSWORD = 'only-for-this-test';

let server: ScratchServer;
let address: DatabaseAddress;
let admin: Client;
const made: string[] = [];

beforeAll(async () => {
  server = await openScratchServer();
  address = await server.makeDatabase();
  admin = new Client('url' in address ? { connectionString: address.url } : { ...address });
  await admin.connect();
});

afterAll(async () => {
  try {
    const { rows } = await admin.query<{ name: string; me: string }>(
      'select current_database() as name, current_user::text as me',
    );
    await admin.query(`alter database ${rows[0]?.name} owner to ${rows[0]?.me}`);
    await admin.query(`reassign owned by ${made.join(', ')} to ${rows[0]?.me}`);
    // An embedded server goes as a whole; on another one nothing may stay behind.
    if ('url' in address) {
      await admin.query(`drop owned by ${made.join(', ')} cascade`);
      await admin.query(`drop role ${made.join(', ')}`);
    }
  } finally {
    await admin.end();
    await server.close();
  }
});

/** A login of its own, with attributes and memberships; gives its name and the URL to the database. */
async function makeLogin(attributes: string, memberOf?: string): Promise<{ login: string; url: string }> {
  const login = `vav_login_${randomBytes(6).toString('hex')}`;
  made.push(login);
  await admin.query(`create role ${login} login password '${PASSWORD}' nosuperuser ${attributes}`);
  if (memberOf) await admin.query(`grant ${memberOf} to ${login}`);
  if ('url' in address) {
    const url = new URL(address.url);
    Object.assign(url, { username: login, password: PASSWORD });
    return { login, url: url.href };
  }
  const { host, port, database } = address;
  return {
    login,
    url: `postgres://${login}:${PASSWORD}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
  };
}

const prepare = (environment: Record<string, string>) =>
  prepareDatabase(readConfig({ NODE_ENV: 'test', ...environment }), () => undefined);

async function isOwnDatabase(login: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('select current_database() as name');
  await admin.query(`alter database ${rows[0]?.name} owner to ${login}`);
}

describe('a database of one’s own', () => {
  let owner: { login: string; url: string };

  beforeAll(async () => {
    // Roles belong to the whole server: another suite may have made them, and then an administrator lends them.
    const { rowCount } = await admin.query(`select 1 from pg_roles where rolname = 'vis_a_vis_owner'`);
    const lent = rowCount ? 'vis_a_vis_owner, vis_a_vis_runtime, vis_a_vis_reader' : undefined;
    owner = await makeLogin('createrole', lent);
    await isOwnDatabase(owner.login);
  });

  it('is set up by a login that is no superuser, and requests stand behind the wall', async () => {
    const database = await prepare({ DATABASE_URL: owner.url });
    try {
      const [who] = await database.dataSource.query<[{ role: string; people: number }]>(
        `select current_user::text as role, (select count(*)::int from campaign) as people`,
      );
      expect(who).toEqual({ role: 'vis_a_vis_runtime', people: 0 });
      await expect(
        database.dataSource.query('alter table campaign disable row level security'),
      ).rejects.toThrow('must be owner');
    } finally {
      await database.close();
    }
  });

  it('serves requests through a login that is nothing but a member of the runtime role', async () => {
    const runtime = await makeLogin('', 'vis_a_vis_runtime');
    const database = await prepare({ DATABASE_URL: owner.url, DATABASE_RUNTIME_URL: runtime.url });
    try {
      const [who] = await database.dataSource.query<[{ session: string; role: string }]>(
        'select session_user::text as session, current_user::text as role',
      );
      expect(who).toEqual({ session: runtime.login, role: 'vis_a_vis_runtime' });
      await expect(database.dataSource.query('set role vis_a_vis_owner')).rejects.toThrow(
        'permission denied',
      );
    } finally {
      await database.close();
    }
  });

  it('says in one line what a login lacks', async () => {
    const stranger = await makeLogin('');
    await expect(prepare({ DATABASE_URL: owner.url, DATABASE_RUNTIME_URL: stranger.url })).rejects.toThrow(
      new DatabaseError('DATABASE_RUNTIME_URL: its login must be a member of vis_a_vis_runtime'),
    );
    const another = await server.makeDatabase();
    const url = new URL(stranger.url);
    url.pathname = 'url' in another ? new URL(another.url).pathname : `/${another.database}`;
    await expect(prepare({ DATABASE_URL: url.href })).rejects.toThrow(/^DATABASE_URL: its login may not/);
  });
});
