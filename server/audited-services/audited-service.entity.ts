import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import type { Modality } from './registry-columns';

/** An imaging site that can be audited (service audité). */
@Entity({ name: 'audited_service' })
export class AuditedService {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** The organisation that runs it; others that it belongs to are in service_organisation. */
  @Column({ type: 'uuid', name: 'organisation_id' })
  organisationId!: string;

  /** FINESS number of the site, 9 characters. */
  @Column({ type: 'text', name: 'finess_et', nullable: true, unique: true })
  finessEt!: string | null;

  /** SIRET, 14 digits. */
  @Column({ type: 'text', name: 'siret', nullable: true, unique: true })
  siret!: string | null;

  @Column({ type: 'text', name: 'name' })
  name!: string;

  @Column({ type: 'text', name: 'sector', nullable: true })
  sector!: string | null;

  @Column({ type: 'text', name: 'department_code' })
  departmentCode!: string;

  @Column({ type: 'text', name: 'department_name' })
  departmentName!: string;

  @Column({ type: 'text', name: 'region_code' })
  regionCode!: string;

  @Column({ type: 'text', name: 'region_name' })
  regionName!: string;

  @Column({ type: 'text', name: 'commune', nullable: true })
  commune!: string | null;

  @Column({ type: 'text', name: 'postcode', nullable: true })
  postcode!: string | null;

  /** Degrees, WGS 84. */
  @Column({ type: 'double precision', name: 'latitude', nullable: true })
  latitude!: number | null;

  /** Degrees, WGS 84. */
  @Column({ type: 'double precision', name: 'longitude', nullable: true })
  longitude!: number | null;

  @Column({ type: 'text', name: 'modalities', array: true, default: [] })
  modalities!: Modality[];

  @Column({ type: 'integer', name: 'scanners', nullable: true })
  scanners!: number | null;

  /** Number of MRI machines. */
  @Column({ type: 'integer', name: 'mri', nullable: true })
  mri!: number | null;

  @Column({ type: 'integer', name: 'radiography_rooms', nullable: true })
  radiographyRooms!: number | null;

  @Column({ type: 'integer', name: 'mammographs', nullable: true })
  mammographs!: number | null;

  @Column({ type: 'integer', name: 'angiography_rooms', nullable: true })
  angiographyRooms!: number | null;

  @Column({ type: 'integer', name: 'ct_exams_per_year', nullable: true })
  ctExamsPerYear!: number | null;

  @Column({ type: 'integer', name: 'mri_exams_per_year', nullable: true })
  mriExamsPerYear!: number | null;

  @Column({ type: 'integer', name: 'radiography_exams_per_year', nullable: true })
  radiographyExamsPerYear!: number | null;

  @Column({ type: 'boolean', name: 'has_emergency_department', default: false })
  hasEmergencyDepartment!: boolean;

  /** Codes of what the import found odd, such as a failed check digit. */
  @Column({ type: 'text', name: 'registry_warnings', array: true, default: [] })
  registryWarnings!: string[];

  /** Set: the service is closed, and kept for its audits. */
  @Column({
    type: 'timestamptz',
    name: 'archived_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  archivedAt!: string | null;

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
