import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import type { Plan } from '../matcher/plan';

/** What the matcher gave, with its certificate, once the checker has found it right. Never changed. */
@Entity({ name: 'matching_result' })
export class MatchingResult {
  /** That of its run. */
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** SHA-256 of the canonical JSON (RFC 8785) of the plan. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  @Column({ type: 'jsonb', name: 'plan' })
  plan!: Plan;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
