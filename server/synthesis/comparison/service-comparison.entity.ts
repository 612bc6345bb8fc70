import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import type { ComparedFigure } from './compared-figures';
import type { ComparisonTrait } from './traits';

/** A service beside comparable ones (comparaison), as it was told; it never changes. */
@Entity({ name: 'service_comparison' })
export class ServiceComparison {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  /** The service that asked, and the only one that reads it. */
  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** What the others were to have in common with it. */
  @Column({ type: 'text', name: 'asked_traits', array: true })
  askedTraits!: ComparisonTrait[];

  /** What they have in common: fewer traits where there were too few services. */
  @Column({ type: 'text', name: 'shared_traits', array: true })
  sharedTraits!: ComparisonTrait[];

  /** Others that it is compared with. */
  @Column({ type: 'integer', name: 'service_count' })
  serviceCount!: number;

  @Column({ type: 'jsonb', name: 'figures' })
  figures!: ComparedFigure[];

  @Column({ type: 'uuid', name: 'asked_by_id', nullable: true })
  askedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
