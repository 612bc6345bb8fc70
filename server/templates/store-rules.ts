import type { EntityManager } from 'typeorm';
import { identified, insertRows, type PlainRow } from './bulk-rows';
import { canonicalHash } from './content-hash';
import type { LoadedTemplates } from './loaded-templates';
import type { ConflictRuleFile, DeadlineDuration, DeadlineFile, SettingFile } from './rule-shapes';
import { TemplateFileError } from './template-file-error';

/** A row of a rule; rows of one code and number are the same for ever. */
type RuleRow = PlainRow & { code: string; number: number; content_hash: string };

/**
 * Stores conflict rules, delays and settings. Each version of a rule, and of the whole set of delays and settings, is stored
 * once.
 * @returns how many rows were written
 * @throws TemplateFileError PUBLISHED_CONTENT_CHANGED
 */
export async function storeRules(manager: EntityManager, files: LoadedTemplates): Promise<number> {
  const { version, deadlines, settings } = files.deadlines;
  return (
    (await storeConflictRules(manager, files.conflictRules)) +
    (await storeSet(
      manager,
      'deadline_rule',
      version,
      deadlines.map((file) => deadlineRow(file, version)),
    )) +
    (await storeSet(
      manager,
      'rule_setting',
      version,
      settings.map((file) => settingRow(file, version)),
    ))
  );
}

async function storeConflictRules(
  manager: EntityManager,
  files: readonly ConflictRuleFile[],
): Promise<number> {
  const stored = await storedHashes(manager, 'conflict_rule');
  const rows = files.map(conflictRuleRow);
  const changed = rows.findIndex((row) => (stored.get(keyOf(row)) ?? row.content_hash) !== row.content_hash);
  const rule = files[changed];
  if (rule)
    throw new TemplateFileError({
      code: 'PUBLISHED_CONTENT_CHANGED',
      file: 'conflict-rules.yaml',
      path: ['rules', changed],
      problem: `version ${rule.version} of rule ${rule.id} is already in use with other content`,
      remedy: `Put it back as it was, and add an entry ${rule.id} with version ${rule.version + 1}`,
    });
  return insertNew(manager, 'conflict_rule', rows, stored);
}

/** Stores the delays, or the settings, of a version of their file. */
async function storeSet(
  manager: EntityManager,
  table: 'deadline_rule' | 'rule_setting',
  version: number,
  rows: readonly RuleRow[],
): Promise<number> {
  const stored = await storedHashes(manager, table);
  const kept = [...stored].filter(([key]) => key.endsWith(` ${version}`));
  const sameSet =
    kept.length === rows.length && rows.every((row) => stored.get(keyOf(row)) === row.content_hash);
  if (kept.length > 0 && !sameSet)
    throw new TemplateFileError({
      code: 'PUBLISHED_CONTENT_CHANGED',
      file: 'deadlines.yaml',
      path: ['version'],
      problem: `version ${version} of the delays is already in use with other content`,
      remedy: `Raise the version to ${version + 1}`,
    });
  return insertNew(manager, table, rows, stored);
}

/** Hash by code and number of what is stored. */
async function storedHashes(manager: EntityManager, table: string): Promise<Map<string, string>> {
  const rows = await manager.query<RuleRow[]>(`select code, number, content_hash from ${table}`);
  return new Map(rows.map((row) => [keyOf(row), row.content_hash]));
}

function keyOf({ code, number }: { code: string; number: number }): string {
  return `${code} ${number}`;
}

async function insertNew(
  manager: EntityManager,
  table: string,
  rows: readonly RuleRow[],
  stored: ReadonlyMap<string, string>,
): Promise<number> {
  const added = rows.filter((row) => !stored.has(keyOf(row)));
  await insertRows(manager, table, identified(added));
  return added.length;
}

function conflictRuleRow(rule: ConflictRuleFile): RuleRow {
  return {
    code: rule.id,
    number: rule.version,
    predicate: rule.predicate,
    subject: rule.subject,
    label_fr: rule.label.fr,
    label_en: rule.label.en,
    steps: rule.steps,
    source_kind: rule.source.kind,
    source_fr: rule.source.fr,
    source_en: rule.source.en,
    is_evaluated: rule.evaluated,
    is_enabled_by_default: rule.enabledByDefault,
    content_hash: canonicalHash(rule),
  };
}

function deadlineRow(deadline: DeadlineFile, version: number): RuleRow {
  return {
    code: deadline.key,
    number: version,
    ...daysOrMonths(deadline.duration),
    direction: deadline.direction,
    event: deadline.event,
    label_fr: deadline.label.fr,
    label_en: deadline.label.en,
    basis_kind: deadline.basis.kind,
    basis_fr: deadline.basis.fr,
    basis_en: deadline.basis.en,
    content_hash: canonicalHash(deadline),
  };
}

function settingRow(setting: SettingFile, version: number): RuleRow {
  return {
    code: setting.key,
    number: version,
    value: setting.value,
    content_hash: canonicalHash(setting),
  };
}

/** A duration in the units that are stored: a year is twelve months. */
function daysOrMonths(duration: DeadlineDuration): { days: number | null; months: number | null } {
  if ('days' in duration) return { days: duration.days, months: null };
  return { days: null, months: 'months' in duration ? duration.months : duration.years * 12 };
}
