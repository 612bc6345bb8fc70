import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { SYNTHESIS_STATES, type SynthesisState } from './synthesis.states';

/** What a campaign tells the country (synthèse nationale); published, it never changes. */
@Entity({ name: 'synthesis' })
export class Synthesis {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'campaign_id', unique: true })
  campaignId!: string;

  @Column({ type: 'text', name: 'state', enum: SYNTHESIS_STATES, default: 'DRAFT' })
  state!: SynthesisState;

  /** Canonical JSON (RFC 8785). */
  @Column({ type: 'text', name: 'content' })
  content!: string;

  /** Of the content, hexadecimal. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  @Column({ type: 'uuid', name: 'prepared_by_id', nullable: true })
  preparedById!: string | null;

  @Column({ type: 'timestamptz', name: 'prepared_at', precision: 3, transformer: instantColumn })
  preparedAt!: string;

  @Column({ type: 'uuid', name: 'published_by_id', nullable: true })
  publishedById!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'published_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  publishedAt!: string | null;

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
