import { Entity, PrimaryColumn } from 'typeorm';

/** A criterion that a recommendation rests on. */
@Entity({ name: 'outside_recommendation_criterion' })
export class OutsideRecommendationCriterion {
  @PrimaryColumn({ type: 'uuid', name: 'outside_recommendation_id' })
  outsideRecommendationId!: string;

  @PrimaryColumn({ type: 'uuid', name: 'criterion_id' })
  criterionId!: string;
}
