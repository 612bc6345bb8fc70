/** The roles of the database: who owns the tables, who serves requests, who only reads. Made by the migrations. */
export const DATABASE_ROLES = {
  owner: 'vis_a_vis_owner',
  runtime: 'vis_a_vis_runtime',
  reader: 'vis_a_vis_reader',
} as const;

/**
 * Who may do what with the rows of a table, as SQL conditions that name its columns plainly and ask for the identity as
 * `(select app.…())`, once for each statement. A command without a condition is not granted at all.
 */
export interface RowPolicies {
  /** Rows that a request may read; the acts' own reads and the platform itself see every row. */
  select?: string;
  /** Rows that it may make. */
  insert?: string;
  /** What a row must be like once it was changed. */
  update?: string;
  delete?: string;
  /** Columns that never change: what a row belongs to cannot be moved to somebody else. */
  fixed?: readonly string[];
}

const ACTING = '(select app.is_acting())';
const { owner, runtime, reader } = DATABASE_ROLES;

/**
 * The SQL that puts a table behind the second wall: row-level security enabled and forced, one policy for each command,
 * and no more grants than policies. The owner, as whom nobody signs in, sees rows: in the functions that answer for it.
 *
 * Changing and locking rows is for acts (and the platform) alone; what they make of a row is checked. `select … for update`
 * asks the same policy as `update`, and acts lock what they only read, too.
 */
export function protect(table: string, policies: RowPolicies): string {
  const fixed = ['id', 'created_at', ...(policies.fixed ?? [])];
  const lines = [
    `alter table ${table} owner to ${owner};`,
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `create policy owner on ${table} to ${owner} using (true) with check (true);`,
  ];
  if (policies.select !== undefined) {
    lines.push(
      `create policy reads on ${table} for select to ${runtime}, ${reader} using (${ACTING} or (${policies.select}));`,
      `grant select on ${table} to ${runtime}, ${reader};`,
    );
  }
  if (policies.insert !== undefined) {
    lines.push(
      `create policy makes on ${table} for insert to ${runtime} with check (${policies.insert});`,
      `grant insert on ${table} to ${runtime};`,
    );
  }
  if (policies.update !== undefined) {
    lines.push(
      `create policy changes on ${table} for update to ${runtime} using (${ACTING}) with check (${policies.update});`,
      `call app.grant_update('${table}', '{${fixed.join(',')}}');`,
    );
  }
  if (policies.delete !== undefined) {
    lines.push(
      `create policy removes on ${table} for delete to ${runtime} using (${policies.delete});`,
      `grant delete on ${table} to ${runtime};`,
    );
  }
  return lines.join('\n');
}

/** The SQL that takes a table out of the second wall again: the way back of a migration. */
export function unprotect(table: string): string {
  const policies = ['owner', 'reads', 'makes', 'changes', 'removes'];
  return [
    ...policies.map((policy) => `drop policy if exists ${policy} on ${table};`),
    `alter table ${table} no force row level security;`,
    `alter table ${table} disable row level security;`,
    `revoke all on ${table} from ${runtime}, ${reader};`,
    `alter table ${table} owner to current_user;`,
  ].join('\n');
}
