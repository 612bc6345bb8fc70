import {
  ByteStream,
  readSequenceItemsImplicit,
  type ByteArrayParser,
  type DataSet,
  type Element,
} from 'dicom-parser';
import { decodeDicomText } from './dicom-text';

/** The elements of a report that are looked at. */
export const TAGS = {
  charset: 'x00080005',
  sopClassUid: 'x00080016',
  studyDate: 'x00080020',
  seriesDate: 'x00080021',
  acquisitionDate: 'x00080022',
  contentDate: 'x00080023',
  accessionNumber: 'x00080050',
  modality: 'x00080060',
  manufacturer: 'x00080070',
  codeValue: 'x00080100',
  codingScheme: 'x00080102',
  codeMeaning: 'x00080104',
  longCodeValue: 'x00080119',
  urnCodeValue: 'x00080120',
  studyDescription: 'x00081030',
  procedureCode: 'x00081032',
  manufacturerModel: 'x00081090',
  patientName: 'x00100010',
  patientId: 'x00100020',
  birthDate: 'x00100030',
  patientAge: 'x00101010',
  patientWeight: 'x00101030',
  studyInstanceUid: 'x0020000d',
  qualityControlImage: 'x00280300',
  requestedProcedureDescription: 'x00321060',
  requestedProcedureCode: 'x00321064',
  scheduledStepDescription: 'x00400007',
  requestAttributes: 'x00400275',
  measurementUnits: 'x004008ea',
  conceptName: 'x0040a043',
  valueType: 'x0040a040',
  uid: 'x0040a124',
  dateTime: 'x0040a120',
  textValue: 'x0040a160',
  conceptCode: 'x0040a168',
  floatingPointValue: 'x0040a161',
  rationalNumerator: 'x0040a162',
  rationalDenominator: 'x0040a163',
  measuredValue: 'x0040a300',
  numericValue: 'x0040a30a',
  content: 'x0040a730',
} as const;

type Tag = (typeof TAGS)[keyof typeof TAGS];

/** Value representations of implicit VR that cannot be read as text. */
const BINARY: Readonly<Record<string, string>> = {
  [TAGS.floatingPointValue]: 'FD',
  [TAGS.rationalNumerator]: 'SL',
  [TAGS.rationalDenominator]: 'UL',
};

const BINARY_BYTES: Readonly<Record<string, number>> = { FD: 8, FL: 4, US: 2, SS: 2, UL: 4, SL: 4 };

/** Longest text of an element that is read, bytes; a name, a date or a number is far shorter. */
const LONGEST_TEXT = 4096;

/** A data set, or an item of a sequence, of which elements are read by tag. */
export class DicomItem {
  private readonly charset: string | null;

  constructor(
    private readonly elements: Readonly<Record<string, Element | undefined>>,
    private readonly bytes: Buffer,
    private readonly parser: ByteArrayParser,
    inheritedCharset: string | null,
  ) {
    this.charset = null;
    this.charset = this.text(TAGS.charset, 'all') ?? inheritedCharset;
  }

  has(tag: Tag): boolean {
    return this.elements[tag] !== undefined;
  }

  /** Value of a text element, trimmed; the first of several unless all are asked for. Null for none or an empty one. */
  text(tag: Tag, which: 'first' | 'all' = 'first'): string | null {
    const raw = this.raw(tag);
    if (!raw) return null;
    const whole = decodeDicomText(raw.subarray(0, LONGEST_TEXT), this.charset);
    const value = which === 'all' ? whole : (whole.split('\\')[0] ?? '');
    return value.replace(/\0/g, '').trim() || null;
  }

  /** All values of an element as text, whatever its value representation: binary numbers are written out. */
  values(tag: Tag): string[] {
    const vr = this.elements[tag]?.vr ?? BINARY[tag];
    const size = vr === undefined ? undefined : BINARY_BYTES[vr];
    const raw = this.raw(tag);
    if (!raw || vr === undefined || size === undefined) return (this.text(tag, 'all') ?? '').split('\\');
    return Array.from({ length: Math.min(Math.floor(raw.length / size), 64) }, (_, index) =>
      String(this.binary(vr, raw, index * size)),
    );
  }

  /** Items of a sequence; also of one whose value representation was lost on the way (UN holds implicit VR). */
  items(tag: Tag): DicomItem[] {
    const element = this.elements[tag];
    if (!element) return [];
    const items = element.items ?? this.itemsOfUnknown(element);
    return items.flatMap(({ dataSet }) => (dataSet ? [this.child(dataSet)] : []));
  }

  private child(dataSet: DataSet): DicomItem {
    return new DicomItem(dataSet.elements, this.bytes, dataSet.byteArrayParser, this.charset);
  }

  private itemsOfUnknown(element: Element): Element[] {
    if (element.vr !== undefined && element.vr !== 'UN') return [];
    if (element.length < 8) return [];
    const end = Math.min(element.dataOffset + element.length, this.bytes.length);
    const copy: Element = {
      tag: element.tag,
      length: end - element.dataOffset,
      dataOffset: element.dataOffset,
    };
    try {
      const stream = new ByteStream(this.parser, this.bytes.subarray(0, end), element.dataOffset);
      readSequenceItemsImplicit(stream, copy);
      return copy.items ?? [];
    } catch {
      return [];
    }
  }

  private raw(tag: Tag): Buffer | null {
    const element = this.elements[tag];
    if (!element || element.items || element.length === 0) return null;
    return this.bytes.subarray(element.dataOffset, element.dataOffset + element.length);
  }

  private binary(vr: string, raw: Buffer, offset: number): number {
    if (vr === 'FD') return this.parser.readDouble(raw, offset);
    if (vr === 'FL') return this.parser.readFloat(raw, offset);
    if (vr === 'US') return this.parser.readUint16(raw, offset);
    if (vr === 'SS') return this.parser.readInt16(raw, offset);
    return vr === 'SL' ? this.parser.readInt32(raw, offset) : this.parser.readUint32(raw, offset);
  }
}
