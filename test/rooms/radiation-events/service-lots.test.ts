import fc from 'fast-check';
import { inServiceLots, type OfService } from '../../../server/radiation-events/scales/service-lots';

const units = (services: string): OfService[] =>
  [...services].map((auditedServiceId) => ({ auditedServiceId }));
const shown = (services: string, tied = ''): string =>
  inServiceLots(units(services), 5, new Set(tied))
    .map(({ auditedServiceId }) => auditedServiceId)
    .join('');

describe('lots of five services', () => {
  it('hold what came until the fifth service, and nothing of the lot that is not full', () => {
    expect(shown('ABCD')).toBe('');
    expect(shown('ABCDE')).toBe('ABCDE');
    expect(shown('AABBCDDAE')).toBe('AABBCDDAE');
    expect(shown('ABCDEAFG')).toBe('ABCDE');
    expect(shown('ABCDEAFGHI')).toBe('ABCDEAFGHI');
  });

  it('leave a lot out whole where the reader has a tie with one of its services', () => {
    expect(shown('ABCDEFGHIJ', 'C')).toBe('FGHIJ');
    expect(shown('ABCDEAFGHI', 'A')).toBe('');
  });

  it('differ, from one moment to the next, by nothing or by five services at least', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'ABCDEFGH'), { maxLength: 60 }), (services) => {
        let before = '';
        for (let count = 1; count <= services.length; count += 1) {
          const now = shown(services.slice(0, count).join(''));
          expect(now.startsWith(before)).toBe(true);
          const more = new Set(now.slice(before.length));
          expect(more.size === 0 || more.size >= 5).toBe(true);
          before = now;
        }
      }),
    );
  });
});
