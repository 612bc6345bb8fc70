import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { CASE_SAMPLE_STATES, type CaseSampleState } from './case-sample.states';

/** Records drawn from a list of a service, to be judged blind (échantillon de dossiers). */
@Entity({ name: 'case_sample' })
export class CaseSample {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** What the records are: the kind of evidence that criteria ask for. */
  @Column({ type: 'text', name: 'evidence_kind_code' })
  evidenceKindCode!: string;

  @Column({ type: 'text', name: 'state', enum: CASE_SAMPLE_STATES, default: 'LISTED' })
  state!: CaseSampleState;

  /** What the strata of the list are called. */
  @Column({ type: 'text', name: 'strata_names', array: true, default: [] })
  strataNames!: string[];

  /** Records of the list. */
  @Column({ type: 'integer', name: 'population_size' })
  populationSize!: number;

  /** Commitment to the list, made before anybody knows the seed. */
  @Column({ type: 'text', name: 'list_sha256' })
  listSha256!: string;

  /** Commitment to the platform’s part of the seed, published with the list. */
  @Column({ type: 'text', name: 'nonce_sha256' })
  nonceSha256!: string;

  @Column({
    type: 'timestamptz',
    name: 'listed_at',
    precision: 3,
    transformer: instantColumn,
  })
  listedAt!: string;

  @Column({ type: 'uuid', name: 'listed_by_id', nullable: true })
  listedById!: string | null;

  /** Records drawn. */
  @Column({ type: 'integer', name: 'size', nullable: true })
  size!: number | null;

  /** The platform’s part of the seed, published with the draw. */
  @Column({ type: 'text', name: 'nonce', nullable: true })
  nonce!: string | null;

  /** The part of whoever drew. */
  @Column({ type: 'text', name: 'word', nullable: true })
  word!: string | null;

  @Column({ type: 'text', name: 'seed', nullable: true })
  seed!: string | null;

  /** How the draw was made. */
  @Column({ type: 'text', name: 'algorithm', nullable: true })
  algorithm!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'drawn_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  drawnAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'completed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  completedAt!: string | null;

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
