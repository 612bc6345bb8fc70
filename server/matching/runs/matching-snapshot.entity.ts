import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';
import type { Instance } from '../matcher/instance';

/** Everything that a run was solved from, as it was read at one moment. Never changed. */
@Entity({ name: 'matching_snapshot' })
export class MatchingSnapshot {
  /** That of its run. */
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** SHA-256 of the canonical JSON (RFC 8785) of the content. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  /** Null once somebody in it was erased: it held his ties. */
  @Column({ type: 'jsonb', name: 'content', nullable: true })
  content!: Instance | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
