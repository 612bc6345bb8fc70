import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { FAIRNESS, type Fairness, type Weights } from '../matcher/instance';

/** How the teams of a campaign are composed (réglages de la composition). A campaign without a row goes by the defaults. */
@Entity({ name: 'matching_settings' })
export class MatchingSettings {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'campaign_id', unique: true })
  campaignId!: string;

  /** All of them, so that a later default changes no campaign. */
  @Column({ type: 'jsonb', name: 'weights' })
  weights!: Weights;

  @Column({ type: 'text', name: 'fairness', enum: FAIRNESS, default: 'SUM' })
  fairness!: Fairness;

  /** Years since the last practice after which an auditor is not called on; null: no such rule. */
  @Column({ type: 'integer', name: 'recency_years', nullable: true })
  recencyYears!: number | null;

  /** Auditors speak a working language of the service. */
  @Column({ type: 'boolean', name: 'is_language_required', default: true })
  isLanguageRequired!: boolean;

  /** Audits that each auditor should have at least. */
  @Column({ type: 'integer', name: 'minimum_audits', default: 0 })
  minimumAudits!: number;

  /** Ties to review do not keep a pair apart: they are reviewed at publication. */
  @Column({ type: 'boolean', name: 'is_review_allowed', default: false })
  isReviewAllowed!: boolean;

  /** Seats of a service that says nothing of its own. */
  @Column({ type: 'integer', name: 'radiologists', default: 1 })
  radiologists!: number;

  @Column({ type: 'integer', name: 'radiographers', default: 1 })
  radiographers!: number;

  @Column({ type: 'integer', name: 'medical_physicists', default: 0 })
  medicalPhysicists!: number;

  /** Earlier campaigns whose teams count as having worked together. */
  @Column({ type: 'integer', name: 'past_campaigns', default: 1 })
  pastCampaigns!: number;

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
