import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** The platform’s part of a seed until the draw; nobody reads it, and it goes once it is published. Under the id of its sample. */
@Entity({ name: 'case_draw_secret' })
export class CaseDrawSecret {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'text', name: 'nonce' })
  nonce!: string;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
