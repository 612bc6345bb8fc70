import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import type { ProgrammeRole, ServiceRole } from '../kernel/viewer';

/** Roles within the programme, granted for all campaigns. */
export const PROGRAMME_ROLES = [
  'COORDINATOR',
  'STEERING_MEMBER',
  'TEMPLATE_EDITOR',
  'ANALYST',
  'OBSERVER',
  'AUDITOR',
  'ADMIN',
] as const satisfies readonly ProgrammeRole[];

/** Roles within one audited service. */
export const SERVICE_ROLES = [
  'SERVICE_MANAGER',
  'SERVICE_CONTRIBUTOR',
  'SERVICE_READER',
] as const satisfies readonly ServiceRole[];

/** Every role that can be granted. */
export const ROLES = [...PROGRAMME_ROLES, ...SERVICE_ROLES] as const;
export type Role = (typeof ROLES)[number];

/** Who may act as what, for what and from when to when (habilitation). */
@Entity({ name: 'role_grant' })
export class RoleGrant {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @Column({ type: 'text', name: 'role', enum: ROLES })
  role!: Role;

  /** The service that a service role is held in; null for the roles of the programme. */
  @Column({ type: 'uuid', name: 'audited_service_id', nullable: true })
  auditedServiceId!: string | null;

  @Column({ type: 'date', name: 'from_date' })
  fromDate!: string;

  /** Last day; null while open. */
  @Column({ type: 'date', name: 'to_date', nullable: true })
  toDate!: string | null;

  @Column({ type: 'uuid', name: 'granted_by_id', nullable: true })
  grantedById!: string | null;

  /** Set: the grant holds no more, whatever its dates. */
  @Column({
    type: 'timestamptz',
    name: 'revoked_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  revokedAt!: string | null;

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
