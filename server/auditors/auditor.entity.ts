import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { QUALIFICATIONS, type Qualification } from './auditor-qualification.states';

/** Radiologue, manipulateur, physicien médical. */
export const PROFESSIONS = ['RADIOLOGIST', 'RADIOGRAPHER', 'MEDICAL_PHYSICIST'] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** A person who may audit (auditeur). */
@Entity({ name: 'auditor' })
export class Auditor {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'person_id', unique: true })
  personId!: string;

  /** RPPS number, 11 digits. */
  @Column({ type: 'text', name: 'rpps', nullable: true, unique: true })
  rpps!: string | null;

  @Column({ type: 'text', name: 'profession', enum: PROFESSIONS })
  profession!: Profession;

  @Column({ type: 'text', name: 'qualification', enum: QUALIFICATIONS, default: 'CANDIDATE' })
  qualification!: Qualification;

  @Column({ type: 'boolean', name: 'is_lead_eligible', default: false })
  isLeadEligible!: boolean;

  @Column({ type: 'text', name: 'modalities', array: true, default: [] })
  modalities!: string[];

  /** ISO 639-1 codes. */
  @Column({ type: 'text', name: 'languages', array: true, default: ['fr'] })
  languages!: string[];

  /** INSEE codes. */
  @Column({ type: 'text', name: 'regions', array: true, default: [] })
  regions!: string[];

  /** Most audits per calendar year. */
  @Column({ type: 'integer', name: 'yearly_maximum', default: 4 })
  yearlyMaximum!: number;

  @Column({ type: 'text', name: 'registry_warnings', array: true, default: [] })
  registryWarnings!: string[];

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
