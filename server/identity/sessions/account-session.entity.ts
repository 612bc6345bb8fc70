import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** How somebody signed in. */
export const SESSION_METHODS = ['PASSWORD', 'OIDC', 'CLIENT_CREDENTIALS'] as const;
export type SessionMethod = (typeof SESSION_METHODS)[number];

/** Why a session was ended before its time. */
export const END_REASONS = ['SIGNED_OUT', 'REVOKED', 'TOKEN_REUSED'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** A sign-in on one device (session) and the family of refresh tokens that it lives by; or one token of a client program. */
@Entity({ name: 'account_session' })
export class AccountSession {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @Column({ type: 'text', name: 'method', enum: SESSION_METHODS })
  method!: SessionMethod;

  /** That of the account when it signed in; a newer one ends the session. */
  @Column({ type: 'integer', name: 'session_version' })
  sessionVersion!: number;

  /** What the client says of the device, for its owner to know it again. */
  @Column({ type: 'text', name: 'device_label', nullable: true })
  deviceLabel!: string | null;

  /** Whether a second factor was given, or a provider vouches for one. */
  @Column({ type: 'boolean', name: 'is_second_factor', default: false })
  isSecondFactor!: boolean;

  /** The client program that asked; null for people. */
  @Column({ type: 'uuid', name: 'client_program_id', nullable: true })
  clientProgramId!: string | null;

  /** What a client program asked to do; empty for people, whose roles alone decide. */
  @Column({ type: 'text', name: 'scopes', array: true, default: '{}' })
  scopes!: string[];

  /** The latest end, however much it is used. */
  @Column({ type: 'timestamptz', name: 'ends_at', precision: 3, transformer: instantColumn })
  endsAt!: string;

  /** The end unless it is used before. */
  @Column({ type: 'timestamptz', name: 'idle_ends_at', precision: 3, transformer: instantColumn })
  idleEndsAt!: string;

  /** Set: it was ended, and its access tokens count no more. */
  @Column({ type: 'timestamptz', name: 'ended_at', precision: 3, transformer: instantColumn, nullable: true })
  endedAt!: string | null;

  @Column({ type: 'text', name: 'end_reason', enum: END_REASONS, nullable: true })
  endReason!: EndReason | null;

  @Column({ type: 'timestamptz', name: 'last_used_at', precision: 3, transformer: instantColumn })
  lastUsedAt!: string;

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
