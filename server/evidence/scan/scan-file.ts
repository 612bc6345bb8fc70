import { readFile, stat } from 'node:fs/promises';
import { detectType } from './detect-type';
import { FileRefused, gatherFindings, outcomeOf, type Findings } from './findings';
import { refusePolyglot } from './hidden-content';
import { findIdentifiers } from './identifiers/find-identifiers';
import { isNameOf, typeOfExtension, type AllowedType } from './media-types';
import { officeType } from './office/office-kind';
import { openArchive } from './office/open-archive';
import { readOffice, requireBody } from './office/read-office';
import { refuseActiveOffice } from './office/refuse-active-office';
import { stripOffice } from './office/strip-office';
import { writeArchive } from './office/write-archive';
import { openPdf } from './pdf/open-pdf';
import { readPdf } from './pdf/read-pdf';
import { refuseActivePdf } from './pdf/refuse-active-pdf';
import { refuseStreamBombs } from './pdf/refuse-stream-bombs';
import { stripPdf } from './pdf/strip-pdf';
import { stripJpeg } from './pictures/strip-jpeg';
import { stripPng } from './pictures/strip-png';
import { gatherText } from './read-text';
import { readTextFile } from './read-text-file';
import { SCAN_LIMITS } from './scan-limits';
import type { Verdict } from './verdict';

/** What the sender said of a file. */
export interface AnnouncedFile {
  fileName: string;
  mediaType: string;
}

/** What a scan found, and the file as it may be published. */
export interface ScannedFile {
  verdict: Verdict;
  /** Without metadata; null for a file that is rejected. What was read is this copy, not what came in. */
  clean: Buffer | null;
}

/** Names that a program or a person reads otherwise than they are: paths, control characters, turned writing. */
const UNSAFE_NAME =
  // eslint-disable-next-line no-control-regex -- these are what is refused
  /[\u0000-\u001F\u007F/\\<>:"|?*\u200E\u200F\u202A-\u202E\u2066-\u2069]|^\.|^\s|[\s.]$|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Looks into a file: what it is, what is hidden in it, whom it tells of. Runs in this very process: what came from outside
 * goes through `scanApart`.
 * @param path of the file on this machine
 * @throws errors of the file system and of memory: they say nothing of the file
 */
export async function scanFile(path: string, announced: AnnouncedFile): Promise<ScannedFile> {
  const findings = gatherFindings();
  const seen: { mediaType: string | null } = { mediaType: null };
  let clean: Buffer | null = null;
  try {
    clean = await examine(path, announced, findings, seen);
  } catch (error) {
    if (isOfSystem(error)) throw error;
    // A reader that a file breaks is a file that nobody can read.
    if (error instanceof FileRefused) findings.add(error.code, error.place, error.params);
    else findings.add('UNREADABLE');
  }
  const reasons = findings.reasons();
  const outcome = outcomeOf(reasons);
  return {
    verdict: { outcome, mediaType: seen.mediaType, reasons },
    clean: outcome === 'REJECTED' ? null : clean,
  };
}

async function examine(
  path: string,
  { fileName, mediaType }: AnnouncedFile,
  findings: Findings,
  seen: { mediaType: string | null },
): Promise<Buffer> {
  if (UNSAFE_NAME.test(fileName) || fileName.length > SCAN_LIMITS.fileNameCharacters)
    throw new FileRefused('FILE_NAME_UNSAFE');
  const { size } = await stat(path);
  if (size === 0) throw new FileRefused('EMPTY_FILE');
  if (size > SCAN_LIMITS.fileBytes)
    throw new FileRefused('FILE_TOO_LARGE', { limit: SCAN_LIMITS.fileBytes / 2 ** 20 });
  const name = gatherText();
  name.line({ kind: 'FILE_NAME' }, fileName.replace(/\.[^.]+$/, '').replace(/_/g, ' '));
  findIdentifiers(name.read(), findings);
  const bytes = await readFile(path);
  const type = typeOfExtension(fileName);
  const content = await detectType(bytes);
  switch (content.kind) {
    case 'DICOM':
      seen.mediaType = 'application/dicom';
      throw new FileRefused('DICOM');
    case 'OTHER':
      seen.mediaType = content.mediaType;
      if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw new FileRefused('ENCRYPTED');
      throw new FileRefused('TYPE_NOT_ALLOWED', { found: content.mediaType ?? '?' });
    case 'PDF':
      agree('application/pdf', type, mediaType, seen);
      return cleanPdf(bytes, findings);
    case 'ZIP':
      return cleanOffice(bytes, type, mediaType, seen, findings);
    case 'PNG':
      agree('image/png', type, mediaType, seen);
      return cleanPicture(bytes, stripPng, findings);
    case 'JPEG':
      agree('image/jpeg', type, mediaType, seen);
      return cleanPicture(bytes, stripJpeg, findings);
    case 'TEXT': {
      if (type?.reader !== 'TEXT')
        throw new FileRefused(type ? 'TYPE_MISMATCH' : 'TYPE_NOT_ALLOWED', { found: 'text/plain' });
      agree(type.mediaType, type, mediaType, seen);
      findIdentifiers(readTextFile(bytes, type.mediaType === 'text/csv', findings), findings);
      return bytes;
    }
  }
}

/** Whether an error is about this machine and not about the file. */
function isOfSystem(error: unknown): boolean {
  return error instanceof RangeError || typeof (error as { syscall?: unknown }).syscall === 'string';
}

/**
 * Holds what a file is against its extension and what was announced.
 * @throws FileRefused TYPE_MISMATCH
 */
function agree(
  found: string,
  type: AllowedType | undefined,
  announced: string,
  seen: { mediaType: string | null },
): void {
  seen.mediaType = found;
  if (type?.mediaType !== found || !isNameOf(announced, type))
    throw new FileRefused('TYPE_MISMATCH', { found });
}

async function cleanPdf(bytes: Buffer, findings: Findings): Promise<Buffer> {
  refusePolyglot(bytes);
  refuseStreamBombs(bytes);
  const pdf = await openPdf(bytes);
  refuseActivePdf(pdf);
  const clean = await stripPdf(pdf, findings);
  findIdentifiers(await readPdf(clean, pdf, findings), findings);
  return clean;
}

async function cleanOffice(
  bytes: Buffer,
  type: AllowedType | undefined,
  announced: string,
  seen: { mediaType: string | null },
  findings: Findings,
): Promise<Buffer> {
  const parts = await openArchive(bytes);
  const found = officeType(parts);
  if (!found) {
    seen.mediaType = 'application/zip';
    throw new FileRefused('TYPE_NOT_ALLOWED', { found: 'application/zip' });
  }
  agree(found, type, announced, seen);
  requireBody(parts);
  refuseActiveOffice(parts);
  const clean = stripOffice(parts, findings);
  findIdentifiers(readOffice(clean, findings), findings);
  return writeArchive(clean);
}

/** What is burnt into a picture is not readable here, so a person looks at each. */
function cleanPicture(bytes: Buffer, strip: (bytes: Buffer) => Buffer, findings: Findings): Buffer {
  refusePolyglot(bytes);
  const clean = strip(bytes);
  findings.add('IMAGE');
  return clean;
}
