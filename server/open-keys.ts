import { readFile } from 'node:fs/promises';
import { ConfigError, type Config } from './config';
import {
  developmentSecretsKey,
  developmentSigningKeys,
  keyRing,
  keysFromPems,
  secretBox,
  watchKeys,
  type KeyRing,
  type SecretBox,
} from './identity';

/** The keys of the running platform. */
export interface OpenKeys {
  keyRing: KeyRing;
  secretBox: SecretBox;
  /** Ends the watch over the file of keys. */
  close(): void;
}

/**
 * Reads the keys that the configuration names; outside production, makes those that are missing.
 * @param log told in one line when the file of keys cannot be used later on
 * @throws ConfigError with one line that says which setting is wrong
 */
export async function openKeys(config: Config, log: (line: string) => void): Promise<OpenKeys> {
  const box = boxFrom(config.SECRETS_KEY ?? (await developmentSecretsKey(config.DATA_DIR)));
  const { ACCESS_TOKEN_KEY: key, ACCESS_TOKEN_PREVIOUS_KEYS: previous } = config;
  if (key !== undefined && config.ACCESS_TOKEN_KEYS_FILE === undefined) {
    const ring = ringFrom([key, previous ?? ''].join('\n'), 'ACCESS_TOKEN_KEY');
    return { keyRing: ring, secretBox: box, close: () => undefined };
  }
  const file = config.ACCESS_TOKEN_KEYS_FILE ?? (await developmentSigningKeys(config.DATA_DIR));
  const text = await readFile(file, 'utf8').catch(() => {
    throw new ConfigError(`ACCESS_TOKEN_KEYS_FILE: ${file} cannot be read`);
  });
  const ring = ringFrom(text, 'ACCESS_TOKEN_KEYS_FILE');
  return { keyRing: ring, secretBox: box, close: watchKeys(file, ring, log) };
}

function ringFrom(pems: string, setting: string): KeyRing {
  try {
    const { current, others } = keysFromPems(pems);
    return keyRing(current, others);
  } catch {
    throw new ConfigError(`${setting}: a private EC key on P-256 in PEM is expected, then any others`);
  }
}

function boxFrom(key: string): SecretBox {
  try {
    return secretBox(key);
  } catch {
    throw new ConfigError('SECRETS_KEY: 32 bytes in base64 are expected (openssl rand -base64 32)');
  }
}
