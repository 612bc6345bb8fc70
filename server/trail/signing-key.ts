import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../database/as-platform';
import { signCheckpoint, type CheckpointBody } from './checkpoint-note';
import { noteKeyId, verifierKeyText, type NoteSigner } from './signed-note';

/** Under this name the platform signs its checkpoints. */
const SIGNER_NAME = 'vis-a-vis';

/** The key that signs checkpoints, from a PEM. @throws Error when the PEM holds no private Ed25519 key */
export function trailSignerFromPem(pem: string): NoteSigner {
  const privateKey = createPrivateKey(pem);
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new Error('the key of the trail must be Ed25519');
  return { name: SIGNER_NAME, privateKey, publicKey: createPublicKey(privateKey) };
}

/** A new key, as PEM. */
export function newTrailKeyPem(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/**
 * The key that signs checkpoints outside production: made once, kept in the data folder, readable by its owner.
 * @returns its PEM
 */
export async function developmentTrailKey(dataDir: string): Promise<string> {
  const file = path.resolve(dataDir, 'trail-key.pem');
  await mkdir(path.dirname(file), { recursive: true });
  try {
    // Two processes may start at once: the first one's key stands.
    await writeFile(file, newTrailKeyPem(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  await chmod(file, 0o600);
  return readFile(file, 'utf8');
}

/** Lists the public half of the key in the database, where it stays when another key takes over. */
export async function publishTrailKey(
  dataSource: DataSource,
  { name, publicKey }: NoteSigner,
): Promise<void> {
  await asPlatform(dataSource, (manager) =>
    manager.query('select app.trail_key_add($1, $2)', [
      noteKeyId(name, publicKey),
      verifierKeyText(name, publicKey),
    ]),
  );
}

/**
 * Signs what a chain is now, and keeps the checkpoint. The database takes it only while the chain is so: whoever holds
 * the lock on it, by having appended, signs what will be committed.
 * @returns whether it was taken, or another instance had signed the same
 */
export async function keepCheckpoint(
  manager: EntityManager,
  signer: NoteSigner,
  body: CheckpointBody,
): Promise<boolean> {
  const keyId = noteKeyId(signer.name, signer.publicKey);
  const [kept] = await manager.query<{ kept: boolean }[]>(
    'select app.trail_checkpoint($1, $2, $3, $4, $5, $6) as kept',
    [randomUUID(), body.chain, body.size, body.root, keyId, signCheckpoint(body, signer)],
  );
  return kept?.kept === true;
}
