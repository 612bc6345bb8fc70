import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { CORRECTIVE_ACTION_STATES, type CorrectiveActionState } from './corrective-action.states';

/** What will change, by whom and by when (action corrective). */
@Entity({ name: 'corrective_action' })
export class CorrectiveAction {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  @Column({ type: 'uuid', name: 'finding_id' })
  findingId!: string;

  @Column({ type: 'text', name: 'state', enum: CORRECTIVE_ACTION_STATES, default: 'PROPOSED' })
  state!: CorrectiveActionState;

  @Column({ type: 'text', name: 'title' })
  title!: string;

  /** Why it came to the finding. */
  @Column({ type: 'text', name: 'cause', nullable: true })
  cause!: string | null;

  /** What was done at once. */
  @Column({ type: 'text', name: 'containment', nullable: true })
  containment!: string | null;

  @Column({ type: 'text', name: 'owner_name' })
  ownerName!: string;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  /** When the effect is looked at; set at creation. */
  @Column({ type: 'date', name: 'effectiveness_due_on' })
  effectivenessDueOn!: string;

  @Column({ type: 'timestamptz', name: 'done_at', precision: 3, transformer: instantColumn, nullable: true })
  doneAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'verified_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  verifiedAt!: string | null;

  @Column({ type: 'uuid', name: 'verified_by_id', nullable: true })
  verifiedById!: string | null;

  @Column({ type: 'text', name: 'reopen_reason', nullable: true })
  reopenReason!: string | null;

  @Column({ type: 'text', name: 'waiver_reason', nullable: true })
  waiverReason!: string | null;

  @Column({ type: 'date', name: 'waiver_expires_on', nullable: true })
  waiverExpiresOn!: string | null;

  @Column({ type: 'uuid', name: 'waiver_requested_by_id', nullable: true })
  waiverRequestedById!: string | null;

  /** A second person, never the one who asked. */
  @Column({ type: 'uuid', name: 'waived_by_id', nullable: true })
  waivedById!: string | null;

  @Column({ type: 'uuid', name: 'proposed_by_id', nullable: true })
  proposedById!: string | null;

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
