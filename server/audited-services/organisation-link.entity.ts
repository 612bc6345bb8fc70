import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** Groupement hospitalier de territoire, group, GIE, GCS, holding. */
export const ORGANISATION_LINK_KINDS = ['GHT', 'GROUP', 'GIE', 'GCS', 'HOLDING'] as const;
export type OrganisationLinkKind = (typeof ORGANISATION_LINK_KINDS)[number];

/** Whether a tie was declared by people or read from a registry. */
export const LINK_SOURCES = ['DECLARED', 'REGISTRY'] as const;
export type LinkSource = (typeof LINK_SOURCES)[number];

/** A dated tie between two organisations (lien entre organisations). */
@Entity({ name: 'organisation_link' })
export class OrganisationLink {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'uuid', name: 'linked_organisation_id' })
  linkedOrganisationId!: string;

  @Column({ type: 'text', name: 'kind', enum: ORGANISATION_LINK_KINDS })
  kind!: OrganisationLinkKind;

  @Column({ type: 'date', name: 'from_date' })
  fromDate!: string;

  /** Last day; null while open. */
  @Column({ type: 'date', name: 'to_date', nullable: true })
  toDate!: string | null;

  @Column({ type: 'text', name: 'source', enum: LINK_SOURCES })
  source!: LinkSource;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
