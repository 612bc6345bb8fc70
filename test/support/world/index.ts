import type { TestApi } from '../api';
import { templateVersionId } from '../factories';
import { addAudits, type WorldTemplate } from './world-audits';
import { addProtocols } from './world-doses';
import { addMatching } from './world-matching';
import { addPeople } from './world-people';
import { addSignIn, namesOfSignIn } from './world-sign-in';
import { addSyntheses } from './world-synthesis';
import { addTrail } from './world-trail';
import { typeOfTable, WorldRows } from './world-rows';
export { secretsOf, VIEWERS } from './world-people';
export { typeOfTable, worldId } from './world-rows';

/** What stands for the rows of the published templates, that nobody is kept from. */
export const PUBLISHED = 'published';

/** Everything that a matrix speaks of. */
export interface World {
  /** Name of each row, by table and id; several rows may go under one name. */
  names: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Tables whose rows were loaded with the templates, and stand under one name. */
const LOADED = [
  'audit_template',
  'template_version',
  'section',
  'criterion',
  'criterion_lineage',
  'crosswalk',
  'reference_text',
  'reference_family',
  'scale',
  'evidence_kind',
  'conflict_rule',
  'deadline_rule',
  'rule_setting',
  'verification_level',
  'exam_type',
  'dose_population',
  'reference_level_source',
  'reference_level',
];

/**
 * Fills a database with one world: two services in every state of an audit and a third elsewhere, people in every relation
 * to them. The same ids and names every time.
 */
export async function buildWorld(api: TestApi): Promise<World> {
  const rows = new WorldRows();
  const template = await templateOf(api);
  addPeople(rows);
  addDraftTemplate(rows, template, await anyLevel(api));
  addAudits(rows, template);
  addProtocols(rows);
  addMatching(rows);
  addSyntheses(rows);
  addTrail(rows);
  addSignIn(rows);
  const names = new Map<string, Map<string, string>>();
  for (const table of LOADED) {
    const loaded = await api.sql<{ id: string }>(`select id from ${table}`);
    names.set(table, new Map(loaded.map(({ id }) => [id, PUBLISHED])));
  }
  await rows.write(api);
  const tables = await api.sql<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  for (const { name } of tables) names.set(name, new Map([...(names.get(name) ?? []), ...rows.names(name)]));
  for (const [table, own] of namesOfSignIn(rows)) names.set(table, new Map(own));
  return { names };
}

/** The types of the API that have rows in the world, with their table. */
export function tablesByType(world: World): ReadonlyMap<string, string> {
  return new Map([...world.names.keys()].map((table) => [typeOfTable(table), table]));
}

async function templateOf(api: TestApi): Promise<WorldTemplate> {
  const versionId = await templateVersionId(api);
  const criteria = await api.sql<{ id: string; sectionId: string }>(
    `select distinct on (s.position) c.id, s.id as "sectionId" from section s join criterion c on c.section_id = s.id
     where s.template_version_id = $1 order by s.position, c.position limit 3`,
    [versionId],
  );
  const [frozen] = await api.sql<{ rules: unknown; deadlines: unknown }>(
    `select (select jsonb_agg(jsonb_build_object('code', code, 'number', number, 'predicate', predicate,
         'label', jsonb_build_object('fr', label_fr, 'en', label_en), 'steps', steps) order by code)
       from conflict_rule where is_evaluated and is_enabled_by_default) as rules,
       (select jsonb_agg(jsonb_build_object('code', code, 'days', days, 'months', months,
         'label', jsonb_build_object('fr', label_fr, 'en', label_en)) order by code) from deadline_rule) as deadlines`,
  );
  const [kind] = await api.sql<{ code: string }>('select code from evidence_kind order by code limit 1');
  return {
    versionId,
    criteria,
    evidenceKind: kind?.code ?? '',
    conflictRules: frozen?.rules,
    deadlines: frozen?.deadlines,
  };
}

async function anyLevel(api: TestApi): Promise<string> {
  const [level] = await api.sql<{ code: string }>(
    'select code from verification_level order by position limit 1',
  );
  return level?.code ?? '';
}

/** A version that its editors still write, and what belongs to it. */
function addDraftTemplate(rows: WorldRows, template: WorldTemplate, verification_level: string): void {
  const words = { title_fr: 'Brouillon', title_en: 'Draft' };
  const reference_text_id = rows.add('reference_text', 'of a draft', {
    code: 'REF-WORLD',
    ...words,
    locator_fr: 'article',
    locator_en: 'article',
    verification_level,
  });
  const audit_template_id = rows.add('audit_template', 'draft', { code: 'T-WORLD', slug: 'world' });
  const template_version_id = rows.add('template_version', 'draft', {
    audit_template_id,
    number: 1,
    ...words,
    modality: 'CT',
    audit_unit_fr: 'unité',
    audit_unit_en: 'unit',
    content_hash: 'draft',
  });
  const section_id = rows.add('section', 'draft', { template_version_id, code: 'D1', position: 1, ...words });
  const criterion_id = rows.add('criterion', 'draft', {
    template_version_id,
    section_id,
    code: 'D1.1',
    position: 1,
    principle: 'JUSTIFICATION',
    is_critical: false,
    weight: 1,
    scale_code: 'CONF4',
    text_fr: 'Critère',
    text_en: 'Criterion',
  });
  rows.add('criterion_lineage', 'draft', {
    from_criterion_id: template.criteria[0]?.id,
    to_criterion_id: criterion_id,
    kind: 'REWORDED',
  });
  rows.add('crosswalk', 'draft', { criterion_id, reference_text_id, position: 1 });
}
