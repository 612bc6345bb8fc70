import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describeColumns, type DoseRow, type RefusedPart } from '../../../../server/measures';
import { messageFor, MESSAGES, type ErrorCode } from '../../../../server/kernel/messages';
import { readDoseCsv } from '../../../../server/measures/dose/readers/csv/read-dose-csv';

async function read(text: string | Buffer): Promise<{ rows: DoseRow[]; refused: RefusedPart[] }> {
  const rows: DoseRow[] = [];
  const refused: RefusedPart[] = [];
  for await (const readings of readDoseCsv(Readable.from([Buffer.from(text)]))) {
    for (const reading of readings) {
      if ('refused' in reading) refused.push(reading.refused);
      else rows.push(...reading.rows);
    }
  }
  return { rows, refused };
}

describe('the plain CSV', () => {
  it('reads French columns', async () => {
    const { rows, refused } = await read(
      [
        'Date;Examen;Protocole;Âge (ans);Poids;IDSV (mGy);PDL (mGy.cm);Fantôme_cm;Longueur (cm);Appareil',
        '12/03/2024;Scanner thoracique;Thorax IV-;61;64,5;5,25;1 180,5;32;34,2;ACME Scan 64',
        '2024-03-13;Scanner cérébral;Crâne;45 ans;70;42;712;16 cm;17;ACME Scan 64',
      ].join('\r\n'),
    );
    expect(refused).toEqual([]);
    expect(rows[0]).toMatchObject({
      place: 'row 2',
      modality: 'CT',
      level: 'EVENT',
      studyUid: null,
      eventUid: null,
      performedOn: '2024-03-12',
      examination: 'Scanner thoracique',
      protocol: 'Thorax IV-',
      ageYears: 61,
      weightKg: 64.5,
      ctdiVolMgy: 5.25,
      dlpMgyCm: 1180.5,
      phantomCm: 32,
      scanningLengthMm: 342,
      equipment: 'ACME Scan 64',
      exclusion: null,
    });
    expect(rows[1]).toMatchObject({ place: 'row 3', ageYears: 45, phantomCm: 16, performedOn: '2024-03-13' });
  });

  it.each([
    ['protocol,dap_gycm2', 'Chest,0.15', 150],
    ['protocol,DAP (uGy.m2)', 'Chest,15', 150],
    ['protocole\tPDS µGy.m²', 'Thorax\t15', 150],
    ['protocole;PDS [dGy·cm²]', 'Thorax;1,5', 150],
    ['protocole;PDS en cGy.cm2', 'Thorax;15', 150],
    ['protocole;pds;unité PDS', 'Thorax;15;cGy.cm2', 150],
    ['protocole;pds;pds_unite', 'Thorax;0,15;Gy.cm²', 150],
    ['examen;PDS mGy cm2', 'Thorax;150', 150],
  ])('reads the unit of %j', async (header, row, expected) => {
    const { rows, refused } = await read(`${header}\n${row}\n`);
    expect(refused).toEqual([]);
    expect(rows[0]).toMatchObject({ modality: 'RADIOGRAPHY', level: 'EVENT', dapMgyCm2: expected });
  });

  it.each([
    ['protocole;PDS', 'COLUMN_UNIT_MISSING', 'PDS'],
    ['protocole;épaisseur;DGM', 'COLUMN_UNIT_MISSING', 'épaisseur'],
    ['protocole;PDS (bananes)', 'COLUMN_UNIT_UNKNOWN', 'PDS (bananes)'],
    ['protocole;PDL (mGy)', 'COLUMN_UNIT_UNKNOWN', 'PDL (mGy)'],
    ['protocole;IDSV;CTDIvol (mGy)', 'COLUMN_TWICE', 'IDSV, CTDIvol (mGy)'],
    ['âge;IDSV', 'COLUMNS_MISSING', 'examen, protocole'],
    ['protocole;âge', 'COLUMNS_MISSING', 'IDSV, PDL, PDS, De, DGM'],
  ])('refuses the header %j', async (header, code, column) => {
    const { rows, refused } = await read(`${header}\nThorax;1;2\n`);
    expect(rows).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ place: 'row 1', code });
    expect(Object.values(refused[0]?.params ?? {})).toContain(column);
    const sentence = messageFor(code as ErrorCode, 'fr', refused[0]?.params);
    expect(sentence).toContain(column);
    expect(sentence).not.toMatch(/\{\w+\}/);
  });

  it.each([
    ['Nom;Prénom;protocole;IDSV', 'Nom, Prénom'],
    ['protocole;IDSV;N° sécurité sociale', 'N° sécurité sociale'],
    ['IPP;protocole;PDL', 'IPP'],
    ['protocole;PDL;Date de naissance', 'Date de naissance'],
    ['protocole;PDL;Patient ID', 'Patient ID'],
    ['Institution,Manufacturer,Study date,Study description,Patient name,DLP total (mGy.cm)', 'Patient name'],
  ])('refuses %j before a row is kept', async (header, columns) => {
    const { rows, refused } = await read(`${header}\nDUPONT;MARIE;Thorax;5\n`);
    expect(rows).toEqual([]);
    expect(refused).toEqual([{ place: 'row 1', code: 'PATIENT_COLUMNS', params: { columns } }]);
  });

  it('does not take the name of a protocol for that of a patient', async () => {
    const { refused } = await read('Nom du protocole;IDSV\nThorax;5\n');
    expect(refused).toEqual([]);
  });

  it('refuses bad rows with their column and goes on', async () => {
    const { rows, refused } = await read(
      [
        'date;protocole;âge;IDSV;PDL;fantôme',
        '12/03/2024;Thorax;61;cinq;180;32',
        '25/13/2024;Thorax;61;5;180;32',
        '12/03/2024;Thorax;61;5',
        '12/03/2024;Thorax;61;5;180;20',
        '12/03/2024;"Thorax;61;5;180;32',
        '12/03/2024;Thorax;;n/a;-;',
        '12/03/2024;Thorax;61;5;180;32;;',
        '12/03/2024;Thorax;61;-5;180;32',
        '12/03/2024;Thorax;61;5;999999;32',
      ].join('\n'),
    );
    expect(refused).toEqual([
      { place: 'row 2', code: 'ROW_VALUE', params: { column: 'IDSV' } },
      { place: 'row 3', code: 'ROW_VALUE', params: { column: 'date' } },
      { place: 'row 4', code: 'ROW_WIDTH', params: { count: 4, expected: 6 } },
      { place: 'row 5', code: 'ROW_VALUE', params: { column: 'fantôme' } },
      { place: 'row 6', code: 'ROW_MALFORMED' },
    ]);
    expect(rows.map((row) => [row.place, row.exclusion, row.notes?.map(({ code }) => code)])).toEqual([
      ['row 7', 'NO_DOSE', undefined],
      ['row 8', null, undefined],
      ['row 9', 'IMPLAUSIBLE', ['VALUE_NEGATIVE']],
      ['row 10', 'IMPLAUSIBLE', ['VALUE_IMPOSSIBLE']],
    ]);
  });

  it('does not guess what a comma means', async () => {
    const { rows, refused } = await read('protocol,dlp\nChest,"1,050"\nChest,"1,050.5"\nChest,"12,5"\n');
    expect(refused).toEqual([{ place: 'row 2', code: 'ROW_NUMBER_AMBIGUOUS', params: { column: 'dlp' } }]);
    expect(rows.map(({ dlpMgyCm }) => dlpMgyCm)).toEqual([1050.5, 12.5]);
  });

  it('tells the kind of equipment and the level from what a row has', async () => {
    const { rows } = await read(
      [
        'modalité;niveau;examen;acquisition type;IDSV;PDL total;DGM;PDS (Gy.cm2);temps de scopie (min);âge (mois)',
        ';;Thorax;;5;;;;;18',
        ';;Thorax;;;200;;;;',
        ';;Mammo;;;;1,3;;;',
        ';;Coronarographie;;;;;25;4;',
        'radio;;ASP;;;;;2;;',
        'XA;acquisition;Coro;;;;;2;;',
        'scanner;;Thorax;Topogramme;0,1;;;;;',
        'scanner;;Contrôle qualité;;5;;;;;',
      ].join('\n'),
    );
    expect(rows.map((row) => [row.modality, row.level, row.exclusion])).toEqual([
      ['CT', 'EVENT', null],
      ['CT', 'EXAMINATION', null],
      ['MAMMOGRAPHY', 'EVENT', null],
      ['INTERVENTIONAL', 'EXAMINATION', null],
      ['RADIOGRAPHY', 'EVENT', null],
      ['INTERVENTIONAL', 'EVENT', null],
      ['CT', 'EVENT', 'SCOUT'],
      ['CT', 'EVENT', 'PHANTOM_OR_QA'],
    ]);
    expect(rows[0]?.ageYears).toBe(1.5);
    expect(rows[3]).toMatchObject({ dapMgyCm2: 25000, fluoroscopySeconds: 240 });
  });

  it('keeps no number of the service’s own, and knows an exposure again by it', async () => {
    const { rows } = await read(
      'numéro examen;event uid;protocole;IDSV\nE-4711;1;Thorax;5\nE-4711;1;Thorax;5\nE-4712;;T;5\n',
    );
    expect(rows[0]?.studyUid).toMatch(/^derived\./);
    expect(rows[0]?.eventUid).toBe(rows[1]?.eventUid);
    expect(rows[2]?.eventUid).toBeNull();
    expect(JSON.stringify(rows)).not.toContain('471');
  });

  it('reads Windows-1252, a separator line, and says when there is nothing', async () => {
    const windows = Buffer.from('sep=;\r\nProtocole;\xc2ge;IDSV\r\nCr\xe2ne;40;50\r\n', 'latin1');
    expect((await read(windows)).rows[0]).toMatchObject({ place: 'row 3', protocol: 'Crâne', ageYears: 40 });
    expect((await read('protocole;IDSV\n')).refused).toEqual([{ place: 'row 1', code: 'FILE_EMPTY' }]);
    expect((await read('')).refused).toEqual([{ place: 'row 1', code: 'FILE_EMPTY' }]);
  });

  it('never does worse than refuse a row, and accounts for every one', async () => {
    const header = 'date;protocole;âge;IDSV;PDL;PDS;unité PDS;fantôme;niveau';
    const cell = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom(
        '12/03/2024',
        '5,25',
        '1e400',
        '-0',
        'NaN',
        'Infinity',
        '0x10',
        '16',
        'Gy.cm2',
        '\0',
        '\uFFFD',
        '"',
        '',
      ),
    );
    const line = fc
      .array(cell, { minLength: 8, maxLength: 10 })
      .map((cells) => cells.join(';').replace(/[\r\n]/g, ' '));
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const { rows, refused } = await read([header, ...lines].join('\n'));
        const single = lines.every((text) => !text.includes('"'));
        if (single)
          expect(rows.length + refused.length).toBe(lines.filter((text) => text.trim() !== '').length);
        for (const row of rows) {
          for (const value of Object.values(row))
            if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
        }
        for (const { code } of refused) expect(Object.keys(MESSAGES)).toContain(code);
      }),
    );
  });

  it('prints its columns', () => {
    expect(describeColumns('fr')).toContain('| `PDS (mGy.cm2)` | `dap`');
    expect(describeColumns('en').split('\n').length).toBeGreaterThan(20);
    expect(MESSAGES.COLUMNS_MISSING.en).toContain('{columns}');
  });
});
