import { Column, Entity, PrimaryColumn } from 'typeorm';
import { instantColumn } from '../../database/instant-column';

/** How often somebody guessed, per account, address or client, in the window that runs (essais de connexion). */
@Entity({ name: 'sign_in_attempt' })
export class SignInAttempt {
  /** Keyed hash of who or where: what people type in the wrong box is not kept. */
  @PrimaryColumn({ type: 'text', name: 'subject' })
  subject!: string;

  @Column({ type: 'integer', name: 'count' })
  count!: number;

  @Column({ type: 'timestamptz', name: 'window_ends_at', precision: 3, transformer: instantColumn })
  windowEndsAt!: string;
}
