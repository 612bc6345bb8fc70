import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** A legal entity of its own, or a grouping of several. */
export const ORGANISATION_KINDS = ['LEGAL_ENTITY', 'GROUPING'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** A legal entity, or a grouping of them (entité juridique, groupement). */
@Entity({ name: 'organisation' })
export class Organisation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'kind', enum: ORGANISATION_KINDS, default: 'LEGAL_ENTITY' })
  kind!: OrganisationKind;

  /** Code of a grouping that has neither SIREN nor FINESS. */
  @Column({ type: 'text', name: 'code', nullable: true, unique: true })
  code!: string | null;

  /** SIREN, 9 digits. */
  @Column({ type: 'text', name: 'siren', nullable: true })
  siren!: string | null;

  /** FINESS number of the legal entity, 9 characters. */
  @Column({ type: 'text', name: 'finess_ej', nullable: true, unique: true })
  finessEj!: string | null;

  @Column({ type: 'text', name: 'name' })
  name!: string;

  @Column({ type: 'text', name: 'sector', nullable: true })
  sector!: string | null;

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
