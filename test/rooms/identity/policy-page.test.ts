import { buildSchema } from '../../../schema/build-schema';
import { policy } from '../../../server/identity/policy';
import { policyPage } from '../../../server/identity/policy-page';

const schema = buildSchema();
const page = policyPage(
  (type) => schema.getType(type)?.description ?? '',
  (type) => schema.getType(type) !== undefined,
);
const lines = page.split('\n');

describe('the page of who sees what', () => {
  it.each(Object.entries(policy.types))(
    'says in French who sees %s, and each field that is for some only',
    (type, rule) => {
      const from = lines.indexOf(`### ${type}`);
      const to = lines.findIndex((line, index) => index > from && line.startsWith('#'));
      const section = lines.slice(from, to);
      expect(rule.seenBy).toMatch(/^[A-ZÀ-Ý].{10,}\.$/);
      expect(section).toContain(`Qui le voit : ${rule.seenBy}`);
      for (const field of Object.keys(rule.restricted ?? {}))
        expect(section.filter((line) => line.startsWith(`- \`${field}\` : `))).toHaveLength(1);
    },
  );

  it('says who may do each act, by name and not by code', () => {
    for (const act of Object.keys(policy.mutations))
      expect(lines.filter((line) => line.startsWith(`| \`${act}\` | `))).toHaveLength(1);
    const cells = lines.filter((line) => line.startsWith('| `') || line.startsWith('- `')).join('\n');
    expect(cells).not.toMatch(/undefined|SERVICE_MANAGER|COORDINATOR/);
  });
});
