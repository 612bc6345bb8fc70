import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** A piece of a file as it arrived, under its id in the store. */
@Entity({ name: 'upload_part' })
export class UploadPart {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  @Column({ type: 'uuid', name: 'upload_id' })
  uploadId!: string;

  /** Where in the file it begins; null until its bytes are safe. */
  @Column({ type: 'bigint', name: 'start_byte', nullable: true })
  startByte!: number | null;

  @Column({ type: 'integer', name: 'size_bytes', nullable: true })
  sizeBytes!: number | null;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
