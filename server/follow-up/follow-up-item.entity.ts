import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** What became of an action. */
export const FOLLOW_UP_OUTCOMES = ['STILL_EFFECTIVE', 'CHANGED', 'LAPSED'] as const;
export type FollowUpOutcome = (typeof FOLLOW_UP_OUTCOMES)[number];

/** One action in a documentary follow-up: what its service says of it, and what the reviewer concludes. */
@Entity({ name: 'follow_up_item' })
export class FollowUpItem {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'documentary_follow_up_id' })
  documentaryFollowUpId!: string;

  @Column({ type: 'uuid', name: 'corrective_action_id' })
  correctiveActionId!: string;

  /** The title of the action, for a reviewer who does not see the audit. */
  @Column({ type: 'text', name: 'subject' })
  subject!: string;

  @Column({ type: 'text', name: 'outcome', enum: FOLLOW_UP_OUTCOMES })
  outcome!: FollowUpOutcome;

  @Column({ type: 'text', name: 'statement' })
  statement!: string;

  @Column({ type: 'uuid', name: 'evidence_id', nullable: true })
  evidenceId!: string | null;

  @Column({ type: 'uuid', name: 'stated_by_id', nullable: true })
  statedById!: string | null;

  @Column({ type: 'text', name: 'conclusion', enum: FOLLOW_UP_OUTCOMES, nullable: true })
  conclusion!: FollowUpOutcome | null;

  @Column({ type: 'text', name: 'conclusion_reason', nullable: true })
  conclusionReason!: string | null;

  @Column({ type: 'uuid', name: 'concluded_by_auditor_id', nullable: true })
  concludedByAuditorId!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'concluded_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  concludedAt!: string | null;

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
