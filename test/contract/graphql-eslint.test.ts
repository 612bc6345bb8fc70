import path from 'node:path';
import { parser, rules } from '@graphql-eslint/eslint-plugin';
import { ESLint } from 'eslint';

const root = path.join(__dirname, '../..');

/**
 * Lints the printed schema, and nothing of this project's own settings.
 * @param chosen rules of graphql-eslint with their options
 */
async function lint(chosen: Record<string, unknown[]>): Promise<string[]> {
  const named = Object.entries(chosen).map(([name, options]) => [
    `@graphql-eslint/${name}`,
    ['error', ...options],
  ]);
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ['**/*.graphql'],
        plugins: { '@graphql-eslint': { rules } },
        languageOptions: { parser, parserOptions: { graphQLConfig: { schema: 'schema/schema.graphql' } } },
        rules: Object.fromEntries(named),
      },
    ],
  });
  const results = await eslint.lintFiles(['schema/schema.graphql']);
  expect(results).toHaveLength(1);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, line, message }) => `${ruleId ?? 'parser'} ${line}: ${message}`),
  );
}

describe('the Relay rules of graphql-eslint', () => {
  it('find nothing in the printed schema', async () => {
    const findings = await lint({
      'relay-arguments': [{ includeBoth: true }],
      'relay-connection-types': [],
      // Relay asks for no edge around every list: words, small lists and `nodes` are plain lists here.
      'relay-edge-types': [
        { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false },
      ],
      'relay-page-info': [],
    });
    expect(findings).toEqual([]);
  });

  it('do read it: with their widest setting they stop at the plain lists', async () => {
    const findings = await lint({ 'relay-edge-types': [] });
    expect(new Set(findings.map((finding) => finding.replace(/ \d+:/, ':')))).toEqual(
      new Set(['@graphql-eslint/relay-edge-types: A list type should only wrap an edge type.']),
    );
  });
});
