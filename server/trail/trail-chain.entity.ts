import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** The head of a chain of entries, one for each campaign and one for the platform (chaîne du journal). */
@Entity({ name: 'trail_chain' })
export class TrailChain {
  /** Id of the campaign, or `platform`. */
  @PrimaryColumn({ type: 'text', name: 'id' })
  id!: string;

  /** How many entries it has. */
  @Column({ type: 'bigint', name: 'size' })
  size!: number;

  /** Roots of the full subtrees, largest first. */
  @Column({ type: 'text', name: 'frontier', array: true })
  frontier!: string[];

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
