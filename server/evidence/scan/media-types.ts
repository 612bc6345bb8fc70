/** Which reader opens a file. */
export type ReaderName = 'PDF' | 'OFFICE' | 'TEXT' | 'JPEG' | 'PNG';

/** A type of file that evidence may have. */
export interface AllowedType {
  mediaType: string;
  reader: ReaderName;
  /** Without dot, in small letters; the first is the usual one. */
  extensions: readonly string[];
  /** Other names that clients announce for the same content. */
  aliases?: readonly string[];
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

/**
 * What evidence may be: papers, tables, slides and photographs. Everything else is refused, and three things on
 * purpose. ZIP: nobody sees what is in one before opening it, and a service can send its files one by one. TIFF, HEIC and
 * GIF: many pages or pictures behind one cover and metadata in many places; JPEG and PNG say the same. SVG, HTML, XML
 * and scripts: they run where they are opened.
 */
export const ALLOWED_TYPES: readonly AllowedType[] = [
  { mediaType: 'application/pdf', reader: 'PDF', extensions: ['pdf'], aliases: ['application/x-pdf'] },
  { mediaType: `${OOXML}.wordprocessingml.document`, reader: 'OFFICE', extensions: ['docx'] },
  { mediaType: `${OOXML}.spreadsheetml.sheet`, reader: 'OFFICE', extensions: ['xlsx'] },
  { mediaType: `${OOXML}.presentationml.presentation`, reader: 'OFFICE', extensions: ['pptx'] },
  { mediaType: `${ODF}.text`, reader: 'OFFICE', extensions: ['odt'] },
  { mediaType: `${ODF}.spreadsheet`, reader: 'OFFICE', extensions: ['ods'] },
  { mediaType: `${ODF}.presentation`, reader: 'OFFICE', extensions: ['odp'] },
  {
    mediaType: 'text/csv',
    reader: 'TEXT',
    extensions: ['csv'],
    aliases: ['application/csv', 'application/vnd.ms-excel', 'text/comma-separated-values', 'text/plain'],
  },
  { mediaType: 'text/plain', reader: 'TEXT', extensions: ['txt'] },
  { mediaType: 'image/png', reader: 'PNG', extensions: ['png'], aliases: ['image/x-png'] },
  {
    mediaType: 'image/jpeg',
    reader: 'JPEG',
    extensions: ['jpg', 'jpeg'],
    aliases: ['image/jpg', 'image/pjpeg'],
  },
];

/** The allowed type of a file name's extension; undefined when there is none. */
export function typeOfExtension(fileName: string): AllowedType | undefined {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return ALLOWED_TYPES.find(({ extensions }) => extensions.includes(extension));
}

/** Whether an announced media type (parameters allowed: `text/csv; charset=utf-8`) is a name of the type. */
export function isNameOf(announced: string, type: AllowedType): boolean {
  const name = announced.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return name === type.mediaType || (type.aliases ?? []).includes(name);
}
