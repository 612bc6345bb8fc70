import { FileRefused, type Findings } from '../findings';
import { stripJpeg } from '../pictures/strip-jpeg';
import { stripPng } from '../pictures/strip-png';
import type { ArchivePart } from './open-archive';
import { LOCAL_TEMPLATE } from './refuse-active-office';
import { decodeXml } from './walk-xml';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PROPERTIES = 'http://schemas.openxmlformats.org';

/** Parts that tell of the writer and say nothing else, and what stands in their place. */
const EMPTIED: readonly [RegExp, string][] = [
  [
    /^docProps\/core\.xml$/,
    `${HEAD}<cp:coreProperties xmlns:cp="${PROPERTIES}/package/2006/metadata/core-properties"/>`,
  ],
  [
    /^docProps\/app\.xml$/,
    `${HEAD}<Properties xmlns="${PROPERTIES}/officeDocument/2006/extended-properties"/>`,
  ],
  [
    /^docProps\/custom\.xml$/,
    `${HEAD}<Properties xmlns="${PROPERTIES}/officeDocument/2006/custom-properties"/>`,
  ],
  [
    /^meta\.xml$/,
    `${HEAD}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"/>`,
  ],
];

/** Parts that are left out: signatures, which the change breaks and which name their signer, and small pictures of page one. */
const LEFT_OUT =
  /^_xmlsignatures\/|^META-INF\/documentsignatures\.xml$|^docProps\/thumbnail\.\w+$|^Thumbnails\//i;
const SIGNATURE = /^_xmlsignatures\/.*sig\d*\.xml$|^META-INF\/documentsignatures\.xml$/i;

/** Attributes that name who wrote, changed or commented; emptied wherever they stand. */
const NAMING_ATTRIBUTES =
  /(\s(?:(?:w|w15|w16\w*|p|p15|x15ac|xr|p188|x18tc|office|loext|text):)?(?:author|initials|userId|displayName|userName|lastModifiedBy|absPath|providerId|(?:draw-)?creator))="[^"]*"|(\s(?:\w+:)?(?:author|initials|userId|userName))='[^']*'/g;
/** Parts that list people: what is a name elsewhere is a person's there. */
const LISTS_OF_PEOPLE = /(?:^|\/)(?:commentAuthors|authors|people|persons?)\d*\.xml$|(?:^|\/)persons?\//i;
/** Elements whose text is a name. */
const NAMING_ELEMENTS =
  /(<((?:\w+:)?(?:author|creator|initial-creator|sender-initials|creator-initials|printed-by))(?:\s[^>]*)?>)[^<]*(<\/\2>)/g;
/** Where on the writer's disk the workbook lay: C:\Users\…. */
const PATH_OF_WRITER = /<(?:\w+:)?absPath\s[^>]*\/>|<fileSharing\s[^>]*\/>/g;

/**
 * An Office document without what tells who wrote it, where and with what: properties, names in comments and tracked
 * changes, paths, signatures, metadata of its pictures. The text is untouched.
 */
export function stripOffice(parts: readonly ArchivePart[], findings: Findings): ArchivePart[] {
  if (parts.some(({ name }) => SIGNATURE.test(name))) findings.add('SIGNATURE_DROPPED');
  return parts
    .filter(({ name }) => !LEFT_OUT.test(name))
    .map((part) => ({ name: part.name, bytes: stripped(part) }));
}

function stripped({ name, bytes }: ArchivePart): Buffer {
  const emptied = EMPTIED.find(([pattern]) => pattern.test(name));
  if (emptied) return Buffer.from(emptied[1]);
  if (/\.jpe?g$/i.test(name)) return orAsItIs(bytes, stripJpeg);
  if (/\.png$/i.test(name)) return orAsItIs(bytes, stripPng);
  if (name === '[Content_Types].xml' || name === 'META-INF/manifest.xml')
    return Buffer.from(withoutLeftOut(decodeXml(bytes)));
  if (name.endsWith('.rels')) return Buffer.from(withoutLeftOut(withoutTemplate(decodeXml(bytes))));
  if (!/\.xml$/i.test(name)) return bytes;
  const xml = withoutNames(decodeXml(bytes));
  return Buffer.from(LISTS_OF_PEOPLE.test(name) ? xml.replace(/(\sname)="[^"]*"/g, '$1=""') : xml);
}

/** Pictures of other kinds under such a name stay as they are: no program of Office looks at the ending. */
function orAsItIs(bytes: Buffer, strip: (bytes: Buffer) => Buffer): Buffer {
  try {
    return strip(bytes);
  } catch (error) {
    if (error instanceof FileRefused && error.code === 'UNREADABLE') return bytes;
    throw error;
  }
}

function withoutNames(xml: string): string {
  return xml
    .replace(/^(<\?xml[^>]*encoding=)["'][^"']*["']/i, '$1"UTF-8"')
    .replace(PATH_OF_WRITER, '')
    .replace(NAMING_ELEMENTS, '$1$3')
    .replace(
      NAMING_ATTRIBUTES,
      (_, double: string | undefined, single: string | undefined) => `${double ?? single}=""`,
    );
}

function withoutTemplate(xml: string): string {
  return xml.replace(/Target="([^"]*)"/g, (whole, target: string) =>
    LOCAL_TEMPLATE.test(target) && /\.dot[xm]?$/i.test(target) ? 'Target="Normal.dotm"' : whole,
  );
}

/** Takes what points to parts that are left out away from a list of relationships, content types or files. */
function withoutLeftOut(xml: string): string {
  return xml
    .replace(/^(<\?xml[^>]*encoding=)["'][^"']*["']/i, '$1"UTF-8"')
    .replace(
      /<(?:Relationship|Override|manifest:file-entry)\s[^>]*(?:_xmlsignatures\/|docProps\/thumbnail|Thumbnails\/|documentsignatures)[^>]*\/>/g,
      '',
    )
    .replace(/<Default\s[^>]*Extension="sigs"[^>]*\/>/g, '');
}
