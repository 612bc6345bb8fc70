import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { parse } from 'yaml';
import { loadTemplates } from '../../server/templates';
import {
  copyOfTemplates,
  removeCopies,
  replaceIn,
  setIn,
  SHIPPED,
} from '../rooms/templates/templates-folder';
import { openApi, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';

const FILE = 'ct-justification/v1.yaml';
const TABLES = [
  'scale',
  'evidence_kind',
  'verification_level',
  'reference_text',
  'audit_template',
  'template_version',
  'section',
  'criterion',
  'criterion_lineage',
  'crosswalk',
  'conflict_rule',
  'deadline_rule',
  'rule_setting',
];

let api: TestApi;
let dataSource: DataSource;

beforeEach(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
});

afterEach(async () => {
  await dataSource.destroy();
  await api.close();
  removeCopies();
});

/** Every row of every table of the room, with the transaction that wrote it: a rewritten row would differ. */
async function everything(): Promise<Record<string, string>> {
  const content: Record<string, string> = {};
  for (const table of TABLES) {
    const [row] = await api.sql<{ content: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t.xmin::text || t::text, chr(10) order by t::text), '')) as content
       from ${table} t`,
    );
    content[table] = String(row?.content);
  }
  return content;
}

/** The shipped folder with one more version of the CT justification template. */
function withSecondVersion(status: string): string {
  const folder = copyOfTemplates();
  const second = 'ct-justification/v2.yaml';
  copyFileSync(join(folder, FILE), join(folder, second));
  replaceIn(folder, second, 'version: 1\n', 'version: 2\n');
  replaceIn(folder, second, 'status: PUBLISHED', `status: ${status}`);
  return folder;
}

/** The crosswalk of a folder without the criteria that begin so. */
function crosswalkWithout(folder: string, start: string): Record<string, string[]> {
  const { byReference } = parse(readFileSync(join(folder, 'crosswalk.yaml'), 'utf8')) as {
    byReference: Record<string, string[]>;
  };
  return Object.fromEntries(
    Object.entries(byReference).map(([text, codes]) => [
      text,
      codes.filter((code) => !code.startsWith(start)),
    ]),
  );
}

describe('loading the templates folder', () => {
  it('stores all seven templates, and writes nothing the second time', async () => {
    const counts = await api.sql(
      `select (select count(*)::int from audit_template) as templates,
         (select count(*)::int from template_version where state = 'PUBLISHED' and published_at is not null) as published,
         (select count(*)::int from section) as sections, (select count(*)::int from criterion) as criteria,
         (select count(*)::int from crosswalk) as links, (select count(*)::int from reference_text) as texts,
         (select count(*)::int from criterion_lineage) as lineage`,
    );
    expect(counts).toEqual([
      { templates: 7, published: 7, sections: 35, criteria: 148, links: 575, texts: 74, lineage: 0 },
    ]);
    const before = await everything();

    const report = await loadTemplates(dataSource, SHIPPED);

    expect(report).toEqual({ versions: 7, criteria: 148, written: 0 });
    expect(await everything()).toEqual(before);
  });

  it('takes turns when processes start together', async () => {
    // With what hangs on them: reports too, which nothing takes away while their triggers stand.
    await api.sql(
      `set session_replication_role = replica; truncate ${TABLES.join(', ')} cascade; reset session_replication_role`,
    );
    const reports = await Promise.all([1, 2, 3].map(() => loadTemplates(dataSource, SHIPPED)));
    expect(reports.map(({ written }) => written > 0).sort()).toEqual([false, false, true]);
    expect(await api.sql('select count(*)::int as criteria from criterion')).toEqual([{ criteria: 148 }]);
  });
});

describe('a published version', () => {
  it('with other content under the same number is refused, and nothing at all is stored', async () => {
    const before = await everything();
    const folder = copyOfTemplates();
    replaceIn(folder, FILE, 'Organisation of justification', 'How justification is organised');
    setIn(folder, 'scales.yaml', ['scales', 0, 'title', 'en'], 'Another title');

    await expect(loadTemplates(dataSource, folder)).rejects.toThrow(
      'PUBLISHED_CONTENT_CHANGED in ct-justification/v1.yaml at /version: version 1 of T1-CT-JUST is already published with ' +
        'other content. Put the file back as it was, and write what changes as ct-justification/v2.yaml.',
    );

    expect(await everything()).toEqual(before);
  });

  it('does not become a draft again', async () => {
    const folder = copyOfTemplates();
    setIn(folder, 'crosswalk.yaml', ['byReference'], crosswalkWithout(folder, 'T1-'));
    replaceIn(folder, FILE, 'status: PUBLISHED', 'status: DRAFT');
    await expect(loadTemplates(dataSource, folder)).rejects.toMatchObject({
      code: 'STATUS_REVERSED',
      file: FILE,
      path: '/status',
    });
  });

  it('can be retired, its content untouched', async () => {
    const folder = copyOfTemplates();
    setIn(folder, 'crosswalk.yaml', ['byReference'], crosswalkWithout(folder, 'T1-'));
    replaceIn(folder, FILE, 'status: PUBLISHED', 'status: RETIRED');
    expect((await loadTemplates(dataSource, folder)).written).toBe(1);
    expect(
      await api.sql(
        `select v.state, count(c.id)::int as criteria from template_version v join audit_template t on t.id = v.audit_template_id
         join criterion c on c.template_version_id = v.id where t.code = 'T1-CT-JUST' group by v.state`,
      ),
    ).toEqual([{ state: 'RETIRED', criteria: 20 }]);
  });
});

describe('a second version', () => {
  const kinds = () =>
    api.sql(`select kind, count(*)::int as criteria from criterion_lineage group by kind order by kind`);

  it('stands beside the first, each criterion following from it', async () => {
    const folder = withSecondVersion('PUBLISHED');
    setIn(folder, 'ct-justification/v2.yaml', ['sections', 0, 'criteria', 0, 'lineage'], {
      kind: 'MERGED',
      from: ['T1-A1', 'T1-A2'],
    });
    const report = await loadTemplates(dataSource, folder);
    expect(report).toMatchObject({ versions: 8, criteria: 168 });
    expect(await kinds()).toEqual([
      { kind: 'MERGED', criteria: 2 },
      { kind: 'SAME', criteria: 19 },
    ]);
    expect((await loadTemplates(dataSource, folder)).written).toBe(0);
  });

  it('may change as long as it is a draft, and is fixed once published', async () => {
    const folder = withSecondVersion('DRAFT');
    await loadTemplates(dataSource, folder);
    replaceIn(
      folder,
      'ct-justification/v2.yaml',
      'Organisation of justification',
      'Justification, organised',
    );
    await loadTemplates(dataSource, folder);
    expect(
      await api.sql(
        `select v.number, v.state, s.title_en from template_version v join audit_template t on t.id = v.audit_template_id
         join section s on s.template_version_id = v.id and s.code = 'A' where t.code = 'T1-CT-JUST' order by v.number`,
      ),
    ).toEqual([
      { number: 1, state: 'PUBLISHED', title_en: 'Organisation of justification' },
      { number: 2, state: 'DRAFT', title_en: 'Justification, organised' },
    ]);
    expect(await kinds()).toEqual([{ kind: 'SAME', criteria: 20 }]);

    replaceIn(folder, 'ct-justification/v2.yaml', 'status: DRAFT', 'status: PUBLISHED');
    expect((await loadTemplates(dataSource, folder)).written).toBe(1);
    replaceIn(folder, 'ct-justification/v2.yaml', 'Justification, organised', 'Organised');
    await expect(loadTemplates(dataSource, folder)).rejects.toMatchObject({
      code: 'PUBLISHED_CONTENT_CHANGED',
      file: 'ct-justification/v2.yaml',
    });
  });
});

describe('words, rules and delays', () => {
  it('of scales, evidence and reference texts may be corrected at any time', async () => {
    const folder = copyOfTemplates();
    setIn(folder, 'scales.yaml', ['scales', 0, 'title', 'en'], 'Conformity');
    setIn(folder, 'reference-texts.yaml', ['referenceTexts', 0, 'title', 'en'], 'Another title');
    setIn(folder, 'evidence-catalogue.yaml', ['evidenceKinds', 0, 'label', 'en'], 'Another label');
    expect((await loadTemplates(dataSource, folder)).written).toBe(3);
    expect(await api.sql(`select title_en from scale where code = 'CONF4'`)).toEqual([
      { title_en: 'Conformity' },
    ]);
  });

  it('change by a new version of the rule only', async () => {
    const folder = copyOfTemplates();
    const step = ['rules', 2, 'steps', 0, 'window'];
    setIn(folder, 'conflict-rules.yaml', step, { years: 3 });
    await expect(loadTemplates(dataSource, folder)).rejects.toThrow(
      'PUBLISHED_CONTENT_CHANGED in conflict-rules.yaml at /rules/2: version 1 of rule C03 is already in use with other ' +
        'content. Put it back as it was, and add an entry C03 with version 2.',
    );
    setIn(folder, 'conflict-rules.yaml', ['rules', 2, 'version'], 2);
    expect((await loadTemplates(dataSource, folder)).written).toBe(1);
    expect(
      await api.sql(`select number, steps from conflict_rule where code = 'C03' order by number`),
    ).toEqual([
      { number: 1, steps: [{ level: 'BLOCK', window: { years: 5 } }] },
      { number: 2, steps: [{ level: 'BLOCK', window: { years: 3 } }] },
    ]);
  });

  it('change by a new version of the whole set of delays only', async () => {
    const folder = copyOfTemplates();
    setIn(folder, 'deadlines.yaml', ['deadlines', 0, 'duration'], { days: 60 });
    await expect(loadTemplates(dataSource, folder)).rejects.toMatchObject({
      code: 'PUBLISHED_CONTENT_CHANGED',
      file: 'deadlines.yaml',
      path: '/version',
    });
    setIn(folder, 'deadlines.yaml', ['version'], 2);
    expect((await loadTemplates(dataSource, folder)).written).toBe(20);
  });

  it('count a year of delay as twelve months', async () => {
    expect(
      await api.sql(
        `select days, months, direction, event from deadline_rule where code = 'declarationValidity'`,
      ),
    ).toEqual([{ days: null, months: 12, direction: 'AFTER', event: 'DECLARATION_SIGNED' }]);
  });
});
