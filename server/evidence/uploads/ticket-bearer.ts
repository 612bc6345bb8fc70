import { asPlatform } from '../../database/as-platform';
import type { ErrorCode } from '../../kernel/messages';
import { hashOfSecret } from '../../kernel/secret-word';
import { parisDate } from '../../kernel/working-days';
import type { UploadState } from './upload.states';
import type { FileParts } from './file-parts';

/** An upload as whoever holds its ticket finds it. */
export interface OpenUpload {
  id: string;
  accountId: string;
  state: UploadState;
  sizeBytes: number;
  /** Where the next byte goes. */
  receivedBytes: number;
  refusal: ErrorCode | null;
}

/**
 * The upload of a ticket, good while it has not expired and its account may still act for the service: whoever was closed
 * out or lost the role a moment ago sends no more bytes. It stays good once the file is there, for whom the last answer
 * was lost.
 * @param secret the last part of the address
 * @returns null when there is none: unknown, expired, replaced and forbidden look the same
 */
export async function uploadOfTicket(
  { dataSource, clock }: Pick<FileParts, 'dataSource' | 'clock'>,
  secret: string,
): Promise<OpenUpload | null> {
  const now = clock.now();
  const [upload] = await asPlatform(dataSource, (manager) =>
    manager.query<OpenUpload[]>(
      `select u.id, u.sent_by_id as "accountId", u.state, u.size_bytes as "sizeBytes", u.received_bytes as "receivedBytes",
         u.refusal
       from upload u join account a on a.id = u.sent_by_id
       where u.ticket_hash = $1 and u.ticket_expires_at > $2 and a.disabled_at is null and exists (
         select 1 from role_grant g where g.account_id = u.sent_by_id and g.audited_service_id = u.audited_service_id
           and g.role in ('SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR') and g.revoked_at is null and g.from_date <= $3
           and (g.to_date is null or g.to_date >= $3))`,
      [hashOfSecret(secret), now, parisDate(now)],
    ),
  );
  return upload ?? null;
}
