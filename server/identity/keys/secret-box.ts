import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Encrypts what the platform must read back (secrets of second factors), and names what it must only recognise. */
export interface SecretBox {
  /**
   * Encrypts a text (AES-256-GCM).
   * @param purpose what it is for and whose: the same words are needed to open it
   */
  seal(text: string, purpose: string): string;
  /** The text again. @throws Error when it was changed, or sealed for another purpose or with another key */
  open(sealed: string, purpose: string): string;
  /** A keyed hash: equal texts give equal words, and nobody without the key can try texts out. */
  nameOf(text: string): string;
}

const FORMAT = 'v1';
const NONCE_BYTES = 12;
const KEY_BYTES = 32;

/** A new key, as `SECRETS_KEY` takes it. */
export function newSecretsKey(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

/**
 * The box that a key opens.
 * @param key 32 bytes in base64
 * @throws Error when it is of another length
 */
export function secretBox(key: string): SecretBox {
  const root = Buffer.from(key, 'base64');
  if (root.length !== KEY_BYTES) throw new Error(`the key must be ${KEY_BYTES} bytes in base64`);
  const derive = (use: string): Buffer =>
    Buffer.from(hkdfSync('sha256', root, '', `vis-a-vis ${use}`, KEY_BYTES));
  const sealing = derive('sealing');
  const naming = derive('naming');
  return {
    seal(text, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(purpose));
      const parts = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
      return `${FORMAT}.${Buffer.concat(parts).toString('base64url')}`;
    },
    open(sealed, purpose) {
      const [format, body] = sealed.split('.');
      if (format !== FORMAT || !body) throw new Error('sealed in a format that is not known');
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(0, NONCE_BYTES));
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(-16));
      return decipher.update(bytes.subarray(NONCE_BYTES, -16), undefined, 'utf8') + decipher.final('utf8');
    },
    nameOf: (text) => createHmac('sha256', naming).update(text).digest('base64url'),
  };
}
