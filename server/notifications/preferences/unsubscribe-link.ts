import type { SecretBox } from '../../identity';

/** Where the links of messages lead. */
export const UNSUBSCRIBE_PATH = '/unsubscribe';

const PURPOSE = 'unsubscribe';

/** The link by which whoever holds a message switches its reader's optional messages off, and nothing else. */
export function unsubscribeUrl(publicUrl: string, secretBox: SecretBox, accountId: string): string {
  return `${publicUrl.replace(/\/$/, '')}${UNSUBSCRIBE_PATH}/${secretBox.seal(accountId, PURPOSE)}`;
}

/** Whose link it is; null when it is none of ours. */
export function accountOfLink(secretBox: SecretBox, token: string): string | null {
  try {
    return secretBox.open(token, PURPOSE);
  } catch {
    return null;
  }
}
