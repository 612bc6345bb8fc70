import { createHash } from 'node:crypto';
import { freezeDocument, treatmentOf, type Treatment } from '../../../server/reports';

describe('freezing a report', () => {
  it('gives the same text whatever the order of the keys, with the hash of its UTF-8 bytes', () => {
    const one = freezeDocument({ b: [1, 0.5], a: { é: 'Maïwenn', d: null } });
    const other = freezeDocument({ a: { d: null, é: 'Maïwenn' }, b: [1, 0.5] });
    expect(one.content).toBe('{"a":{"d":null,"é":"Maïwenn"},"b":[1,0.5]}');
    expect(other).toEqual(one);
    expect(one.sha256).toBe(createHash('sha256').update(Buffer.from(one.content, 'utf8')).digest('hex'));
  });

  it('refuses what JSON cannot say', () => {
    expect(() => freezeDocument({ score: Number.NaN })).toThrow('NaN');
  });
});

describe('the treatment of a finding', () => {
  const silence = 'SILENCE_IS_NO_REPLY';
  it.each<[Parameters<typeof treatmentOf>[0], Treatment]>([
    [{ silence, state: 'FINAL', replyKind: null, disposition: null }, 'NO_REPLY'],
    [
      { silence: 'SILENCE_IS_ACCEPTANCE', state: 'FINAL', replyKind: null, disposition: null },
      'DEEMED_ACCEPTED',
    ],
    [{ silence, state: 'FINAL', replyKind: 'ACCEPTED', disposition: null }, 'AGREED'],
    [{ silence, state: 'FINAL', replyKind: 'CONTESTED', disposition: 'REJECTED' }, 'MAINTAINED'],
    [{ silence, state: 'FINAL', replyKind: 'CORRECTION', disposition: 'PARTLY' }, 'AMENDED'],
    [{ silence, state: 'FINAL', replyKind: 'CONTESTED', disposition: 'ACCEPTED' }, 'AMENDED'],
    [{ silence, state: 'WITHDRAWN', replyKind: 'CONTESTED', disposition: 'ACCEPTED' }, 'WITHDRAWN'],
  ])('of %j is %s', (finding, treatment) => {
    expect(treatmentOf(finding)).toBe(treatment);
  });
});
