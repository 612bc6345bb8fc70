import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An entry as it was hashed: its place in a chain and its canonical text (feuille du journal). */
@Entity({ name: 'trail_leaf' })
export class TrailLeaf {
  /** That of the entry. */
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'chain_id' })
  chainId!: string;

  @Column({ type: 'bigint', name: 'index' })
  index!: number;

  /** Made once and never written anew: what is hashed is what is stored. */
  @Column({ type: 'text', name: 'leaf' })
  leaf!: string;

  @Column({ type: 'text', name: 'leaf_hash' })
  leafHash!: string;
}
