import { FileRefused } from '../findings';
import type { ArchivePart } from './open-archive';
import { walkXml } from './walk-xml';

const OOXML = 'application/vnd.openxmlformats-officedocument';

/** Main part's content type of the OOXML documents that are taken (ECMA-376 part 1, §11 to 13), and the file's own. */
const OOXML_TYPES: Readonly<Record<string, string>> = {
  [`${OOXML}.wordprocessingml.document.main+xml`]: `${OOXML}.wordprocessingml.document`,
  [`${OOXML}.spreadsheetml.sheet.main+xml`]: `${OOXML}.spreadsheetml.sheet`,
  [`${OOXML}.presentationml.presentation.main+xml`]: `${OOXML}.presentationml.presentation`,
};

/** OpenDocument documents that are taken, as their `mimetype` names them (ODF 1.3 part 2, §3.3). */
const ODF_TYPES: readonly string[] = ['text', 'spreadsheet', 'presentation'].map(
  (kind) => `application/vnd.oasis.opendocument.${kind}`,
);

/**
 * The media type of an archive's document; null when it is an archive and nothing more, or a kind that is not taken.
 * @throws FileRefused ACTIVE_CONTENT for documents with macros, HIDDEN_CONTENT for two documents in one
 */
export function officeType(parts: readonly ArchivePart[]): string | null {
  const types = parts.find(({ name }) => name === '[Content_Types].xml');
  const mimetype = parts.find(({ name }) => name === 'mimetype');
  if (types && mimetype) throw new FileRefused('HIDDEN_CONTENT', { what: 'ZIP' });
  if (mimetype) {
    const said = mimetype.bytes.toString('latin1').trim();
    return ODF_TYPES.includes(said) && parts[0] === mimetype ? said : null;
  }
  if (!types) return null;
  const contentTypes: string[] = [];
  walkXml(types.bytes, {
    open: (_, { ContentType }) => {
      if (ContentType) contentTypes.push(ContentType);
    },
  });
  if (contentTypes.some((type) => /macro|vba|activeX/i.test(type)))
    throw new FileRefused('ACTIVE_CONTENT', { what: 'macro' });
  const main = contentTypes.map((type) => OOXML_TYPES[type]).filter((type) => type !== undefined);
  return main.length === 1 ? (main[0] as string) : null;
}
