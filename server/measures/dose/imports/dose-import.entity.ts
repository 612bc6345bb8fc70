import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../../database/instant-column';
import type { OperationFailure } from '../../../operations';
import { DOSE_IMPORT_STATES, type DoseImportState } from './dose-import.states';

/** Doses of a service read from one file, which is thrown away afterwards (import de doses). */
@Entity({ name: 'dose_import' })
export class DoseImport {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'audited_service_id' })
  auditedServiceId!: string;

  /** Null until the file has arrived. */
  @Column({ type: 'uuid', name: 'operation_id', nullable: true })
  operationId!: string | null;

  @Column({ type: 'text', name: 'state', enum: DOSE_IMPORT_STATES, default: 'AWAITING_FILE' })
  state!: DoseImportState;

  /** SHA-256 of the file as announced, hexadecimal. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  /** Rows of the file, refused parts included. */
  @Column({ type: 'integer', name: 'read_count', default: 0 })
  readCount!: number;

  /** Records that no reader set aside. */
  @Column({ type: 'integer', name: 'kept_count', default: 0 })
  keptCount!: number;

  /** Records kept without counting: localisers, phantoms, rows without dose … */
  @Column({ type: 'integer', name: 'excluded_count', default: 0 })
  excludedCount!: number;

  /** Exposures that were there already. */
  @Column({ type: 'integer', name: 'duplicate_count', default: 0 })
  duplicateCount!: number;

  /** Parts of the file that gave no record. */
  @Column({ type: 'integer', name: 'refused_count', default: 0 })
  refusedCount!: number;

  /** Why it failed. */
  @Column({ type: 'jsonb', name: 'failure', nullable: true })
  failure!: OperationFailure | null;

  @Column({
    type: 'timestamptz',
    name: 'finished_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  finishedAt!: string | null;

  @Column({ type: 'uuid', name: 'created_by_id' })
  createdById!: string;

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
