import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** Leave to fetch one file once, within a minute. */
@Entity({ name: 'download_ticket' })
export class DownloadTicket {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'evidence_id' })
  evidenceId!: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  @Column({ type: 'text', name: 'ticket_hash' })
  ticketHash!: string;

  @Column({ type: 'timestamptz', name: 'expires_at', precision: 3, transformer: instantColumn })
  expiresAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'used_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
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
