import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newSigningKeyPem } from '../access-token';
import { newSecretsKey } from './secret-box';

/** Where the keys of access tokens stand outside production; a second key may be put beside the first by hand. */
export function developmentKeysFile(dataDir: string): string {
  return path.resolve(dataDir, 'access-token-key.pem');
}

/**
 * Makes the key that signs access tokens outside production, once.
 * @returns the file that holds it, readable by its owner
 */
export async function developmentSigningKeys(dataDir: string): Promise<string> {
  const file = developmentKeysFile(dataDir);
  await makeOnce(file, newSigningKeyPem());
  return file;
}

/** The key that encrypts secrets outside production: made once, kept in the data folder, readable by its owner. */
export async function developmentSecretsKey(dataDir: string): Promise<string> {
  const file = path.resolve(dataDir, 'secrets-key');
  await makeOnce(file, newSecretsKey());
  return (await readFile(file, 'utf8')).trim();
}

async function makeOnce(file: string, content: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  try {
    // Two processes may start at once: the first one's key stands.
    await writeFile(file, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await chmod(file, 0o600);
}
