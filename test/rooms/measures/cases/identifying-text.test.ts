import {
  holdsNir,
  identifyingNumber,
  identifyingRemark,
} from '../../../../server/measures/cases/identifying-text';

/** A number of the national register with its right key, for people who do not exist. */
function nir(body: string): string {
  const digits = body.replace('2A', '19').replace('2B', '18');
  return body + String(97 - Number(BigInt(digits) % 97n)).padStart(2, '0');
}

describe('a number of the national register', () => {
  it.each([
    ['the published example', '255081416802538'],
    ['of Corsica', nir('180032A004123')],
    ['of Upper Corsica', nir('180032B004123')],
    ['of somebody born abroad', nir('2551299999123')],
    ['with a fictitious month', nir('1853075123456')],
    ['in groups', '2 55 08 14 168 025 38'],
    ['with dashes', '2-55-08-14-168-025-38'],
    ['among words and numbers', 'dossier 12 de 2 55 08 14 168 025 38, lit 4'],
    ['without its key', '2550814168025'],
  ])('is found %s', (_how, text) => {
    expect(holdsNir(text)).toBe(true);
  });

  it.each([
    ['a wrong key', '255081416802539'],
    ['a month that does not exist', nir('2551414168025')],
    ['another sex', '955081416802538'],
    ['more digits around it', '92550814168025381'],
    ['an accession number', '2025031200451'],
  ])('is not seen in %s', (_what, text) => {
    expect(holdsNir(text)).toBe(false);
  });
});

describe('dates', () => {
  it('count in a number, in any usual form', () => {
    for (const text of ['12/03/1956', 'X-1956-03-12', '1.3.1956'])
      expect([text, identifyingNumber(text)]).toEqual([text, 'DATE']);
    for (const text of ['2025-03-0012', '12/13/1956', '1856-03-12', '1203-1956'])
      expect([text, identifyingNumber(text)]).toEqual([text, null]);
  });

  it('count in a remark where they are said to be of a birth', () => {
    for (const text of [
      'née le 12/03/1956',
      'Né en 1956',
      'DDN 1956',
      'date de naissance au dos',
      'born on 3 May',
    ])
      expect([text, identifyingRemark(text)]).toEqual([text, 'DATE']);
    for (const text of ['Demande du 12/03/2026', 'Nausées le matin', 'Pathologie non née de l’examen'])
      expect([text, identifyingRemark(text)]).toEqual([text, null]);
  });
});
