import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** What a person makes of a doubtful file. */
export const SCAN_DECISIONS = ['RELEASED', 'REFUSED'] as const;
export type ScanDecision = (typeof SCAN_DECISIONS)[number];

/** That a person has looked at a doubtful file, and what came of it. */
@Entity({ name: 'evidence_scan_decision' })
export class EvidenceScanDecision {
  /** That of its evidence: nobody decides twice. */
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'decision', enum: SCAN_DECISIONS })
  decision!: ScanDecision;

  @Column({ type: 'text', name: 'reason' })
  reason!: string;

  @Column({ type: 'uuid', name: 'decided_by_id', nullable: true })
  decidedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
