import {
  base32,
  codeAt,
  matchingStep,
  otpauthUri,
  stepAt,
} from '../../../server/identity/second-factor/totp';

const SECRET = base32(Buffer.from('12345678901234567890'));

describe('a time-based one-time password', () => {
  // RFC 6238, appendix B: SHA-1, the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %d is that of the RFC', (second, code) => {
    expect(codeAt(SECRET, stepAt(new Date(second * 1000)))).toBe(code);
  });

  it('is taken one step before and after, and no farther', () => {
    const now = new Date(1111111111_000);
    const step = stepAt(now);
    const taken = [-2, -1, 0, 1, 2].map((around) =>
      matchingStep(SECRET, codeAt(SECRET, step + around), now, 0),
    );
    expect(taken).toEqual([null, step - 1, step, step + 1, null]);
  });

  it('is spent with its step, and so are those before it', () => {
    const now = new Date(1111111111_000);
    const step = stepAt(now);
    expect(matchingStep(SECRET, codeAt(SECRET, step), now, step)).toBeNull();
    expect(matchingStep(SECRET, codeAt(SECRET, step - 1), now, step)).toBeNull();
    expect(matchingStep(SECRET, codeAt(SECRET, step + 1), now, step)).toBe(step + 1);
  });

  it.each(['', '12345', '1234567', 'abcdef', '٠٠٠٠٠٠'])('is never "%s"', (code) => {
    expect(matchingStep(SECRET, code, new Date(), 0)).toBeNull();
  });

  it('comes to an app by an address that names whose it is', () => {
    const uri = new URL(otpauthUri(SECRET, 'a+b@example.org'));
    expect(decodeURIComponent(uri.pathname)).toBe('//totp/Vis-à-vis:a+b@example.org'.slice(uri.host ? 6 : 0));
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: SECRET,
      issuer: 'Vis-à-vis',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});
