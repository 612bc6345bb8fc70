import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** An auditor has judged every record of a sample for good (remise des avis). */
@Entity({ name: 'case_review_submission' })
export class CaseReviewSubmission {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'case_sample_id' })
  caseSampleId!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'auditor_id' })
  auditorId!: string;

  /** One of the two whose reviews were compared; whoever left the team before is none of them. */
  @Column({ type: 'boolean', name: 'is_counted', default: false })
  isCounted!: boolean;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
