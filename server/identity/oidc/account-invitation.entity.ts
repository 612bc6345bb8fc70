import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** A one-use, expiring right to link an identity to an account that waits for its owner (invitation). */
@Entity({ name: 'account_invitation' })
export class AccountInvitation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @Column({ type: 'text', name: 'token_hash', unique: true })
  tokenHash!: string;

  @Column({ type: 'uuid', name: 'invited_by_id' })
  invitedById!: string;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, transformer: instantColumn })
  expiresAt!: string;

  @Column({ type: 'timestamptz', name: 'used_at', precision: 3, transformer: instantColumn, nullable: true })
  usedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
