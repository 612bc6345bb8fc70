import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { Readable } from 'node:stream';
import { exactly, FileMissing, SizeMismatch, type FileStore } from './file-store';

/** Which bucket of which S3-compatible service, and as whom. */
export interface S3Place {
  bucket: string;
  /** Begins the name of each object; '' for none. */
  prefix: string;
  /** Address of the service; Amazon's own, by region, when null. */
  endpoint: string | null;
  region: string;
  /** The bucket in the path and not in the host name, as most other makers want it. */
  isPathStyle: boolean;
  /** Null leaves them to the SDK: environment, instance role. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
}

const CONNECTION_MS = 5_000;
/** Of silence. */
const REQUEST_MS = 60_000;

const silent = (): void => undefined;
const SILENT = { debug: silent, info: silent, warn: silent, error: silent };

/** Keeps files in a bucket of any S3-compatible service; an object is there as a whole or not at all. */
export function s3Store({ bucket, prefix, endpoint, region, isPathStyle, credentials }: S3Place): FileStore {
  const client = new S3Client({
    region,
    forcePathStyle: isPathStyle,
    ...(endpoint ? { endpoint } : {}),
    ...(credentials ? { credentials } : {}),
    // The checksums that the SDK sends and asks for of late are refused by other makers' services; ours are in the database.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // It would write to the console about what is thrown as well.
    logger: SILENT,
    requestHandler: { connectionTimeout: CONNECTION_MS, requestTimeout: REQUEST_MS },
  });
  const place = (key: string) => ({ Bucket: bucket, Key: `${prefix}${key}` });

  return {
    async put(key, bytes, sizeBytes) {
      if (Buffer.isBuffer(bytes) && bytes.length !== sizeBytes)
        throw new SizeMismatch(`${bytes.length} bytes in the place of ${sizeBytes}`);
      // Bytes at hand can be sent again when the network fails; a stream cannot, and whoever needs it begins anew.
      const body = Buffer.isBuffer(bytes) ? bytes : Readable.from(exactly(bytes, sizeBytes));
      const request = new PutObjectCommand({ ...place(key), Body: body, ContentLength: sizeBytes });
      if (Buffer.isBuffer(body)) await client.send(request);
      else await sendStream(client, request, body);
    },
    async open(key) {
      const { Body } = await client
        .send(new GetObjectCommand(place(key)))
        .catch((error: unknown) => missing(error, key));
      if (!(Body instanceof Readable)) throw new Error('the store gave no stream');
      return Body;
    },
    async delete(key) {
      await client.send(new DeleteObjectCommand(place(key)));
    },
    exists: (key) =>
      client.send(new HeadObjectCommand(place(key))).then(
        () => true,
        (error: unknown) => (isMissing(error) ? false : Promise.reject(error as Error)),
      ),
  };
}

/** The SDK does not look at whether its source fails, and would wait for the rest. */
async function sendStream(client: S3Client, request: PutObjectCommand, body: Readable): Promise<void> {
  const abort = new AbortController();
  let failure: Error | null = null;
  body.once('error', (error) => {
    failure = error;
    abort.abort();
  });
  try {
    await client.send(request, { abortSignal: abort.signal });
  } catch (error) {
    throw failure ?? error;
  } finally {
    body.destroy();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404;
}

function missing(error: unknown, key: string): never {
  throw isMissing(error) ? new FileMissing(key) : error;
}
