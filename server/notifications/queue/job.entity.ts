import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** Work that waits for a worker; it goes once it is done. */
@Entity({ name: 'job' })
export class Job {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** Which task of the workers does it. */
  @Column({ type: 'text', name: 'task' })
  task!: string;

  @Column({ type: 'jsonb', name: 'payload' })
  payload!: Record<string, unknown>;

  /** Names the work: while one of that name waits or runs, another one is not added. */
  @Column({ type: 'text', name: 'key', unique: true, nullable: true })
  key!: string | null;

  /** Not before this instant; null when at once. */
  @Column({
    type: 'timestamptz',
    name: 'run_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  runAt!: string | null;

  /** How often it was begun since it last had its say: a worker that dies leaves it counted. */
  @Column({ type: 'integer', name: 'attempts', default: 0 })
  attempts!: number;

  @Column({ type: 'text', name: 'last_error', nullable: true })
  lastError!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
