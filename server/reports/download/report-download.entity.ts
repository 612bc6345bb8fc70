import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { REPORT_AUDIENCES, type ReportAudience } from '../document/report-document';
import { REPORT_FORMATS, type ReportFormat } from '../rendering/file-name';
import { REPORT_LANGUAGES, type ReportLanguage } from '../rendering/shown-report';

/** Leave to fetch one rendering of a report once, within a minute. */
@Entity({ name: 'report_download' })
export class ReportDownload {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'report_id' })
  reportId!: string;

  @Column({ type: 'text', name: 'audience', enum: REPORT_AUDIENCES })
  audience!: ReportAudience;

  @Column({ type: 'text', name: 'format', enum: REPORT_FORMATS })
  format!: ReportFormat;

  @Column({ type: 'text', name: 'language', enum: REPORT_LANGUAGES })
  language!: ReportLanguage;

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
