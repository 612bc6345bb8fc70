import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProblemSeverity } from '../kernel/row-problem';

/** How bad a problem is: an ERROR refuses the row, a WARNING is kept beside it. */
export const PROBLEM_SEVERITIES = ['ERROR', 'WARNING'] as const satisfies readonly ProblemSeverity[];

/** One thing wrong with one row of an imported file (anomalie). */
@Entity({ name: 'operation_problem' })
export class OperationProblem {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'operation_id' })
  operationId!: string;

  @Column({ type: 'integer', name: 'position' })
  position!: number;

  /** Line of the file, the header being line 1. */
  @Column({ type: 'integer', name: 'line' })
  line!: number;

  @Column({ type: 'text', name: 'severity', enum: PROBLEM_SEVERITIES })
  severity!: ProblemSeverity;

  @Column({ type: 'text', name: 'code' })
  code!: string;

  /** Name of the column in the file; null when the row as a whole is meant. */
  @Column({ type: 'text', name: 'field', nullable: true })
  field!: string | null;

  @Column({ type: 'text', name: 'value', nullable: true })
  value!: string | null;
}
