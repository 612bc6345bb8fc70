import { refuse, type ErrorPath } from '../kernel/outcome';
import type { EvidenceForm } from './evidence.entity';

/** What a piece of evidence shows, and the days it covers. */
export interface EvidenceContent {
  url?: string | null;
  note?: string | null;
  /** First day. */
  periodFrom?: string | null;
  /** Last day, not before the first. */
  periodTo?: string | null;
  /** Last day on which it holds (a certificate, an authorisation); null: no end. */
  expiresOn?: string | null;
}

/**
 * Holds the content of a piece of evidence against its form: a link has an address that anyone reads without tampering
 * on the way and without a password in it, a note has a text, a file no address.
 * @param path where the content stands in the input
 * @throws Refusal EVIDENCE_FILE_MISMATCH, EVIDENCE_CONTENT_MISMATCH, URL_NOT_SECURE, DATES_REVERSED
 */
export function checkContent(kind: EvidenceForm, content: EvidenceContent, path: ErrorPath): void {
  const { url, note, periodFrom, periodTo, expiresOn } = content;
  if (kind === 'FILE' && url) refuse('EVIDENCE_FILE_MISMATCH', [...path, 'url']);
  if (kind === 'LINK' && !url) refuse('EVIDENCE_CONTENT_MISMATCH', [...path, 'url']);
  if (kind === 'NOTE' && (url || !note?.trim())) {
    refuse('EVIDENCE_CONTENT_MISMATCH', [...path, url ? 'url' : 'note']);
  }
  if (url && !isSecure(url)) refuse('URL_NOT_SECURE', [...path, 'url']);
  if (periodFrom && periodTo && periodTo < periodFrom) refuse('DATES_REVERSED', [...path, 'periodTo']);
  if (periodFrom && expiresOn && expiresOn < periodFrom) refuse('DATES_REVERSED', [...path, 'expiresOn']);
}

/** Whether the text is an https address without credentials. */
export function isSecure(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '';
}
