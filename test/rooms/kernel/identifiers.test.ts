import fc from 'fast-check';
import {
  checkFiness,
  checkRpps,
  checkSiren,
  checkSiret,
  normaliseFiness,
  normaliseRpps,
  normaliseSiret,
  type KeyCheck,
} from '../../../server/kernel/identifiers';

/** The key that makes `check` say OK, found by trial, without the arithmetic under test. */
function withKey(body: string, check: (value: string) => KeyCheck): string {
  const keyed = Array.from('0123456789', (key) => body + key).filter((value) => check(value) === 'OK');
  expect(keyed).toHaveLength(1);
  return keyed[0] ?? '';
}

function digits(length: number): fc.Arbitrary<string> {
  return fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''))
    .filter((text) => !/^0+$/.test(text));
}

const finessBody = fc
  .tuple(fc.oneof(digits(2), fc.constantFrom('2A', '2B')), digits(6))
  .map((parts) => parts.join(''));

const identifiers = [
  { kind: 'FINESS', body: finessBody, check: checkFiness },
  { kind: 'SIREN', body: digits(8), check: checkSiren },
  { kind: 'SIRET', body: digits(13).filter((body) => !body.startsWith('356000000')), check: checkSiret },
  { kind: 'RPPS', body: digits(10), check: checkRpps },
];

describe.each(identifiers)('the key of a $kind number', ({ body, check }) => {
  it('catches every change of a single digit', () => {
    fc.assert(
      fc.property(body, fc.nat(), fc.integer({ min: 1, max: 9 }), (start, at, shift) => {
        const right = withKey(start, check);
        const firstDigit = right.search(/\d*$/); // the 2 of 2A and 2B can only be 2
        const place = firstDigit + (at % (right.length - firstDigit));
        const changed = String((Number(right[place]) + shift) % 10);
        const wrong = right.slice(0, place) + changed + right.slice(place + 1);
        fc.pre(/[^0]/.test(wrong));
        expect(check(wrong)).toBe('BAD_KEY');
      }),
    );
  });

  it('refuses another length, letters and zeros alone', () => {
    fc.assert(
      fc.property(body, (start) => {
        const right = withKey(start, check);
        const forms = [
          right.slice(1),
          `${right}0`,
          `${right.slice(0, -1)}X`,
          ` ${right}`,
          right.replace(/./g, '0'),
        ];
        expect(forms.map(check)).toEqual(forms.map(() => 'MALFORMED'));
      }),
    );
  });
});

describe('checkFiness', () => {
  it.each(['2A0000154', '2B0004246', '2B0000038', '2B0005342', '2B0005359'])(
    'takes %s of Corsica',
    (value) => {
      expect(checkFiness(value)).toBe('OK');
    },
  );

  it('tells the two departments of Corsica apart', () => {
    expect(checkFiness('2B0000154')).toBe('BAD_KEY');
  });

  it.each(['010780054', '750712184', '970400024', '980500011'])('takes %s', (value) => {
    expect(checkFiness(value)).toBe('OK');
  });

  it.each(['2C0000154', 'A20000154', '01078005', '01078005A', '٠١٠٧٨٠٠٥٤', '010780054\n', ''])(
    'refuses %j',
    (value) => {
      expect(checkFiness(value)).toBe('MALFORMED');
    },
  );

  it('judges the value as it stands: normalising comes first', () => {
    expect(checkFiness('2a 000 015 4')).toBe('MALFORMED');
    expect(checkFiness(normaliseFiness('\t2a\u00a0000\u202f015 4 '))).toBe('OK');
  });
});

describe('checkSiret', () => {
  it('takes a real number and not its neighbour', () => {
    expect(checkSiret('39787948700031')).toBe('OK');
    expect(checkSiret('39787948700032')).toBe('BAD_KEY');
    expect(checkSiret(normaliseSiret('397 879 487 00031'))).toBe('OK');
    expect(checkSiren('397879487')).toBe('OK');
  });

  it('takes for La Poste a sum of digits divisible by 5, and for nobody else', () => {
    expect(checkSiren('356000000')).toBe('OK');
    expect(checkSiret('35600000049837')).toBe('OK');
    expect(checkSiret('35600000049838')).toBe('BAD_KEY');
    expect(checkSiret('39787948700032')).toBe('BAD_KEY');
  });
});

describe('checkRpps', () => {
  it('takes the eleven digits, with or without the 8 of the national identifier', () => {
    expect(checkRpps('99700218896')).toBe('OK');
    expect(checkRpps(normaliseRpps('899700218896'))).toBe('OK');
    expect(normaliseRpps('997 0021 8896')).toBe('99700218896');
    expect(checkRpps('899700218896')).toBe('MALFORMED');
    expect(normaliseRpps('999700218896')).toBe('999700218896');
  });
});
