import { readFileSync } from 'node:fs';
import path from 'node:path';
import { oidcIssuersFrom } from '../../../server/identity';

const readme = readFileSync(path.join(__dirname, '../../../README.md'), 'utf8');
const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];

describe('the setting of identity providers', () => {
  it('takes the example of the README, with what it leaves out filled in', () => {
    expect(oidcIssuersFrom(example)).toEqual([
      expect.objectContaining({
        name: 'psc',
        acrValues: 'eidas1',
        tokenAuthentication: 'basic',
        algorithms: ['RS256'],
        claims: { rpps: 'SubjectNameID' },
      }),
    ]);
  });

  it('takes JSON, and an empty list', () => {
    expect(oidcIssuersFrom(JSON.stringify(oidcIssuersFrom(example)))).toEqual(oidcIssuersFrom(example));
    expect(oidcIssuersFrom('[]')).toEqual([]);
  });

  it.each([
    ['no list', '{}', 'expected array'],
    ['an entry that lacks its issuer', example.replace(/^ {2}issuer:.*\n/m, ''), '0.issuer'],
    ['a word that it does not know', `${example}  roles: admin\n`, 'roles'],
    ['an algorithm that is none of ours', `${example}  algorithms: [HS256]\n`, '0.algorithms.0'],
    ['no algorithm', `${example}  algorithms: []\n`, '0.algorithms'],
    ['a name that does not fit an address', example.replace('psc', 'Pro Santé'), '0.name'],
    ['a name twice', example + example, 'two issuers have the same name'],
  ])('refuses %s, and says where', (_name, text, where) => {
    expect(() => oidcIssuersFrom(text)).toThrow(where);
  });
});
