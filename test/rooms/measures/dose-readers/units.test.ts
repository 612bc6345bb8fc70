import fc from 'fast-check';
import { convert, readUnit } from '../../../../server/measures/dose/readers/units';

const SPELLINGS: [string[], string, number][] = [
  [
    ['mGy.cm', 'mGycm', 'mGy·cm', 'mGy-cm', 'mGy*cm', 'mGy x cm', 'MGY.CM', 'mGy⋅cm', '[mGy.cm]'],
    'DOSE_LENGTH',
    1,
  ],
  [['Gy.cm', 'Gycm'], 'DOSE_LENGTH', 1000],
  [['Gy.m2', 'Gym2', 'Gy·m²', 'Gy.m^2', 'Gy m2'], 'DOSE_AREA', 1e7],
  [['Gy.cm2', 'Gycm²', 'Gy·cm^2'], 'DOSE_AREA', 1000],
  [['dGy.cm2', 'dGycm2', 'dGy·cm²'], 'DOSE_AREA', 100],
  [['cGy.cm2', 'cGy.cm^2', 'CGYCM2', 'cGy x cm2', 'cGy·cm²', 'cGy cm²'], 'DOSE_AREA', 10],
  [['uGy.m2', 'µGy.m2', 'μGym²', 'microGy.m2', 'mcGy.m2'], 'DOSE_AREA', 10],
  [['mGy.cm2', 'mGycm²', 'milligray.cm2'], 'DOSE_AREA', 1],
  [['uGy.cm2'], 'DOSE_AREA', 0.001],
  [['mGy', 'milligray', 'mgy'], 'DOSE', 1],
  [['Gy', 'gray', 'Grays'], 'DOSE', 1000],
  [['dGy'], 'DOSE', 100],
  [['cGy'], 'DOSE', 10],
  [['uGy', 'µGy'], 'DOSE', 0.001],
  [['mm', 'millimètres'], 'LENGTH', 1],
  [['cm'], 'LENGTH', 10],
  [['m', 'mètre'], 'LENGTH', 1000],
  [['s', 'sec', 'secondes', 'seconds'], 'TIME', 1],
  [['ms', 'msec', 'millisecond'], 'TIME', 0.001],
  [['min', 'minutes', 'mn'], 'TIME', 60],
  [['h', 'heures'], 'TIME', 3600],
];

describe('units', () => {
  it.each(
    SPELLINGS.flatMap(([spellings, dimension, factor]) =>
      spellings.map((unit) => [unit, dimension, factor] as const),
    ),
  )('reads %s as %s of %d', (unit, dimension, factor) => {
    expect(readUnit(unit)?.dimension).toBe(dimension);
    expect(readUnit(unit)?.factor).toBeCloseTo(factor, 12);
  });

  it.each([
    '',
    'no units',
    '1',
    'R',
    'rad',
    'Sv',
    'mSv',
    'mGy/cm',
    'kV',
    'mA',
    'Gy.cm3',
    'bananes',
    'mGy.cm2.s',
  ])('does not read %s', (unit) => expect(readUnit(unit)).toBeNull());

  it('converts the same dose in any unit to the same value', () => {
    const areas = SPELLINGS.filter(([, dimension]) => dimension === 'DOSE_AREA').flatMap(([units]) => units);
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1e5, noNaN: true }),
        fc.constantFrom(...areas),
        (mgycm2, label) => {
          const unit = readUnit(label)!;
          expect(convert(mgycm2 / unit.factor, unit) / mgycm2).toBeCloseTo(1, 9);
        },
      ),
    );
  });

  it('leaves no dust', () => {
    expect(convert(0.00000581, readUnit('Gy.m2')!)).toBe(58.1);
    expect(convert(1.034, readUnit('dGy.cm2')!)).toBe(103.4);
  });
});
