import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import {
  OUTSIDE_RECOMMENDATION_STATES,
  type OutsideRecommendationState,
} from './outside-recommendation.states';

/** Whom the programme may recommend something to. */
export const OUTSIDE_BODIES = [
  'MANUFACTURER',
  'ASNR',
  'DGS',
  'DGOS',
  'HAS',
  'ANSM',
  'ARS',
  'LEARNED_SOCIETY',
  'PROFESSIONAL_COUNCIL',
  'OTHER',
] as const;
export type OutsideBody = (typeof OUTSIDE_BODIES)[number];

/** What the programme recommends to a body outside (recommandation à un organisme extérieur). */
@Entity({ name: 'outside_recommendation' })
export class OutsideRecommendation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column({ type: 'text', name: 'body', enum: OUTSIDE_BODIES })
  body!: OutsideBody;

  @Column({ type: 'text', name: 'body_name', nullable: true })
  bodyName!: string | null;

  @Column({ type: 'text', name: 'state', default: 'DRAFT', enum: OUTSIDE_RECOMMENDATION_STATES })
  state!: OutsideRecommendationState;

  @Column({ type: 'text', name: 'title' })
  title!: string;

  @Column({ type: 'text', name: 'text' })
  text!: string;

  /** When an answer is hoped for. */
  @Column({ type: 'date', name: 'due_on', nullable: true })
  dueOn!: string | null;

  @Column({ type: 'date', name: 'sent_on', nullable: true })
  sentOn!: string | null;

  @Column({ type: 'text', name: 'answer', nullable: true })
  answer!: string | null;

  @Column({ type: 'text', name: 'outcome_reason', nullable: true })
  outcomeReason!: string | null;

  @Column({ type: 'boolean', name: 'is_published', default: false })
  isPublished!: boolean;

  @Column({ type: 'uuid', name: 'drafted_by_id', nullable: true })
  draftedById!: string | null;

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
