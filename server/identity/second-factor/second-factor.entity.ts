import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** The second factor of an account (second facteur): time-based one-time passwords, RFC 6238. */
@Entity({ name: 'second_factor' })
export class SecondFactor {
  @PrimaryColumn({ type: 'uuid', name: 'account_id' })
  accountId!: string;

  /** Encrypted with a key that the database does not have. */
  @Column({ type: 'text', name: 'sealed_secret' })
  sealedSecret!: string;

  /** Set once a code has proved that the device knows the secret; until then it protects nothing. */
  @Column({
    type: 'timestamptz',
    name: 'confirmed_at',
    precision: 3,
    transformer: instantColumn,
    nullable: true,
  })
  confirmedAt!: string | null;

  /** The latest time step whose code was taken; that code and earlier ones are spent. */
  @Column({ type: 'bigint', name: 'last_step', default: 0 })
  lastStep!: number;

  @Column({
    type: 'timestamptz',
    name: 'created_at',
    precision: 3,
    transformer: instantColumn,
    default: () => 'now()',
  })
  createdAt!: string;
}
