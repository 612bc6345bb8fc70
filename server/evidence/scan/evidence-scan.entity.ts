import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { SCAN_OUTCOMES, type ScanReason } from './verdict';

/** How far a scan is: WAITING when it has to be tried again, since nobody could look into the file. */
export const EVIDENCE_SCAN_OUTCOMES = ['WAITING', ...SCAN_OUTCOMES] as const;
export type EvidenceScanOutcome = (typeof EVIDENCE_SCAN_OUTCOMES)[number];

/** What was found in the file of a piece of evidence. */
@Entity({ name: 'evidence_scan' })
export class EvidenceScan {
  /** That of its evidence. */
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'outcome', enum: EVIDENCE_SCAN_OUTCOMES })
  outcome!: EvidenceScanOutcome;

  /** What the content is. */
  @Column({ type: 'text', name: 'media_type', nullable: true })
  mediaType!: string | null;

  @Column({ type: 'jsonb', name: 'reasons' })
  reasons!: ScanReason[];

  /** Of the file as it was sent: the copy that is published differs. */
  @Column({ type: 'text', name: 'sent_sha256' })
  sentSha256!: string;

  /** Version of the rules. */
  @Column({ type: 'text', name: 'scanner' })
  scanner!: string;

  /** Version of the antivirus and its signatures; null when none is configured. */
  @Column({ type: 'text', name: 'antivirus', nullable: true })
  antivirus!: string | null;

  @Column({ type: 'integer', name: 'tries', default: 1 })
  tries!: number;

  @Column({ type: 'timestamptz', name: 'scanned_at', precision: 3, transformer: instantColumn })
  scannedAt!: string;

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
