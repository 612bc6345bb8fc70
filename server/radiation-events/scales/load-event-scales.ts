import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../../database/as-platform';
import { bringInLine, identified, insertRows, TemplateFileError } from '../../templates';
import { readEventFiles, type EventScaleFile } from './scale-file';

/** What a load of criteria and scales found and did. */
export interface EventScalesReport {
  criteria: number;
  scales: number;
  /** Rows that were added or changed; 0 when the database agreed with the files already. */
  written: number;
}

/**
 * Stores the criteria of declaration and the scales of events of the templates folder: all of them or nothing. A second
 * load writes nothing, and processes that start together take turns. Of a scale that is stored only its state and its last
 * day change; another wording is another version.
 * @param folder path of `audit-templates`
 * @throws TemplateFileError the first thing wrong with the files, or PUBLISHED_CONTENT_CHANGED when one contradicts what is
 *   stored
 */
export async function loadEventScales(dataSource: DataSource, folder: string): Promise<EventScalesReport> {
  const { criteria, scales } = readEventFiles(folder);
  return asPlatform(dataSource, async (manager) => {
    await manager.query(`select pg_advisory_xact_lock(hashtext('vis-a-vis event scales'))`);
    let written = await bringInLine(
      manager,
      'event_criterion',
      criteria.criteria.map(({ code, label, verificationLevel }, index) => ({
        code,
        position: index + 1,
        label_fr: label.fr,
        label_en: label.en,
        verification_level: verificationLevel,
      })),
    );
    for (const scale of scales) written += await storeScale(manager, scale);
    return { criteria: criteria.criteria.length, scales: scales.length, written };
  });
}

async function storeScale(manager: EntityManager, scale: EventScaleFile): Promise<number> {
  const row = columnsOf(scale);
  const names = Object.keys(row).filter((name) => !['state', 'in_force_to'].includes(name));
  const [kept] = await manager.query<{ said: object; state: string; to: string | null }[]>(
    `select jsonb_build_object(${names.map((name) => `'${name}', t.${name}`).join(', ')}) as said, t.state,
       t.in_force_to::text as to
     from scale_definition t where t.code = $1 and t.number = $2`,
    [scale.code, scale.version],
  );
  if (!kept) {
    await insertRows(manager, 'scale_definition', identified([row]));
    return 1;
  }
  const said = Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
  if (!isDeepStrictEqual(kept.said, said))
    throw new TemplateFileError({
      code: 'PUBLISHED_CONTENT_CHANGED',
      file: `event-scales (${scale.code} v${scale.version})`,
      problem: 'the scale is already there with another content',
      remedy: 'Put it back as it was, and add another version',
    });
  if (kept.state === row.state && kept.to === row.in_force_to) return 0;
  await manager.query(
    `update scale_definition set state = $3, in_force_to = $4, version = version + 1, updated_at = now()
     where code = $1 and number = $2`,
    [scale.code, scale.version, row.state, row.in_force_to],
  );
  return 1;
}

function columnsOf(scale: EventScaleFile) {
  return {
    code: scale.code,
    number: scale.version,
    state: scale.status,
    is_loaded: true,
    title_fr: scale.title.fr,
    title_en: scale.title.en,
    note_fr: scale.note.fr,
    note_en: scale.note.en,
    source_fr: scale.source.fr,
    source_en: scale.source.en,
    url: scale.url ?? null,
    verification_level: scale.verificationLevel,
    in_force_from: scale.inForceFrom ?? null,
    in_force_to: scale.inForceTo ?? null,
    levels: scale.levels,
    axes: scale.axes,
  };
}
