import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import { SCALE_DEFINITION_STATES, type ScaleDefinitionState } from './scale-definition.states';
import type { ScaleAxis, ScaleLevel } from './scale-file';

/** A version of a scale that events are rated on (échelle d’événements). */
@Entity({ name: 'scale_definition' })
export class ScaleDefinition {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'code' })
  code!: string;

  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'state', default: 'DRAFT', enum: SCALE_DEFINITION_STATES })
  state!: ScaleDefinitionState;

  /** It came with the templates folder. */
  @Column({ type: 'boolean', name: 'is_loaded', default: false })
  isLoaded!: boolean;

  @Column({ type: 'text', name: 'title_fr' })
  titleFr!: string;

  @Column({ type: 'text', name: 'title_en' })
  titleEn!: string;

  @Column({ type: 'text', name: 'note_fr' })
  noteFr!: string;

  @Column({ type: 'text', name: 'note_en' })
  noteEn!: string;

  @Column({ type: 'text', name: 'source_fr', nullable: true })
  sourceFr!: string | null;

  @Column({ type: 'text', name: 'source_en', nullable: true })
  sourceEn!: string | null;

  @Column({ type: 'text', name: 'url', nullable: true })
  url!: string | null;

  @Column({ type: 'text', name: 'verification_level', nullable: true })
  verificationLevel!: string | null;

  @Column({ type: 'date', name: 'in_force_from', nullable: true })
  inForceFrom!: string | null;

  @Column({ type: 'date', name: 'in_force_to', nullable: true })
  inForceTo!: string | null;

  /** From the lowest to the highest. */
  @Column({ type: 'jsonb', name: 'levels' })
  levels!: ScaleLevel[];

  @Column({ type: 'text', name: 'axes', default: [], array: true })
  axes!: ScaleAxis[];

  @Column({ type: 'text', name: 'retirement_reason', nullable: true })
  retirementReason!: string | null;

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
