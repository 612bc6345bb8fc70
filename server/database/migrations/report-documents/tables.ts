/** That the hash of a document is its own is the database's to know, not only ours to say. */
const HASHED = `content text not null,
    sha256 text not null check (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex')),`;

/** What each audience reads of a report, the plan as it was accepted, and attestations. */
export const REPORT_DOCUMENTS = `
  create table report_variant (
    id uuid primary key,
    report_id uuid not null references report (id),
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    audience text not null check (audience in ('SERVICE', 'G4', 'PUBLIC')),
    ${HASHED}
    created_at timestamptz(3) not null default now(),
    unique (report_id, audience)
  );
  create index report_variant_audit_idx on report_variant (audit_id);

  create table plan_document (
    id uuid primary key,
    audit_id uuid not null unique references audit (id),
    audited_service_id uuid not null references audited_service (id),
    report_id uuid not null references report (id),
    ${HASHED}
    created_at timestamptz(3) not null default now()
  );

  create table attestation (
    id uuid primary key,
    audit_id uuid not null references audit (id),
    audited_service_id uuid not null references audited_service (id),
    note text not null,
    issued_by_id uuid references account (id),
    created_at timestamptz(3) not null default now()
  );
  create index attestation_audit_idx on attestation (audit_id, created_at, id);

  create function report_document_is_frozen() returns trigger language plpgsql as $$
    begin
      raise exception 'a frozen document never changes' using errcode = 'restrict_violation';
    end $$;
`;

/** Tables whose rows nobody changes or takes, be it their owner. */
export const FROZEN_DOCUMENTS = ['report_variant', 'plan_document', 'attestation'] as const;

/** Refuses what would change a table's rows. */
export function freezeDocuments(table: string): string {
  return `
    create trigger ${table}_is_frozen before update or delete on ${table}
      for each row execute function report_document_is_frozen();
    create trigger ${table}_is_not_truncated before truncate on ${table}
      for each statement execute function report_document_is_frozen();`;
}
