import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { loadReferenceLevels } from '../../server/measures';
import { openApi, type ApiClient, type Json, type TestApi } from '../support/api';
import { connectTo } from '../support/data-source';
import { makeAccount, makeService } from '../support/factories';
import { copyOfTemplates, removeCopies, setIn, SHIPPED } from '../rooms/templates/templates-folder';

let api: TestApi;
let dataSource: DataSource;
let coordinator: ApiClient;
beforeAll(async () => {
  api = await openApi();
  dataSource = await connectTo(api);
  coordinator = api.as((await makeAccount(api, { roles: ['COORDINATOR'] })).accountId);
});
afterAll(async () => {
  removeCopies();
  await dataSource.destroy();
  await api.close();
});

const HEADER = 'exam;population;quantity;unit;nrd;vgd;min_sample_size;phantom_cm;valid_from;valid_to';
const LINES =
  'lines { line outcome examCode population quantity unit nrd vgd userErrors { code path message } } addedCount';

const table = (...lines: string[]) => ({
  csv: [HEADER, ...lines].join('\n'),
  sourceCode: 'ASN-2019-DC-0667',
  url: 'https://www.legifrance.gouv.fr/jorf/id/example',
  statement: 'Relu par deux personnes sur le Journal officiel du 30 mai 2019.',
  isDryRun: false,
});
const levels = () =>
  api.sql('select exam_code, population, quantity, nrd, vgd from reference_level order by created_at, id');
const outcomes = (payload: Json) => payload.lines.map((line: Json) => [line.line, line.outcome]);

describe('the shipped file', () => {
  test('is loaded once: a second load, and three at once, write nothing', async () => {
    const counts = { examTypes: 42, levels: 159 };
    const reports = await Promise.all([1, 2, 3].map(() => loadReferenceLevels(dataSource, SHIPPED)));
    expect(reports).toEqual(Array(3).fill({ ...counts, written: 0 }));
    const uses = await api.sql(
      `select s.use, count(*)::int as levels from reference_level l join reference_level_source s on s.code = l.source_code
       group by s.use order by s.use`,
    );
    expect(uses).toEqual([
      { use: 'CURRENT_NATIONAL', levels: 11 },
      { use: 'FALLBACK_EU', levels: 27 },
      { use: 'FOREIGN_COMPARATOR', levels: 36 },
      { use: 'HISTORICAL', levels: 85 },
    ]);
  });

  test('has no current level for adult CT, since nobody has read one', async () => {
    const { data } = await coordinator.run(
      `query { referenceLevels(first: 100, filter: { sourceCodes: ["ASN-2019-DC-0667"] }) { totalCount nodes {
         quantity unit nrd vgd examType { code label modality } population { label(locale: en) }
         source { use title(locale: en) url inForceFrom } verification minSampleSize minSampleBasis } } }`,
    );
    expect(data.referenceLevels.totalCount).toBe(11);
    const chest = data.referenceLevels.nodes.find((node: Json) => node.examType.code === 'RX-THX-F');
    expect(chest).toMatchObject({
      quantity: 'PDS',
      unit: 'mGy.cm2',
      nrd: 200,
      vgd: 150,
      population: { label: 'Adult' },
      source: { use: 'CURRENT_NATIONAL', inForceFrom: '2019-07-01' },
      verification: 'OFFICIAL_TEXT',
      minSampleSize: 30,
      minSampleBasis: 'CARRIED_OVER_FROM_2011',
    });
    expect(data.referenceLevels.nodes.every((node: Json) => node.examType.modality === 'RADIOGRAPHY')).toBe(
      true,
    );
  });

  test('a level with other figures stops the load; one with a new first day is added beside it', async () => {
    const folder = copyOfTemplates();
    setIn(folder, 'reference-levels.yaml', ['levels', 0, 'nrd'], 190);
    await expect(loadReferenceLevels(dataSource, folder)).rejects.toMatchObject({
      code: 'PUBLISHED_CONTENT_CHANGED',
      path: '/levels/0',
    });
    setIn(folder, 'reference-levels.yaml', ['levels', 0, 'nrd'], 200);
    setIn(folder, 'reference-levels.yaml', ['levels', 159], {
      source: 'ASN-2019-DC-0667',
      exam: 'RX-THX-F',
      population: 'ADULT',
      quantity: 'PDS',
      scope: 'VIEW',
      unit: 'mGy.cm2',
      nrd: 180,
      vgd: 130,
      verification: 'OFFICIAL_TEXT',
      validFrom: '2028-01-01',
    });
    expect((await loadReferenceLevels(dataSource, folder)).written).toBe(1);
    const kept = await api.sql(
      `select nrd, valid_from from reference_level
       where source_code = 'ASN-2019-DC-0667' and exam_code = 'RX-THX-F' order by nrd`,
    );
    expect(kept).toEqual([
      { nrd: 180, valid_from: '2028-01-01' },
      { nrd: 200, valid_from: null },
    ]);
  });

  test.each([
    [['levels', 3, 'unit'], 'mGy', 'WRONG_UNIT'],
    [['levels', 3, 'exam'], 'NO-SUCH', 'UNKNOWN_EXAM_TYPE'],
    [['levels', 3, 'population'], 'NO-SUCH', 'UNKNOWN_POPULATION'],
    [['levels', 3, 'source'], 'NO-SUCH', 'UNKNOWN_LEVEL_SOURCE'],
    [['levels', 3, 'vgd'], 99999, 'INVALID_VALUE'],
    [['levels', 3, 'nrd'], -1, 'INVALID_VALUE'],
    [['levels', 3, 'verification'], 'RECALLED', 'INVALID_VALUE'],
    [['levels', 3, 'verification'], 'STATED_BY_IMPORTER', 'INVALID_VALUE'],
    [['levels', 3, 'colour'], 'blue', 'UNKNOWN_KEY'],
    [['examTypes', 1, 'code'], 'RX-THX-F', 'DUPLICATE_CODE'],
  ])('refuses %j = %j with %s', async (place, value, code) => {
    const folder = copyOfTemplates();
    setIn(folder, 'reference-levels.yaml', place, value);
    await expect(loadReferenceLevels(dataSource, folder)).rejects.toMatchObject({ code });
  });

  test('lists every examination that templates name', async () => {
    const folder = copyOfTemplates();
    setIn(folder, 'vocabulary.yaml', ['examTypes', 0, 'code'], 'CT-NEW');
    await expect(loadReferenceLevels(dataSource, folder)).rejects.toMatchObject({
      code: 'UNKNOWN_EXAM_TYPE',
      file: 'vocabulary.yaml',
    });
  });
});

describe('referenceLevelsImport', () => {
  test('shows in a dry run what it would do and writes nothing, then does it', async () => {
    const before = await levels();
    const input = table(
      'CT-TAP;ADULT;IDSV;mGy;11,5;8;30;32;;',
      'CT-TAP;ADULT;PDL;mGy.cm;750;;30;32;;',
      'RX-OPT;ADULT;PDS;cGy.cm2;20;15;;;2028-01-01;',
    );
    const dry = await coordinator.act('referenceLevelsImport', { ...input, isDryRun: true }, LINES);
    expect(outcomes(dry)).toEqual([
      [2, 'ADDED'],
      [3, 'ADDED'],
      [4, 'ADDED'],
    ]);
    expect(dry.addedCount).toBe(0);
    expect(dry.lines[2]).toMatchObject({ unit: 'mGy.cm2', nrd: 200, vgd: 150 });
    expect(await levels()).toEqual(before);
    const done = await coordinator.act('referenceLevelsImport', input, LINES);
    expect(done).toMatchObject({ addedCount: 3, userErrors: [] });
    const again = await coordinator.act('referenceLevelsImport', input, LINES);
    expect(again.addedCount).toBe(0);
    expect(outcomes(again)).toEqual([
      [2, 'UNCHANGED'],
      [3, 'UNCHANGED'],
      [4, 'UNCHANGED'],
    ]);
    expect(await levels()).toHaveLength(before.length + 3);
  });

  test('refuses lines one by one with the column and the reason, and takes the others', async () => {
    const payload = await coordinator.act(
      'referenceLevelsImport',
      table(
        'CT-XYZ;ADULT;IDSV;mGy;11;8;30;32;;',
        'CT-RCE;BABY;IDSV;mGy;11;8;30;32;;',
        'CT-RCE;ADULT;DOSE;mGy;11;8;30;32;;',
        'CT-RCE;ADULT;IDSV;mGy.cm;11;8;30;32;;',
        'CT-RCE;ADULT;IDSV;mGy;beaucoup;8;30;32;;',
        'CT-RCE;ADULT;IDSV;mGy;8;11;30;32;;',
        'CT-RCE;ADULT;IDSV;mGy;11;8;2,5;24;2028-02-30;',
        'CT-RCE;ADULT;IDSV;mGy;11',
        'CT-RCE;ADULT;IDSV;mGy;11;8;30;32;2028-01-01;2027-01-01',
        'CT-RCE;ADULT;IDSV;mGy;11;8;30;32;;',
        'CT-RCE;ADULT;IDSV;mGy;12;8;30;32;;',
      ),
      LINES,
    );
    expect(
      payload.lines.map(({ outcome, userErrors }: Json) => [
        outcome,
        ...userErrors.map(({ code, path }: Json) => `${code} ${path?.[0] ?? ''}`.trim()),
      ]),
    ).toEqual([
      ['REFUSED', 'LEVEL_EXAM_UNKNOWN exam'],
      ['REFUSED', 'LEVEL_POPULATION_UNKNOWN population'],
      ['REFUSED', 'LEVEL_QUANTITY_UNKNOWN quantity'],
      ['REFUSED', 'LEVEL_UNIT_UNKNOWN unit'],
      ['REFUSED', 'LEVEL_VALUE_REFUSED nrd'],
      ['REFUSED', 'LEVEL_GUIDE_ABOVE vgd'],
      [
        'REFUSED',
        'LEVEL_VALUE_REFUSED min_sample_size',
        'LEVEL_VALUE_REFUSED phantom_cm',
        'LEVEL_VALUE_REFUSED valid_from',
      ].sort((a, b) => (a === 'REFUSED' ? -1 : b === 'REFUSED' ? 1 : 0)),
      ['REFUSED', 'LEVEL_COLUMN_COUNT'],
      ['REFUSED', 'LEVEL_VALUE_REFUSED valid_to'],
      ['ADDED'],
      ['REFUSED', 'LEVEL_TWICE exam'],
    ]);
    expect(payload.addedCount).toBe(1);
  });

  test('shows a conflict with what is there, and leaves that as it is', async () => {
    const before = await levels();
    const payload = await coordinator.act(
      'referenceLevelsImport',
      table('RX-ASP;ADULT;PDS;mGy.cm2;3000;2300;30;;;'),
      LINES,
    );
    expect(outcomes(payload)).toEqual([[2, 'CONFLICT']]);
    expect(payload.lines[0].userErrors).toMatchObject([{ code: 'LEVEL_CONFLICT' }]);
    expect(payload.lines[0].userErrors[0].message).toContain('3400');
    expect(await levels()).toEqual(before);
  });

  test('takes a source that is new with its title, and refuses one without', async () => {
    const sourceCode = `TEST-${randomUUID().slice(0, 8).toUpperCase()}`;
    const input = { ...table('CT-THX;ADULT;IDSV;mGy;9;;;;;'), sourceCode };
    const refused = await coordinator.act('referenceLevelsImport', input, LINES);
    expect(refused.userErrors).toMatchObject([
      { code: 'LEVELS_SOURCE_INCOMPLETE', path: ['input', 'source'] },
    ]);
    const source = {
      titleFr: 'Une décision',
      titleEn: 'A decision',
      use: 'FOREIGN_COMPARATOR',
      inForceFrom: '2026-01-01',
    };
    const made = await coordinator.act('referenceLevelsImport', { ...input, source }, LINES);
    expect(made.addedCount).toBe(1);
    expect(
      await api.sql('select use, url from reference_level_source where code = $1', [sourceCode]),
    ).toEqual([{ use: 'FOREIGN_COMPARATOR', url: input.url }]);
  });

  test('leaves its hash, address and statement in the trail', async () => {
    const input = table('CT-ENC;ADULT;IDSV;mGy;46;38;30;16;2027-01-01;');
    await coordinator.act('referenceLevelsImport', input, LINES);
    const [entry] = await api.sql<{ leaf: string }>(
      `select p.after as leaf from trail_payload p join trail_entry e on e.id = p.entry_id
       where e.act = 'referenceLevelsImport' and p.operation = 'DETAIL' order by e.created_at desc limit 1`,
    );
    expect(entry?.leaf).toContain(input.statement);
  });

  test.each([
    [{ csv: 'exam;population\nCT-TAP;ADULT' }, 'FILE_REFUSED', ['input', 'csv']],
    [{ csv: '' }, 'FILE_REFUSED', ['input', 'csv']],
    [{ url: 'http://example.org' }, 'URL_NOT_SECURE', ['input', 'url']],
    [{ statement: 'oui' }, 'VALIDATION', ['input', 'statement']],
  ])('refuses %j with %s', async (change, code, path) => {
    const payload = await coordinator.act('referenceLevelsImport', { ...table('x'), ...change }, LINES);
    expect(payload.userErrors).toMatchObject([{ code, path }]);
  });

  test('is for the coordination and the editors of templates', async () => {
    const editor = api.as((await makeAccount(api, { roles: ['TEMPLATE_EDITOR'] })).accountId);
    const manager = api.as((await makeService(api)).managerId);
    const input = table('CT-RLO;ADULT;IDSV;mGy;28;;;;;');
    expect((await manager.act('referenceLevelsImport', input)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await editor.act('referenceLevelsImport', input, LINES)).addedCount).toBe(1);
  });
});
