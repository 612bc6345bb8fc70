import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import {
  PLAN_STATUSES,
  STOPPED_BY,
  type BoundCovers,
  type PlanStatus,
  type StoppedBy,
} from '../matcher/plan';
import type { FrozenSettings } from '../needs/frozen-settings';
import type { RunFailure } from './failure-message';
import { MATCHING_RUN_STATES, type MatchingRunState } from './matching-run.states';

/** What the bound of a plan speaks of. */
export const BOUND_COVERS = ['ALL_PAIRS', 'KEPT_CANDIDATES'] as const satisfies readonly BoundCovers[];

/** One solve of the teams of a campaign (composition des équipes). What went in and what came out never change; its state and its publication do. */
@Entity({ name: 'matching_run' })
export class MatchingRun {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  /** The long work behind it. */
  @Column({ type: 'uuid', name: 'operation_id' })
  operationId!: string;

  /** The run from whose plan as little as possible changes. */
  @Column({ type: 'uuid', name: 'base_run_id', nullable: true })
  baseRunId!: string | null;

  @Column({ type: 'text', name: 'state', enum: MATCHING_RUN_STATES, default: 'QUEUED' })
  state!: MatchingRunState;

  /** To look at and compare; never published. */
  @Column({ type: 'boolean', name: 'is_dry_run', default: false })
  isDryRun!: boolean;

  @Column({ type: 'integer', name: 'seed' })
  seed!: number;

  /** Of the clock, at most. */
  @Column({ type: 'integer', name: 'seconds' })
  seconds!: number;

  @Column({ type: 'integer', name: 'memory_megabytes' })
  memoryMegabytes!: number;

  /** SHA-256 of the campaign's frozen conflict rules. */
  @Column({ type: 'text', name: 'rules_hash' })
  rulesHash!: string;

  @Column({ type: 'text', name: 'solver_version' })
  solverVersion!: string;

  /** Settings of the campaign as they were. */
  @Column({ type: 'jsonb', name: 'settings' })
  settings!: FrozenSettings;

  @Column({ type: 'uuid', name: 'started_by_id' })
  startedById!: string;

  @Column({ type: 'text', name: 'status', enum: PLAN_STATUSES, nullable: true })
  status!: PlanStatus | null;

  @Column({ type: 'double precision', name: 'objective', nullable: true })
  objective!: number | null;

  @Column({ type: 'double precision', name: 'bound', nullable: true })
  bound!: number | null;

  @Column({ type: 'double precision', name: 'gap', nullable: true })
  gap!: number | null;

  @Column({ type: 'text', name: 'bound_covers', enum: BOUND_COVERS, nullable: true })
  boundCovers!: BoundCovers | null;

  @Column({ type: 'text', name: 'stopped_by', enum: STOPPED_BY, nullable: true })
  stoppedBy!: StoppedBy | null;

  @Column({ type: 'double precision', name: 'solved_seconds', nullable: true })
  solvedSeconds!: number | null;

  /** Why there is no plan. */
  @Column({ type: 'jsonb', name: 'failure', nullable: true })
  failure!: RunFailure | null;

  @Column({
    type: 'timestamptz',
    name: 'finished_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  finishedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'published_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  publishedAt!: string | null;

  @Column({ type: 'uuid', name: 'published_by_id', nullable: true })
  publishedById!: string | null;

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
