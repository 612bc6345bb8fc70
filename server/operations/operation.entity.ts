import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import type { ErrorCode, MessageParams } from '../kernel/messages';
import { OPERATION_STATES, type OperationState } from './operation.states';

/** What long work there is. */
export const OPERATION_KINDS = [
  'AUDITED_SERVICES_IMPORT',
  'AUDITORS_IMPORT',
  'MATCHING_RUN',
  'DOSE_IMPORT',
] as const;
export type OperationKind = (typeof OPERATION_KINDS)[number];

/** Why an operation failed: a code with what its sentence is filled with, so that each reader gets his own language. */
export interface OperationFailure {
  code: ErrorCode;
  params: MessageParams;
}

/** What an operation gave, in numbers of objects. */
export interface OperationCounts {
  created: number;
  changed: number;
  refused: number;
}

/** Long work with progress, such as an import (opération). */
@Entity({ name: 'operation' })
export class Operation {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'kind', enum: OPERATION_KINDS })
  kind!: OperationKind;

  @Column({ type: 'text', name: 'state', enum: OPERATION_STATES, default: 'QUEUED' })
  state!: OperationState;

  /** Everything is checked and nothing is written. */
  @Column({ type: 'boolean', name: 'is_dry_run', default: false })
  isDryRun!: boolean;

  @Column({ type: 'integer', name: 'done_count', default: 0 })
  doneCount!: number;

  /** Null until it is known. */
  @Column({ type: 'integer', name: 'total_count', nullable: true })
  totalCount!: number | null;

  @Column({ type: 'jsonb', name: 'failure', nullable: true })
  failure!: OperationFailure | null;

  @Column({ type: 'jsonb', name: 'result', nullable: true })
  result!: OperationCounts | null;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  /** When the work is given up as TIMED_OUT. */
  @Column({ type: 'timestamptz', name: 'deadline_at', precision: 3, transformer: instantColumn })
  deadlineAt!: string;

  @Column({
    type: 'timestamptz',
    name: 'finished_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  finishedAt!: string | null;

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
