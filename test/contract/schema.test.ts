import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  buildSchema as parseSdl,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { printedSchema } from '../../schema/print-schema';
import { messageFor, MESSAGES, type ErrorCode } from '../../server/kernel/messages';
import { policy } from '../../server/identity/policy';

const file = path.join(__dirname, '../../schema/schema.graphql');

describe('the printed schema', () => {
  const printed = printedSchema();
  const schema = parseSdl(printed);
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));

  it('is the one that is committed', () => {
    expect(readFileSync(file, 'utf8')).toBe(printed);
  });

  it('describes every type, field, input and enum value', () => {
    const silent = types.flatMap((type) => {
      const parts =
        isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)
          ? Object.values(type.getFields())
          : isEnumType(type)
            ? type.getValues()
            : [];
      const isRoot = type.name === 'Query' || type.name === 'Mutation';
      return [
        ...(type.description || isRoot ? [] : [type]),
        ...parts.filter((part) => !part.description),
      ].map((part) => `${type.name}.${part.name}`);
    });
    expect(silent).toEqual([]);
  });

  it('describes every query and mutation', () => {
    const roots = [schema.getQueryType(), schema.getMutationType()];
    const silent = roots.flatMap((root) =>
      Object.values(root?.getFields() ?? {}).filter((field) => !field.description),
    );
    expect(silent.map((field) => field.name)).toEqual([]);
  });

  it('answers every mutation with userErrors and replayed, and takes one input', () => {
    const odd = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) => {
      const payload = schema.getType(String(field.type).replace(/!/g, ''));
      const fields = isObjectType(payload) ? Object.keys(payload.getFields()) : [];
      const args = field.args.map((arg) => arg.name).join();
      return args !== 'input' || !fields.includes('userErrors') || !fields.includes('replayed');
    });
    expect(odd.map((field) => field.name)).toEqual([]);
  });

  it('bounds every connection by first or last', () => {
    const odd = types.flatMap((type) =>
      isObjectType(type)
        ? Object.values(type.getFields())
            .filter((field) => /Connection!?$/.test(String(field.type)))
            .filter(
              (field) =>
                !['first', 'after', 'last', 'before'].every((name) =>
                  field.args.some((arg) => arg.name === name),
                ),
            )
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );
    expect(odd).toEqual([]);
  });

  it('has a mutation for every act of the policy table, and no other', () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
    expect(Object.keys(policy.mutations).sort()).toEqual(mutations.sort());
  });

  it('has a query for every query of the policy table, and no other', () => {
    const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
    expect(Object.keys(policy.queries).sort()).toEqual(queries.sort());
  });

  it('has every argument that the policy table speaks of', () => {
    const printed = printedSchema();
    for (const [key, { reveals }] of Object.entries(policy.arguments)) {
      const name = key.split('.').at(-1) ?? '';
      expect(printed).toMatch(new RegExp(`\\b${name}: `));
      expect(reveals).not.toBe('');
    }
  });
});

describe('messages', () => {
  it('exist in French and English with the same placeholders', () => {
    const placeholders = (text: string): string[] =>
      [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)).sort();
    for (const code of Object.keys(MESSAGES) as ErrorCode[]) {
      expect(placeholders(MESSAGES[code].fr)).toEqual(placeholders(MESSAGES[code].en));
      expect(messageFor(code, 'fr')).not.toBe('');
    }
  });
});
