import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../database/instant-column';

/** A human being (personne), whether or not they sign in. */
@Entity({ name: 'person' })
export class Person {
  @PrimaryColumn({ type: 'uuid', name: 'id' })
  id!: string;

  /** Nom de famille. */
  @Column({ type: 'text', name: 'family_name' })
  familyName!: string;

  /** Prénom. */
  @Column({ type: 'text', name: 'given_name' })
  givenName!: string;

  @Column({ type: 'text', name: 'email', nullable: true })
  email!: string | null;

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
