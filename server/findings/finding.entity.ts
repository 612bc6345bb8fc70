import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';
import { FINDING_STATES, type FindingState } from './finding.states';

/** What a finding is, from strength to non-conformity. */
export const FINDING_KINDS = [
  'STRENGTH',
  'REMARKABLE_PRACTICE',
  'OBSERVATION',
  'RECOMMENDATION',
  'NON_CONFORMITY',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** How grave a non-conformity is. */
export const FINDING_SEVERITIES = ['MINOR', 'MAJOR', 'CRITICAL'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** What the team states (constat). */
@Entity({ name: 'finding' })
export class Finding {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'audit_id' })
  auditId!: string;

  @Column({ type: 'uuid', name: 'campaign_id' })
  campaignId!: string;

  /** Null when the finding is about no single criterion. */
  @Column({ type: 'uuid', name: 'criterion_id', nullable: true })
  criterionId!: string | null;

  /** Counts from 1 within the audit. */
  @Column({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'text', name: 'kind', enum: FINDING_KINDS })
  kind!: FindingKind;

  /** Of non-conformities only. */
  @Column({ type: 'text', name: 'severity', enum: FINDING_SEVERITIES, nullable: true })
  severity!: FindingSeverity | null;

  @Column({ type: 'text', name: 'state', enum: FINDING_STATES, default: 'DRAFT' })
  state!: FindingState;

  @Column({ type: 'text', name: 'statement' })
  statement!: string;

  /** As shared with the service, kept when it is amended. */
  @Column({ type: 'text', name: 'drafted_statement', nullable: true })
  draftedStatement!: string | null;

  @Column({ type: 'text', name: 'drafted_severity', nullable: true })
  draftedSeverity!: FindingSeverity | null;

  @Column({ type: 'uuid', name: 'author_auditor_id', nullable: true })
  authorAuditorId!: string | null;

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
