import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** An action that waits for another one of the same audit (dépendance). */
@Entity({ name: 'corrective_action_dependency' })
export class CorrectiveActionDependency {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'corrective_action_id' })
  correctiveActionId!: string;

  @Column({ type: 'uuid', name: 'waits_for_id' })
  waitsForId!: string;

  @Column({ type: 'uuid', name: 'added_by_id', nullable: true })
  addedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
