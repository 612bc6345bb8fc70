import fc from 'fast-check';
import { uniqueEvents, type DoseRow } from '../../../../server/measures';
import { eventSieve } from '../../../../server/measures/dose/readers/event-sieve';
import { readDoseReport } from '../../../../server/measures/dose/readers/read-dose-report';
import { EMPTY_ROW } from '../../../../server/measures/dose/readers/row-quantities';
import { writeDicom } from '../../../support/dose-reports/dicom-writer';
import { ctReport, type CtEvent } from '../../../support/dose-reports/makers';

const ACQUISITIONS: CtEvent[] = [
  { uid: '1.1', protocol: 'Topogram', type: 'constantAngle', ctdi: '0.1', dlp: '4' },
  { protocol: 'Thorax', ctdi: '5', dlp: '100', startedAt: '20240312081500' },
  { uid: '1.3', protocol: 'Abdomen', ctdi: '7', dlp: '200' },
  { protocol: 'Abdomen', ctdi: '7', dlp: '200', startedAt: '20240312082000' },
];

/** The report of a study after so many acquisitions. */
function cumulative(count: number, place: string, studyUid?: string): DoseRow[] {
  const done = ACQUISITIONS.slice(0, count);
  const total = done.reduce((sum, { dlp }) => sum + Number(dlp), 0);
  const head = studyUid ? { studyUid } : {};
  const reading = readDoseReport(
    writeDicom(ctReport(done, String(total), head), { syntax: 'EXPLICIT_LITTLE' }),
    place,
  );
  return 'rows' in reading ? reading.rows : [];
}

const counting = (rows: readonly DoseRow[]) =>
  rows.filter(({ exclusion }) => exclusion !== 'DUPLICATE_EVENT');
const told = (rows: readonly DoseRow[]) =>
  counting(rows)
    .map((row) => JSON.stringify({ ...row, place: '' }))
    .sort();

const aRow: fc.Arbitrary<DoseRow> = fc
  .record({
    place: fc.string({ maxLength: 4 }),
    level: fc.constantFrom('EVENT' as const, 'EXAMINATION' as const),
    eventUid: fc.option(fc.constantFrom('1', '2', '3')),
    dlpMgyCm: fc.option(fc.nat(5)),
    ctdiVolMgy: fc.option(fc.nat(5)),
    exclusion: fc.constantFrom(null, 'SCOUT' as const, 'DUPLICATE_EVENT' as const),
  })
  .map((own) => ({ ...EMPTY_ROW, modality: 'CT', ...own }));

describe('exposures told several times', () => {
  it('counts each event of three cumulative reports once, and the last totals', () => {
    const rows = uniqueEvents([1, 2, 4].flatMap((count, index) => cumulative(count, `report ${index + 1}`)));
    expect(rows).toHaveLength(2 + 3 + 5);
    expect(told(rows)).toEqual(told(cumulative(4, 'report 1')));
    expect(
      counting(rows)
        .filter(({ level }) => level === 'EXAMINATION')
        .map(({ dlpMgyCm }) => dlpMgyCm),
    ).toEqual([504]);
  });

  it('keeps both parts of a study that a second report continues', () => {
    const first = cumulative(2, 'report 1');
    const reading = readDoseReport(
      writeDicom(ctReport(ACQUISITIONS.slice(2, 3), '200'), { syntax: 'EXPLICIT_LITTLE' }),
      'report 2',
    );
    const rows = uniqueEvents([...first, ...('rows' in reading ? reading.rows : [])]);
    expect(counting(rows)).toHaveLength(5);
  });

  it('knows the totals of a study again when its device puts the last event first', () => {
    const at = (minute: number, uid: string): CtEvent => ({
      uid,
      ctdi: '5',
      dlp: '100',
      startedAt: `2024031208${minute}00`,
    });
    const reportOf = (...events: CtEvent[]) => {
      const total = String(100 * events.length);
      const reading = readDoseReport(
        writeDicom(ctReport(events, total), { syntax: 'EXPLICIT_LITTLE' }),
        'report 1',
      );
      return 'rows' in reading ? reading.rows : [];
    };
    const rows = uniqueEvents([...reportOf(at(10, '1.1')), ...reportOf(at(20, '1.2'), at(10, '1.1'))]);
    expect(counting(rows).map(({ level, dlpMgyCm }) => [level, dlpMgyCm])).toEqual([
      ['EVENT', 100],
      ['EVENT', 100],
      ['EXAMINATION', 200],
    ]);
  });

  it('keeps studies apart, whatever their values', () => {
    const rows = uniqueEvents([...cumulative(2, 'report 1', '1.8.1'), ...cumulative(2, 'report 2', '1.8.2')]);
    // The first acquisition has a UID, which is the same wherever it is told.
    expect(counting(rows)).toHaveLength(2 + 3);
  });

  it('does not depend on the order of reports', () => {
    const reports = [1, 2, 3, 4].map((count) => cumulative(count, `report ${count}`));
    const expected = told(uniqueEvents(reports.flat()));
    fc.assert(
      fc.property(fc.shuffledSubarray(reports, { minLength: 4, maxLength: 4 }), (shuffled) => {
        expect(told(uniqueEvents(shuffled.flat()))).toEqual(expected);
        const sieve = eventSieve(true);
        expect(told([...shuffled.flatMap((rows) => sieve.pass(rows)), ...sieve.end()])).toEqual(expected);
      }),
    );
  });

  it('is idempotent, order apart, and loses no row', () => {
    fc.assert(
      fc.property(fc.array(aRow, { maxLength: 30 }), (rows) => {
        const once = uniqueEvents(rows);
        expect(uniqueEvents(once)).toEqual(once);
        expect(once.map(({ place }) => place)).toEqual(rows.map(({ place }) => place));
        expect(told(uniqueEvents([...rows].reverse()))).toEqual(told(once));
      }),
    );
  });

  it('never takes rows without key for one another', () => {
    const row: DoseRow = { ...EMPTY_ROW, place: 'row 2', modality: 'CT', level: 'EVENT', dlpMgyCm: 5 };
    expect(counting(uniqueEvents([row, { ...row }, row]))).toHaveLength(3);
  });
});
