import { FileRefused } from '../findings';
import type { ScanReasonCode } from '../scan-reasons';
import type { ArchivePart } from './open-archive';
import { isProgramLink } from '../program-links';
import { decodeXml, localName, walkXml } from './walk-xml';

/** Parts that run, carry another file or fetch one, by the folders that both formats put them in. */
const REFUSED_PARTS: readonly [RegExp, ScanReasonCode, string][] = [
  [
    /vbaProject|vbaData|(?:^|\/)macrosheets\/|(?:^|\/)dialogsheets\/|^(?:Basic|Scripts)\/.+/i,
    'ACTIVE_CONTENT',
    'macro',
  ],
  [
    /(?:^|\/)activeX\/|(?:^|\/)ctrlProps\/|(?:^|\/)webextensions?\/|(?:^|\/)customUI\//i,
    'ACTIVE_CONTENT',
    'control',
  ],
  [/(?:^|\/)embeddings\//i, 'EMBEDDED_FILE', 'object'],
  [/(?:^|\/)externalLinks\/|^xl\/(?:connections\.xml|queryTables\/)/i, 'EXTERNAL_CONTENT', 'link'],
];
/** What parts may be, by their ending: markup of the formats, pictures, fonts. */
const ALLOWED_PARTS =
  /\.(?:xml|rels|vml|rdf|png|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|svg|svm|odttf|fntdata|ttf|otf|sigs)$|^mimetype$|^layout-cache$|^ObjectReplacements\/|\/printerSettings\/[^/]+\.bin$/i;
/** Programs, archives, documents: nothing that a picture or font begins with. */
const OTHER_FILES = [
  '4d5a',
  '7f454c46',
  '504b0304',
  '25504446',
  '52617221',
  '377abcaf',
  'd0cf11e0',
  '1f8b',
  '7b5c727466',
].map((signature) => Buffer.from(signature, 'hex'));
/** A field that starts a program, or spells its own code out of character numbers so that nobody reads it. */
const DDE_FIELD = /(?:^|[\s{"])DDE(?:AUTO)?[\s"]|\bQUOTE\s+(?:\d{2,3}\s+){3}/i;
/** A field that fetches its text or picture. */
const FETCHING_FIELD = /\bINCLUDE(?:TEXT|PICTURE)\s+"?\s*(?:[a-z]{2,}:|\\\\|\/\/)/i;
/** =cmd|' /C calc'!A0, or a function that calls a program or fetches something, wherever it stands. */
const DDE_FORMULA =
  /[\w.'"]\|[^!]{1,200}!|(?<![\w])(?:_xlfn\.)?(?:DDE|CALL|REGISTER|EXEC|WEBSERVICE|RTD|IMAGE)\s*\(/i;
const ELSEWHERE = /^\s*(?:[a-z][a-z0-9+.-]*:|\/\/|\\\\|\.\.\/\.\.)/i;
/** A template on the writer's own disk: Word names it in each document, and the clean copy no longer does. */
export const LOCAL_TEMPLATE = /^file:\/\/\/[a-z]:/i;
const ODF_ACTIVE = new Set([
  'event-listener',
  'dde-source',
  'dde-connection-decl',
  'plugin',
  'applet',
  'floating-frame',
]);
const ODF_LINKS = new Set(['a', 'event-listener', 'template', 'auto-reload']);

/**
 * Refuses a document that runs something, carries another file or fetches something when it is opened.
 * @throws FileRefused ACTIVE_CONTENT, EMBEDDED_FILE, EXTERNAL_CONTENT, ENCRYPTED
 */
export function refuseActiveOffice(parts: readonly ArchivePart[]): void {
  for (const part of parts) {
    for (const [pattern, code, what] of REFUSED_PARTS)
      if (pattern.test(part.name)) throw new FileRefused(code, { what });
    if (!ALLOWED_PARTS.test(part.name)) throw new FileRefused('EMBEDDED_FILE', { what: 'object' });
    if (/\.svg$/i.test(part.name)) refuseActiveSvg(part.bytes);
    else if (/\.(?:xml|rels|rdf)$/i.test(part.name)) refuseActiveXml(part);
    else if (/\.vml$/i.test(part.name)) refuseFetchingVml(part.bytes);
    else if (isOtherFile(part.bytes)) throw new FileRefused('EMBEDDED_FILE', { what: 'object' });
  }
}

/** Programs go by the declared type of a part and not by its name: markup under a picture's name is markup. */
function isOtherFile(bytes: Buffer): boolean {
  const isMarkup = /^\s*<|^(?:\xEF\xBB\xBF\s*<|\xFF\xFE|\xFE\xFF)/.test(bytes.toString('latin1', 0, 64));
  return isMarkup || OTHER_FILES.some((signature) => bytes.subarray(0, signature.length).equals(signature));
}

/** Old drawings are no well-formed XML. */
function refuseFetchingVml(bytes: Buffer): void {
  const text = decodeXml(bytes);
  if (/\ssrc\s*=\s*["']\s*(?:[a-z]{2,}:|\/\/|\\\\)/i.test(text))
    throw new FileRefused('EXTERNAL_CONTENT', { what: 'link' });
  if (/(?:java|vb)script:|\son[a-z]{3,20}\s*=/i.test(text))
    throw new FileRefused('ACTIVE_CONTENT', { what: 'script' });
}

function refuseActiveXml({ name, bytes }: ArchivePart): void {
  const isRelations = /\.rels$/i.test(name);
  const isManifest = name === 'META-INF/manifest.xml';
  let field = '';
  let formula = '';
  let inside = '';
  walkXml(bytes, {
    open(tag, attributes) {
      inside = localName(tag);
      if (isRelations && inside === 'Relationship') refuseRelation(attributes);
      if (isManifest && inside === 'encryption-data') throw new FileRefused('ENCRYPTED');
      if (inside === 'ddeLink') throw new FileRefused('ACTIVE_CONTENT', { what: 'DDE' });
      if (ODF_ACTIVE.has(inside) && tag !== inside) throw new FileRefused('ACTIVE_CONTENT', { what: inside });
      if (inside === 'DataMashup') throw new FileRefused('EXTERNAL_CONTENT', { what: 'link' });
      refuseAttributes(inside, attributes);
      if (inside === 'f' || inside === 'definedName') formula = '';
    },
    text(text) {
      // A field's code is split over runs as Word likes; it ends with its paragraph.
      if (inside === 'instrText') field += text;
      if (inside === 'f' || inside === 'definedName') formula += text;
    },
    close(tag) {
      const closed = localName(tag);
      if (closed === 'p') {
        refuseField(field);
        field = '';
      }
      if (closed === 'f' || closed === 'definedName') refuseFormula(formula);
      inside = '';
    },
  });
}

/** What attributes run or fetch; a prefix is the writer's to choose. */
function refuseAttributes(element: string, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = localName(name);
    if (attribute === 'formula') refuseFormula(value);
    if (attribute === 'instr') refuseField(value);
    if (attribute === 'action' && /^ppaction:\/\/(?:program|macro)/i.test(value))
      throw new FileRefused('ACTIVE_CONTENT', { what: 'script' });
    if (attribute === 'src' && ELSEWHERE.test(value))
      throw new FileRefused('EXTERNAL_CONTENT', { what: 'link' });
    if (attribute !== 'href' || attribute === name) continue;
    if (isProgramLink(value)) throw new FileRefused('ACTIVE_CONTENT', { what: 'script' });
    if (!ODF_LINKS.has(element) && ELSEWHERE.test(value))
      throw new FileRefused('EXTERNAL_CONTENT', { what: 'link' });
  }
}

function refuseField(code: string): void {
  if (DDE_FIELD.test(` ${code} `)) throw new FileRefused('ACTIVE_CONTENT', { what: 'DDE' });
  if (FETCHING_FIELD.test(code)) throw new FileRefused('EXTERNAL_CONTENT', { what: 'link' });
}

function refuseFormula(formula: string): void {
  // What stands between quotation marks is text, and a sheet's name may hold any sign.
  const bare = formula.replace(/"[^"]*"/g, '""').replace(/(?<!\|)'[^'|]*\|[^']*'!/g, 'S!');
  if (DDE_FORMULA.test(bare)) throw new FileRefused('ACTIVE_CONTENT', { what: 'DDE' });
}

function refuseRelation({ Type = '', Target = '', TargetMode = '' }: Readonly<Record<string, string>>): void {
  if (/\/(?:vbaProject|control|aFChunk|webextension\w*|xlMacrosheet)$/i.test(Type))
    throw new FileRefused('ACTIVE_CONTENT', { what: 'control' });
  if (/\/(?:oleObject|package)$/i.test(Type)) throw new FileRefused('EMBEDDED_FILE', { what: 'object' });
  if (isProgramLink(Target)) throw new FileRefused('ACTIVE_CONTENT', { what: 'script' });
  if (/\/hyperlink$/i.test(Type)) return;
  if (/\/attachedTemplate$/i.test(Type) && (LOCAL_TEMPLATE.test(Target) || !ELSEWHERE.test(Target))) return;
  if (TargetMode.toLowerCase() === 'external' || ELSEWHERE.test(Target))
    throw new FileRefused('EXTERNAL_CONTENT', { what: 'link' });
}

/** Icons of recent Office versions are SVG; they hold shapes. */
function refuseActiveSvg(bytes: Buffer): void {
  walkXml(bytes, {
    open(tag, attributes) {
      const isActive = /^(?:script|foreignObject|iframe|handler|listener)$/i.test(localName(tag));
      const handlers = Object.keys(attributes).some((name) => /^on/i.test(name));
      const links = ['href', 'xlink:href'].map((name) => attributes[name] ?? '#');
      if (isActive || handlers || links.some((link) => !/^(?:#|data:image\/(?:png|jpeg))/i.test(link)))
        throw new FileRefused('ACTIVE_CONTENT', { what: 'SVG' });
    },
  });
  if (/<\?xml-stylesheet/i.test(decodeXml(bytes))) throw new FileRefused('ACTIVE_CONTENT', { what: 'SVG' });
}
