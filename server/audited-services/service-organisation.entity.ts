import { Column, Entity, PrimaryColumn } from 'typeorm';
import { LINK_SOURCES, type LinkSource } from './organisation-link.entity';

/** An organisation that a service belongs to, from when to when (rattachement d'un service). */
@Entity({ name: 'service_organisation' })
export class ServiceOrganisation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  @Column({ type: 'date', name: 'from_date' })
  fromDate!: string;

  /** Last day; null while open. */
  @Column({ type: 'date', name: 'to_date', nullable: true })
  toDate!: string | null;

  @Column({ type: 'text', name: 'source', enum: LINK_SOURCES })
  source!: LinkSource;
}
