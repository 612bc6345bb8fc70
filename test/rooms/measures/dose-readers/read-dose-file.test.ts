import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { deflateRawSync } from 'node:zlib';
import {
  detectDoseSource,
  readDoseFile,
  type DoseBatch,
  type DoseFile,
  type DoseRow,
  type RefusedPart,
} from '../../../../server/measures';
import { writeDicom } from '../../../support/dose-reports/dicom-writer';
import { ctReport, type CtEvent } from '../../../support/dose-reports/makers';
import { writeZip } from '../../../support/dose-reports/zip-writer';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'doses-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as the store of uploads hands it out; `open` counts the local copies in use. */
function fileOf(bytes: Buffer): DoseFile & { copies: number } {
  const file = {
    copies: 0,
    open: () => Promise.resolve(Readable.from(chunked(bytes), { objectMode: false })),
    async withLocalFile<T>(work: (local: string) => Promise<T>): Promise<T> {
      const local = path.join(folder, 'copy');
      writeFileSync(local, bytes);
      file.copies += 1;
      try {
        return await work(local);
      } finally {
        file.copies -= 1;
      }
    },
  };
  return file;
}

function* chunked(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += 50_000) yield bytes.subarray(start, start + 50_000);
}

async function read(bytes: Buffer): Promise<{ rows: DoseRow[]; refused: RefusedPart[]; sizes: number[] }> {
  const result = { rows: [] as DoseRow[], refused: [] as RefusedPart[], sizes: [] as number[] };
  for await (const batch of readDoseFile(fileOf(bytes))) {
    if ('refused' in batch) result.refused.push(batch.refused);
    else {
      result.rows.push(...batch.rows);
      result.sizes.push(batch.rows.length);
    }
  }
  return result;
}

const EVENTS: CtEvent[] = [
  { uid: '1.1', protocol: 'Thorax', ctdi: '5', dlp: '100' },
  { uid: '1.2', protocol: 'Abdomen', ctdi: '7', dlp: '200' },
  { uid: '1.3', protocol: 'Pelvis', ctdi: '7', dlp: '50' },
];
const reportOf = (count: number) =>
  writeDicom(ctReport(EVENTS.slice(0, count), String([100, 300, 350][count - 1])), {
    syntax: 'EXPLICIT_LITTLE',
  });
const imageOf = (size: number) =>
  writeDicom(
    [
      [0x00080016, 'UI', '1.2.840.10008.5.1.4.1.1.2'],
      [0x7fe00010, 'OW', Buffer.alloc(size)],
    ],
    { syntax: 'EXPLICIT_LITTLE' },
  );

describe('a file of doses', () => {
  it('is told by its content', () => {
    expect(detectDoseSource(reportOf(1))).toBe('DICOM');
    expect(detectDoseSource(writeZip([{ name: 'a', content: reportOf(1) }]))).toBe('ZIP');
    expect(detectDoseSource(writeZip([{ name: '[Content_Types].xml', content: Buffer.from('<x/>') }]))).toBe(
      'SPREADSHEET',
    );
    expect(detectDoseSource(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('SPREADSHEET');
    expect(detectDoseSource(Buffer.from('protocole;IDSV\nThorax;5'))).toBe('PLAIN_CSV');
    expect(detectDoseSource(Buffer.from('Institution,Manufacturer,Study date,Study description\n'))).toBe(
      'OPENREM_CSV',
    );
    for (const other of ['%PDF-1.7\n', '<html>', '{"a":1}', 'un mot', '', '\x89PNG\r\n\x1a\n\0\0']) {
      expect([other, detectDoseSource(Buffer.from(other, 'latin1'))]).toEqual([other, 'OTHER']);
    }
  });

  it('may be one report', async () => {
    const { rows, refused } = await read(reportOf(2));
    expect(refused).toEqual([]);
    expect(rows.map(({ place }) => place).sort()).toEqual([
      'report 1',
      'report 1, event 1',
      'report 1, event 2',
    ]);
  });

  it('may be an archive of reports, which repeat one another, and of tables', async () => {
    const { rows, refused } = await read(
      writeZip([
        { name: 'DUPONT MARIE/', content: Buffer.alloc(0), stored: true },
        { name: '__MACOSX/._a.dcm', content: Buffer.from('x') },
        { name: 'DICOMDIR', content: Buffer.from('x') },
        { name: 'DUPONT MARIE/2.dcm', content: reportOf(2) },
        { name: 'DUPONT MARIE/1', content: reportOf(1), stored: true },
        { name: 'DUPONT MARIE/3', content: reportOf(3) },
        { name: 'image.dcm', content: imageOf(2_000) },
        { name: 'large image.dcm', content: imageOf(30_000_000), stored: true },
        { name: 'inner.zip', content: writeZip([{ name: 'a', content: reportOf(1) }]) },
        { name: 'notes.txt', content: Buffer.from('à lire') },
        { name: 'secret', content: reportOf(1), encrypted: true },
        { name: 'doses.csv', content: Buffer.from('protocole;IDSV\nThorax;5\nThorax;x\n') },
      ]),
    );
    const counted = rows.filter(({ exclusion }) => exclusion !== 'DUPLICATE_EVENT');
    expect(counted.map((row) => [row.place, row.dlpMgyCm]).sort()).toEqual([
      ['file 9, row 2', null],
      ['report 1, event 1', 100],
      ['report 1, event 2', 200],
      ['report 3, event 3', 50],
      ['report 3', 350],
    ]);
    expect(rows).toHaveLength(3 + 2 + 4 + 1);
    expect(refused).toEqual([
      { place: 'report 4', code: 'IMAGE_OBJECT' },
      { place: 'report 5', code: 'IMAGE_OBJECT' },
      { place: 'report 6', code: 'ZIP_NESTED' },
      { place: 'report 7', code: 'NOT_A_DOSE_FILE' },
      { place: 'report 8', code: 'ZIP_ENCRYPTED' },
      { place: 'file 9, row 3', code: 'ROW_VALUE', params: { column: 'IDSV' } },
    ]);
    expect(JSON.stringify([rows, refused])).not.toContain('DUPONT');
  });

  it('refuses bombs, broken archives and entries that are not as declared', async () => {
    const bomb = writeZip([
      { name: 'a', content: Buffer.alloc(40_000_000) },
      { name: 'b', content: reportOf(1) },
    ]);
    const { rows, refused } = await read(bomb);
    expect(refused).toEqual([{ place: 'report 1', code: 'ZIP_TOO_LARGE' }]);
    expect(rows).toHaveLength(2);

    const archive = writeZip([{ name: 'a', content: reportOf(1) }]);
    expect((await read(archive.subarray(0, archive.length - 30))).refused).toEqual([
      { place: 'archive', code: 'ZIP_DAMAGED' },
    ]);
    const broken = Buffer.from(archive);
    broken.fill(0xff, 60, 200);
    expect((await read(broken)).refused).toEqual([{ place: 'report 1', code: 'ZIP_DAMAGED' }]);

    const many = writeZip(
      Array.from({ length: 20_001 }, () => ({ name: 'a', content: Buffer.alloc(0), stored: true })),
    );
    expect((await read(many)).refused).toEqual([
      { place: 'archive', code: 'ZIP_TOO_MANY', params: { most: 20000 } },
    ]);

    // The directory says one kibibyte, the entry holds sixty megabytes.
    const liar = writeZip([{ name: 'a', content: Buffer.alloc(1024) }]);
    const packed = deflateRawSync(Buffer.alloc(1024));
    const large = deflateRawSync(Buffer.alloc(60_000_000));
    const at = liar.indexOf(packed);
    const lying = Buffer.concat([liar.subarray(0, at), large, liar.subarray(at + packed.length)]);
    const end = lying.length - 22;
    const directory = lying.indexOf('PK\x01\x02', at + large.length - 4, 'latin1');
    lying.writeUInt32LE(directory, end + 16);
    lying.writeUInt32LE(large.length, directory + 20);
    expect((await read(lying)).refused).toEqual([{ place: 'report 1', code: 'ZIP_DAMAGED' }]);
  });

  it('streams a table in batches, and lets its copy go when nobody reads on', async () => {
    const lines = Array.from({ length: 3_500 }, (_, index) => `Thorax;${(index % 90) + 1}`);
    const { rows, sizes } = await read(Buffer.from(['protocole;IDSV', ...lines].join('\n')));
    expect(rows).toHaveLength(3_500);
    expect(Math.max(...sizes)).toBeLessThan(6_000);

    const entries = Array.from({ length: 1_200 }, (_, index) => ({
      name: String(index),
      content: Buffer.from('rien;que\nça;x'),
    }));
    const file = fileOf(writeZip(entries));
    const batches: DoseBatch[] = [];
    for await (const batch of readDoseFile(file)) {
      expect(file.copies).toBe(1);
      batches.push(batch);
      if (batches.length === 3) break;
    }
    expect(file.copies).toBe(0);
  });

  it('passes on what the store throws', async () => {
    const file: DoseFile = {
      open: () => Promise.resolve(Readable.from(chunked(writeZip([{ name: 'a', content: reportOf(1) }])))),
      withLocalFile: () => Promise.reject(new Error('disk gone')),
    };
    await expect(async () => {
      for await (const batch of readDoseFile(file)) expect(batch).toBeUndefined();
    }).rejects.toThrow('disk gone');
  });
});
