import { zipFile, type ZipEntry, type ZipSurroundings } from './zip-file';

const OOXML = 'application/vnd.openxmlformats-officedocument';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Media types of the Office files of tests. */
export const OFFICE_TYPES = {
  docx: `${OOXML}.wordprocessingml.document`,
  xlsx: `${OOXML}.spreadsheetml.sheet`,
  pptx: `${OOXML}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** What may be added to a document, or stand in place of its parts. */
export interface OfficeExtras extends ZipSurroundings {
  parts?: readonly ZipEntry[];
  /** Relationships of the main part. */
  relations?: readonly string[];
  contentTypes?: string;
  /** Names of parts that are left out. */
  without?: readonly string[];
}

export const escapeXml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** A relationship as a `.rels` part holds it. */
export const relation = (type: string, target: string, mode = '') =>
  `<Relationship Id="r${type.length}${target.length}" Type="${RELATIONS}/${type}" Target="${escapeXml(target)}"${mode && ` TargetMode="${mode}"`}/>`;

/** A paragraph of a Word document, its text cut into runs of the given length. */
export function paragraph(text: string, runLength = Infinity): string {
  const runs = runLength === Infinity ? [text] : (text.match(new RegExp(`.{1,${runLength}}`, 'gsu')) ?? []);
  return `<w:p>${runs.map((run) => `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${escapeXml(run)}</w:t></w:r>`).join('')}</w:p>`;
}

/** A table of a Word document. */
export function wordTable(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<w:tc><w:tcPr/>${paragraph(cell)}</w:tc>`).join('');
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`;
}

/** A Word document with this markup as its body. */
export function docx(body: string, extras: OfficeExtras = {}): Buffer {
  const main = `${XML}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return ooxml('word/document.xml', `${OFFICE_TYPES.docx}.main+xml`, main, extras);
}

/** A workbook with one sheet; strings are shared, numbers are numbers. */
export function xlsx(rows: readonly (readonly (string | number)[])[], extras: OfficeExtras = {}): Buffer {
  const strings = [...new Set(rows.flat().filter((cell) => typeof cell === 'string'))];
  const cell = (value: string | number, row: number, column: number) => {
    const reference = `${String.fromCharCode(65 + column)}${row + 1}`;
    return typeof value === 'number'
      ? `<c r="${reference}"><v>${value}</v></c>`
      : `<c r="${reference}" t="s"><v>${strings.indexOf(value)}</v></c>`;
  };
  const sheet = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((value, column) => cell(value, index, column)).join('')}</row>`,
  );
  return ooxml(
    'xl/workbook.xml',
    `${OFFICE_TYPES.xlsx}.main+xml`,
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets><sheet name="Feuil1" sheetId="1"/></sheets></workbook>`,
    {
      ...extras,
      parts: [
        {
          name: 'xl/sharedStrings.xml',
          content: `${XML}<sst>${strings.map((text) => `<si><t>${escapeXml(text)}</t></si>`).join('')}</sst>`,
        },
        {
          name: 'xl/worksheets/sheet1.xml',
          content: `${XML}<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
        },
        ...(extras.parts ?? []),
      ],
    },
  );
}

/** A presentation with one slide. */
export function pptx(texts: readonly string[], extras: OfficeExtras = {}): Buffer {
  const slide = texts.map((text) => `<a:p><a:r><a:t>${escapeXml(text)}</a:t></a:r></a:p>`).join('');
  return ooxml(
    'ppt/presentation.xml',
    `${OFFICE_TYPES.pptx}.main+xml`,
    `${XML}<p:presentation xmlns:p="p"/>`,
    {
      ...extras,
      parts: [
        { name: 'ppt/slides/slide1.xml', content: `${XML}<p:sld xmlns:p="p" xmlns:a="a">${slide}</p:sld>` },
        ...(extras.parts ?? []),
      ],
    },
  );
}

/** An OpenDocument text or spreadsheet with this markup as its body. */
export function odf(kind: 'text' | 'spreadsheet', body: string, extras: OfficeExtras = {}): Buffer {
  const names = ['office', 'text', 'table', 'script', 'draw'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const spaces = `${names.join(' ')} xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"`;
  const content = `${XML}<office:document-content ${spaces}><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`;
  return assemble(
    [
      { name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true },
      { name: 'content.xml', content },
      {
        name: 'meta.xml',
        content: `${XML}<office:document-meta ${spaces}><office:meta><dc:creator>Claude Auteur</dc:creator></office:meta></office:document-meta>`,
      },
    ],
    extras,
  );
}

function ooxml(mainName: string, mainType: string, main: string, extras: OfficeExtras): Buffer {
  const types =
    extras.contentTypes ??
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/${mainName}" ContentType="${mainType}"/>`;
  const [folder, file] = mainName.split('/');
  const relations = (extras.relations ?? []).join('');
  return assemble(
    [
      { name: '[Content_Types].xml', content: `${XML}<Types>${types}</Types>` },
      {
        name: '_rels/.rels',
        content: `${XML}<Relationships>${relation('officeDocument', mainName)}</Relationships>`,
      },
      { name: mainName, content: main },
      { name: `${folder}/_rels/${file}.rels`, content: `${XML}<Relationships>${relations}</Relationships>` },
      {
        name: 'docProps/core.xml',
        content: `${XML}<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:creator>Claude Auteur</dc:creator></cp:coreProperties>`,
      },
      { name: 'docProps/app.xml', content: `${XML}<Properties><Company>CHU d’Auteur</Company></Properties>` },
    ],
    extras,
  );
}

function assemble(
  parts: readonly ZipEntry[],
  { parts: added = [], without = [], ...surroundings }: OfficeExtras,
): Buffer {
  const replaced = new Set(added.map(({ name }) => name));
  const kept = parts.filter(({ name }) => !without.includes(name) && !replaced.has(name));
  const last = new Map(added.map((part) => [part.name, part]));
  return zipFile([...kept, ...last.values()], surroundings);
}
