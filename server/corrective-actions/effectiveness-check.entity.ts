import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** What is said of the effect of an action that was carried out. */
export const EFFECT_VERDICTS = ['EFFECTIVE', 'NOT_EFFECTIVE'] as const;
export type EffectVerdict = (typeof EFFECT_VERDICTS)[number];

/**
 * One look at the effect of an action (vérification d'efficacité). The first round is due on the day that was set with the
 * action, and has no row before it is judged; the next ones are there, without a verdict, from when the action was given back.
 */
@Entity({ name: 'effectiveness_check' })
export class EffectivenessCheck {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'corrective_action_id' })
  correctiveActionId!: string;

  /** Counts from 1. */
  @Column({ type: 'integer', name: 'round' })
  round!: number;

  @Column({ type: 'date', name: 'due_on' })
  dueOn!: string;

  @Column({ type: 'date', name: 'judged_on', nullable: true })
  judgedOn!: string | null;

  @Column({ type: 'text', name: 'verdict', enum: EFFECT_VERDICTS, nullable: true })
  verdict!: EffectVerdict | null;

  @Column({ type: 'text', name: 'reason', nullable: true })
  reason!: string | null;

  @Column({ type: 'uuid', name: 'evidence_id', nullable: true })
  evidenceId!: string | null;

  @Column({ type: 'uuid', name: 'judged_by_id', nullable: true })
  judgedById!: string | null;

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
