import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** With a password of the platform, through an identity provider (OpenID Connect), or a program by its client secret. */
export const ACCOUNT_KINDS = ['LOCAL', 'OIDC', 'SERVICE_ACCOUNT'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** How a person signs in (compte). */
@Entity({ name: 'account' })
export class Account {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** Null for the account of a client program, and for it alone. */
  @Column({ type: 'uuid', name: 'person_id', nullable: true })
  personId!: string | null;

  @Column({ type: 'text', name: 'kind', enum: ACCOUNT_KINDS, default: 'LOCAL' })
  kind!: AccountKind;

  @Column({ type: 'text', name: 'email' })
  email!: string;

  /** argon2id; null for an account of an identity provider. */
  @Column({ type: 'text', name: 'password_hash', nullable: true })
  passwordHash!: string | null;

  /** Raised to end every session of the account. */
  @Column({ type: 'integer', name: 'session_version', default: 1 })
  sessionVersion!: number;

  /** Set: the account may not sign in any more. */
  @Column({
    type: 'timestamptz',
    name: 'disabled_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  disabledAt!: string | null;

  @Column({ type: 'integer', name: 'version', default: 1 })
  version!: number;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'updated_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  updatedAt!: string;
}
