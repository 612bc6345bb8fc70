import path from 'node:path';
import type { Config } from './config';
import { folderStore, s3Store, type FileStore } from './evidence';

/** Where this server keeps files: the bucket if one is set, or a folder. */
export function fileStoreOf(config: Config): FileStore {
  const { EVIDENCE_STORE_BUCKET: bucket, EVIDENCE_STORE_ENDPOINT: endpoint } = config;
  if (!bucket)
    return folderStore(path.resolve(config.EVIDENCE_STORE_FOLDER ?? path.join(config.DATA_DIR, 'evidence')));
  const { EVIDENCE_STORE_ACCESS_KEY: accessKeyId, EVIDENCE_STORE_SECRET_KEY: secretAccessKey } = config;
  return s3Store({
    bucket,
    prefix: config.EVIDENCE_STORE_PREFIX,
    endpoint: endpoint ?? null,
    region: config.EVIDENCE_STORE_REGION,
    isPathStyle: config.EVIDENCE_STORE_PATH_STYLE ?? endpoint !== undefined,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : null,
  });
}
