import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** What was noted while an answer is awaited (note de suivi). */
@Entity({ name: 'outside_recommendation_note' })
export class OutsideRecommendationNote {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'outside_recommendation_id' })
  outsideRecommendationId!: string;

  @Column({ type: 'text', name: 'text' })
  text!: string;

  @Column({ type: 'uuid', name: 'written_by_id', nullable: true })
  writtenById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
