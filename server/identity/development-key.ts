import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newSigningKeyPem } from './access-token';

/**
 * The key that signs access tokens outside production: made once, kept in the data folder, readable by its owner.
 * @returns its PEM
 */
export async function developmentKey(dataDir: string): Promise<string> {
  const file = path.resolve(dataDir, 'access-token-key.pem');
  await mkdir(path.dirname(file), { recursive: true });
  try {
    // Two processes may start at once: the first one's key stands.
    await writeFile(file, newSigningKeyPem(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await chmod(file, 0o600);
  return readFile(file, 'utf8');
}
