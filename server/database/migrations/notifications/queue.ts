import { DATABASE_ROLES } from '../../row-level-security';
import { DEFINER } from '../trail-chain/erasure';

const { owner, runtime } = DATABASE_ROLES;

/** Work that waits for the workers of any instance. */
export const QUEUE = `
  create table job (
    id uuid primary key,
    task text not null,
    payload jsonb not null,
    key text unique,
    run_at timestamptz(3),
    attempts integer not null default 0,
    last_error text,
    created_at timestamptz(3) not null default now()
  );
  create index job_due_idx on job (run_at nulls first, created_at);
`;

/** Acts leave work in their transaction, whoever acts; they neither read nor change what waits. */
export const ENQUEUE = `
  create function app.enqueue(task text, payload jsonb, run_at timestamptz, key text) returns void
  language sql volatile ${DEFINER} as $$
    insert into job (id, task, payload, run_at, key) values (gen_random_uuid(), $1, $2, $3, $4)
    on conflict (key) do nothing;
  $$;
  alter function app.enqueue(text, jsonb, timestamptz, text) owner to ${owner};
  revoke all on function app.enqueue(text, jsonb, timestamptz, text) from public;
  grant execute on function app.enqueue(text, jsonb, timestamptz, text) to ${runtime};
`;
