import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** One refresh token of a family (jeton de renouvellement): never the token itself, only its SHA-256. */
@Entity({ name: 'refresh_token' })
export class RefreshToken {
  @PrimaryColumn({ type: 'text', name: 'token_hash' })
  tokenHash!: string;

  @Column({ type: 'uuid', name: 'account_session_id' })
  accountSessionId!: string;

  /** Place in the family; the token with the highest is the one that is good. */
  @Column({ type: 'integer', name: 'generation' })
  generation!: number;

  /** With the token itself, which nobody here keeps, it gives the successor again; gone once that was used. */
  @Column({ type: 'text', name: 'successor_salt', nullable: true })
  successorSalt!: string | null;

  @Column({ type: 'timestamptz', name: 'used_at', precision: 3, transformer: instantColumn, nullable: true })
  usedAt!: string | null;

  /** Set: it was sent a second time within the grace; there is no third. */
  @Column({
    type: 'timestamptz',
    name: 'replayed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  replayedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
