import { SaxesParser } from 'saxes';
import { FileRefused } from '../findings';
import { SCAN_LIMITS } from '../scan-limits';

/** What a walk through XML tells; names as they stand, prefix included. */
export interface XmlWalk {
  open?(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  close?(name: string, depth: number): void;
  text?(text: string): void;
}

/**
 * Walks through an XML part. No entity is ever expanded: neither format allows a document type, so one is refused.
 * @throws FileRefused UNREADABLE for what is not well-formed, ACTIVE_CONTENT for a document type, TOO_MUCH_INSIDE for too
 *   many elements one within the other
 */
export function walkXml(bytes: Buffer, walk: XmlWalk): void {
  // LibreOffice writes some parts empty.
  if (bytes.length === 0) return;
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new FileRefused('ACTIVE_CONTENT', { what: 'DOCTYPE' });
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > SCAN_LIMITS.xmlDepth)
      throw new FileRefused('TOO_MUCH_INSIDE', { limit: `${SCAN_LIMITS.xmlDepth} levels` });
    walk.open?.(name, attributes, depth);
  });
  parser.on('closetag', ({ name }) => {
    walk.close?.(name, depth);
    depth -= 1;
  });
  parser.on('text', (text) => walk.text?.(text));
  parser.on('cdata', (text) => walk.text?.(text));
  try {
    parser.write(decodeXml(bytes)).close();
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('UNREADABLE');
  }
}

/** Text of an XML part: UTF-8 or UTF-16 with its mark, the two that both formats allow. */
export function decodeXml(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new FileRefused('UNREADABLE');
  }
}

/** A name without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
