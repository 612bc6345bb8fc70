import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** What a note reports. */
export const CORRECTIVE_ACTION_NOTE_KINDS = [
  'PROGRESS',
  'PROOF',
  'VERIFICATION',
  'REOPENING',
  'WAIVER',
] as const;
export type CorrectiveActionNoteKind = (typeof CORRECTIVE_ACTION_NOTE_KINDS)[number];

/** What is reported on a corrective action (suivi d'action). */
@Entity({ name: 'corrective_action_note' })
export class CorrectiveActionNote {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'corrective_action_id' })
  correctiveActionId!: string;

  @Column({ type: 'text', name: 'kind', enum: CORRECTIVE_ACTION_NOTE_KINDS })
  kind!: CorrectiveActionNoteKind;

  @Column({ type: 'text', name: 'text' })
  text!: string;

  @Column({ type: 'uuid', name: 'evidence_id', nullable: true })
  evidenceId!: string | null;

  @Column({ type: 'uuid', name: 'created_by_id', nullable: true })
  createdById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
