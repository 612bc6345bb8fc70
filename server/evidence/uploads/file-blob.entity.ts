import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** Bytes that are kept, once for all who sent the same, under their id in the store. Nobody is ever shown one. */
@Entity({ name: 'file_blob' })
export class FileBlob {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** Hexadecimal. */
  @Column({ type: 'text', name: 'sha256' })
  sha256!: string;

  @Column({ type: 'bigint', name: 'size_bytes' })
  sizeBytes!: number;

  /** Since when nobody needs it and it is being taken away. */
  @Column({
    type: 'timestamptz',
    name: 'doomed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  doomedAt!: string | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
