import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { GRADE_VALUES, type GradeValue } from './grade.entity';

/** Why a grade is another one than its measure proposes (écart à la mesure). Under the id of its grade. */
@Entity({ name: 'grade_difference' })
export class GradeDifference {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** What the measure proposed when the grade was given. */
  @Column({ type: 'text', name: 'proposed_value', enum: GRADE_VALUES })
  proposedValue!: GradeValue;

  @Column({ type: 'text', name: 'reason' })
  reason!: string;

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
