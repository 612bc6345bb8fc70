import {
  beginning,
  counted,
  day,
  decimal,
  dose,
  percent,
  points,
  typeset,
} from '../../../../server/reports/rendering/typography';

describe('what the printer of a French or English report is given', () => {
  it.each([
    [1234567.891, 'fr', '1\u202f234\u202f567,89'],
    [1234567.891, 'en', '1,234,567.89'],
    [-0.5, 'fr', '\u22120,5'],
    [-0.001, 'fr', '0'],
    [12, 'en', '12'],
    [100, 'fr', '100'],
  ] as const)('writes %d in %s as %s', (value, language, text) => {
    expect(decimal(value, language)).toBe(text);
  });

  it('writes shares, differences and counts as each language does', () => {
    expect(percent(0.855, 'fr', 1)).toBe('85,5\u00a0%');
    expect(percent(0.855, 'en', 1)).toBe('85.5%');
    expect(points(0.05, 'fr')).toBe('+5\u00a0points');
    expect(points(-0.01, 'fr')).toBe('\u22121\u00a0point');
    expect(points(0, 'fr')).toBe('0\u00a0point');
    expect(points(0, 'en')).toBe('0\u00a0points');
    expect(counted(0, 'fr', 'constat', 'constats')).toBe('0\u00a0constat');
    expect(counted(0, 'en', 'finding', 'findings')).toBe('0\u00a0findings');
  });

  it('writes measured doses to three digits, and never fewer than their units', () => {
    expect(
      [0, 0.00012, 0.01234, 0.5, 8.035, 12.345, 281.15, 5059.675].map((value) => dose(value, 'fr')),
    ).toEqual(['0', '0,0001', '0,0123', '0,5', '8,04', '12,3', '281', '5\u202f060']);
  });

  it('writes days in words, those of Paris', () => {
    expect(day('2027-03-12', 'fr')).toBe('12\u00a0mars\u00a02027');
    expect(day('2027-03-01', 'fr')).toBe('1er\u00a0mars\u00a02027');
    expect(day('2027-03-01', 'en')).toBe('1\u00a0March\u00a02027');
    expect(day('2026-12-31T23:30:00.000Z', 'fr')).toBe('1er\u00a0janvier\u00a02027');
  });

  it('keeps high punctuation and guillemets with their words, and adds no space', () => {
    expect(typeset('Il dit : « Non ! » ; 50 % ?')).toBe(
      'Il dit\u00a0: «\u00a0Non\u202f!\u00a0»\u202f; 50\u00a0%\u202f?',
    );
    expect(typeset('It is said: yes; 50% (no. 3)')).toBe('It is said: yes; 50% (no. 3)');
    expect(typeset("l'examen d'Œdipe, 5' et 'oui'")).toBe("l’examen d’Œdipe, 5' et 'oui'");
    expect(typeset('a\u0007b\u202ec\r\nd')).toBe('a b c\nd');
  });

  it('cuts at the end of a word, and within one that has no end', () => {
    expect(beginning('Trois protocoles sur dix', 18)).toBe('Trois protocoles…');
    expect(beginning('Trois  protocoles\nsur dix', 30)).toBe('Trois protocoles sur dix');
    expect(beginning('x'.repeat(50), 10)).toBe(`${'x'.repeat(10)}…`);
  });
});
