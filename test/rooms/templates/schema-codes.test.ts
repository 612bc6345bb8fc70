import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIENCES, FOUND_BY } from '../../../server/notifications/audiences';
import { DUE_SOURCES } from '../../../server/notifications/reminders/due-facts';
import * as rules from '../../../server/templates/rule-shapes';
import * as shapes from '../../../server/templates/template-shapes';
import { SHIPPED } from './templates-folder';

/** The list of codes that a schema allows at a place. */
function codesIn(schema: string, ...path: string[]): unknown {
  let value: unknown = JSON.parse(readFileSync(join(SHIPPED, 'schemas', `${schema}.schema.json`), 'utf8'));
  for (const step of [...path, 'enum'])
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
  return value;
}

/** What falls due belongs to a service, an audit or an auditor: nobody else could be reminded of it. */
const REMINDED = AUDIENCES.filter((one) => !['campaignId', 'objectId'].includes(FOUND_BY[one]));

const criterion = ['$defs', 'criterion', 'properties'];
const rule = ['$defs', 'rule', 'properties'];

it.each([
  ['template', ['properties', 'status'], shapes.TEMPLATE_STATUSES],
  ['template', ['properties', 'modality'], shapes.TEMPLATE_MODALITIES],
  ['template', [...criterion, 'principle'], shapes.PRINCIPLES],
  ['template', ['$defs', 'evidence', 'properties', 'type'], shapes.EVIDENCE_TYPES],
  ['template', ['$defs', 'target', 'properties', 'metric'], shapes.TARGET_METRICS],
  ['template', ['$defs', 'target', 'properties', 'basis'], shapes.TARGET_BASES],
  ['template', ['$defs', 'lineage', 'properties', 'kind'], shapes.LINEAGE_KINDS],
  ['scales', ['$defs', 'scale', 'properties', 'kind'], shapes.SCALE_KINDS],
  ['scales', ['$defs', 'scale', 'properties', 'metrics', 'items'], shapes.TARGET_METRICS],
  ['scales', ['$defs', 'value', 'properties', 'grade'], shapes.SCALE_GRADES],
  [
    'evidence-catalogue',
    ['properties', 'evidenceKinds', 'items', 'properties', 'type'],
    shapes.EVIDENCE_TYPES,
  ],
  ['conflict-rules', [...rule, 'predicate'], rules.CONFLICT_PREDICATES],
  ['conflict-rules', [...rule, 'subject'], rules.CONFLICT_SUBJECTS],
  ['conflict-rules', [...rule, 'source', 'properties', 'kind'], rules.BASIS_KINDS],
  ['conflict-rules', ['$defs', 'step', 'properties', 'level'], rules.CONFLICT_LEVELS],
  ['conflict-rules', ['$defs', 'step', 'properties', 'window', 'then'], rules.UNDATED_WINDOWS],
  ['deadlines', ['$defs', 'deadline', 'properties', 'key'], rules.DEADLINE_KEYS],
  ['deadlines', ['$defs', 'deadline', 'properties', 'event'], rules.DEADLINE_EVENTS],
  ['deadlines', ['$defs', 'setting', 'properties', 'key'], rules.SETTING_KEYS],
  ['reminders', ['$defs', 'reminder', 'properties', 'topic'], Object.keys(DUE_SOURCES)],
  ['reminders', ['$defs', 'audiences', 'items'], REMINDED],
])('the schema %s allows at %j the codes that the code knows', (schema, path, codes) => {
  expect(codesIn(schema, ...path)).toEqual([...codes]);
});
