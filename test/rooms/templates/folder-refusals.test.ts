import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyOfTemplates, refusalOf, removeCopies, replaceIn } from './templates-folder';

afterAll(removeCopies);

const CT = 'ct-justification/v1.yaml';

describe('what a refusal says', () => {
  it('names the file, the line, the place and what to do', () => {
    const folder = copyOfTemplates();
    replaceIn(folder, CT, 'scale: CONF4', 'scale: CONF5');
    const refusal = refusalOf(folder);
    expect(refusal.message).toBe(
      'UNKNOWN_SCALE in ct-justification/v1.yaml:95 at /sections/0/criteria/0/scale: "CONF5" is not a scale. ' +
        'Use one of CONF4, RATE, JUST, METRIC, DOSEPOS, or add it to scales.yaml.',
    );
    expect(refusal.line).toBe(95);
  });

  it('lists the keys that are known', () => {
    const folder = copyOfTemplates();
    replaceIn(folder, CT, '        weight: 3', '        wieght: 3\n        weight: 3');
    expect(refusalOf(folder).message).toBe(
      'UNKNOWN_KEY in ct-justification/v1.yaml:94 at /sections/0/criteria/0/wieght: the key "wieght" is not known ' +
        'here. Remove it or correct its spelling; the keys are code, principle, critical, weight, scale, text, ' +
        'evidence, target, references, lineage.',
    );
  });

  it('points at the parent of a key that is missing', () => {
    const folder = copyOfTemplates();
    replaceIn(folder, CT, '\n  en: CT justification audit', '');
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.path, refusal.line]).toEqual(['MISSING_KEY', '/title/en', 8]);
  });
});

describe('a folder that is not right', () => {
  it('refuses YAML that cannot be read, with its line', () => {
    const folder = copyOfTemplates();
    replaceIn(folder, CT, 'code: T1-CT-JUST', 'code: [T1-CT-JUST');
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.line]).toEqual(['YAML_INVALID', CT, 5]);
  });

  it('refuses a key that is given twice', () => {
    const folder = copyOfTemplates();
    replaceIn(folder, CT, 'modality: CT', 'modality: CT\nmodality: MULTI');
    expect([refusalOf(folder).code, refusalOf(folder).line]).toEqual(['YAML_INVALID', 12]);
  });

  it('refuses anchors and aliases', () => {
    const folder = copyOfTemplates();
    replaceIn(folder, CT, 'modality: CT', 'modality: &ct CT');
    replaceIn(folder, CT, 'status: PUBLISHED', 'status: PUBLISHED\nsourceVersion: *ct');
    expect(refusalOf(folder).code).toBe('YAML_INVALID');
  });

  it.each(['scales.yaml', 'crosswalk.yaml', 'deadlines.yaml', 'schemas/template.schema.json'])(
    'refuses the absence of %s',
    (file) => {
      const folder = copyOfTemplates();
      rmSync(join(folder, file));
      expect([refusalOf(folder).code, refusalOf(folder).file]).toEqual(['FILE_MISSING', file]);
    },
  );

  it('refuses a folder that is not there', () => {
    const refusal = refusalOf(join(copyOfTemplates(), 'nowhere'));
    expect([refusal.code, refusal.file]).toEqual(['FILE_MISSING', '.']);
  });

  it('refuses a template without a version', () => {
    const folder = copyOfTemplates();
    mkdirSync(join(folder, 'ultrasound'));
    expect([refusalOf(folder).code, refusalOf(folder).file]).toEqual(['FILE_MISSING', 'ultrasound/v1.yaml']);
  });

  it.each([
    'scales.yml',
    'ct-justification/v02.yaml',
    'ct-justification/v1.yml',
    'ct-justification/notes.txt',
  ])('refuses %s, which nothing would read', (file) => {
    const folder = copyOfTemplates();
    writeFileSync(join(folder, file), 'a: 1\n');
    expect([refusalOf(folder).code, refusalOf(folder).file]).toEqual(['FILE_UNEXPECTED', file]);
  });

  it('refuses a schema that is not one', () => {
    const folder = copyOfTemplates();
    replaceIn(folder, 'schemas/scales.schema.json', '"type": "object"', '"type": "thing"');
    expect([refusalOf(folder).code, refusalOf(folder).file]).toEqual([
      'SCHEMA_INVALID',
      'schemas/scales.schema.json',
    ]);
  });
});
