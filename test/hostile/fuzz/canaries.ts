import type { TestApi } from '../../support/api';

/** Every planted word begins like this. */
export const CANARY = /zinzolin/i;

/** Tables that hang on a service's audit or on the service itself, and what is public or a person's own of it. */
const PUBLIC = new Set(['audited_service', 'service_organisation', 'role_grant', 'affiliation']);

/**
 * Puts a word of its own into every text of every confidential object of one service: audits, findings, evidence,
 * grades, plans, applications and what hangs on them. A column that takes only certain values keeps what it has.
 * @returns how many columns hold one
 */
export async function plantCanaries(api: TestApi, serviceId: string): Promise<number> {
  const columns = await api.sql<{ table: string; column: string; owner: string }>(
    `select c.table_name as "table", c.column_name as "column", o.column_name as owner
     from information_schema.columns c
     join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
       and t.table_type = 'BASE TABLE'
     join information_schema.columns o on o.table_schema = c.table_schema and o.table_name = c.table_name
       and o.column_name in ('audit_id', 'audited_service_id', 'finding_id', 'corrective_action_id', 'id')
     where c.table_schema = 'public' and c.data_type in ('text', 'character varying')
     order by 1, 2, 3`,
  );
  const owned: Record<string, string> = {
    audit_id: 'in (select id from audit where audited_service_id = $1)',
    audited_service_id: '= $1',
    finding_id:
      'in (select f.id from finding f join audit a on a.id = f.audit_id where a.audited_service_id = $1)',
    corrective_action_id: 'in (select id from corrective_action where audited_service_id = $1)',
    id: 'in (select id from audit where audited_service_id = $1)',
  };
  let planted = 0;
  for (const { table, column, owner } of columns) {
    if (PUBLIC.has(table) || (owner === 'id' && table !== 'audit')) continue;
    const where = `"${owner}" ${owned[owner] ?? '= $1'}`;
    planted += await plant(api, table, column, where, serviceId);
  }
  return planted;
}

async function plant(
  api: TestApi,
  table: string,
  column: string,
  where: string,
  id: string,
): Promise<number> {
  try {
    const word = `'zinzolin ${table} ${column} ' || md5(random()::text)`;
    await api.sql(`update "${table}" set "${column}" = ${word} where ${where}`, [id]);
    const [held] = await api.sql<{ rows: string }>(
      `select count(*) as rows from "${table}" where "${column}" ~ '^zinzolin' and ${where}`,
      [id],
    );
    return Number(held?.rows) > 0 ? 1 : 0;
  } catch (error) {
    // Refused by a check, a unique key, a foreign key or a trigger: the column is no free text.
    const code = String((error as { code?: unknown }).code);
    if (/^(23|22|P0)/.test(code)) return 0;
    throw error;
  }
}
