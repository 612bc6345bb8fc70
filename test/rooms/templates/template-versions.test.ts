import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplateFiles } from '../../../server/templates/template-files';
import { copyOfTemplates, refusalOf, removeCopies, setIn } from './templates-folder';

afterAll(removeCopies);

const V1 = 'ct-justification/v1.yaml';
const V2 = 'ct-justification/v2.yaml';
const V10 = 'ct-justification/v10.yaml';

/** A copy in which the CT justification template has a version 2, a draft with the same criteria. */
function withSecondVersion(): string {
  const folder = copyOfTemplates();
  cpSync(join(folder, V1), join(folder, V2));
  setIn(folder, V2, ['version'], 2);
  setIn(folder, V2, ['status'], 'DRAFT');
  return folder;
}

describe('a second version of a template', () => {
  it('is read beside the first, in the order of numbers', () => {
    const folder = withSecondVersion();
    cpSync(join(folder, V2), join(folder, V10));
    setIn(folder, V10, ['version'], 10);
    const own = readTemplateFiles(folder).templates.filter(({ slug }) => slug === 'ct-justification');
    expect(own.map(({ file, content }) => [file, content.version, content.status])).toEqual([
      [V1, 1, 'PUBLISHED'],
      [V2, 2, 'DRAFT'],
      [V10, 10, 'DRAFT'],
    ]);
    expect(new Set(own.map(({ contentHash }) => contentHash)).size).toBe(3);
  });

  it('may say which criteria of the first it comes from', () => {
    const folder = withSecondVersion();
    const lineage = { kind: 'MERGED', from: ['T1-A1', 'T1-A2'] };
    setIn(folder, V2, ['sections', 0, 'criteria', 0, 'lineage'], lineage);
    const second = readTemplateFiles(folder).templates.find(({ file }) => file === V2);
    expect(second?.content.sections[0]?.criteria[0]?.lineage).toEqual(lineage);
  });

  it('is refused when its lineage names a criterion that the first does not have', () => {
    const folder = withSecondVersion();
    setIn(folder, V2, ['sections', 0, 'criteria', 0, 'lineage'], { kind: 'SPLIT', from: ['T1-A1', 'T1-Z9'] });
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual([
      'UNKNOWN_CRITERION',
      V2,
      '/sections/0/criteria/0/lineage/from/1',
    ]);
  });

  it('is refused under another template code', () => {
    const folder = withSecondVersion();
    setIn(folder, V2, ['code'], 'T1-CT-APPROPRIATENESS');
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file, refusal.path]).toEqual(['TEMPLATE_CODE_CHANGED', V2, '/code']);
  });

  it('leaves the crosswalk alone while it is a draft, and must agree with it once published', () => {
    const folder = withSecondVersion();
    setIn(folder, V2, ['sections', 0, 'criteria', 0, 'references'], ['NFS']);
    expect(readTemplateFiles(folder).templates).toHaveLength(8);
    setIn(folder, V2, ['status'], 'PUBLISHED');
    const refusal = refusalOf(folder);
    expect([refusal.code, refusal.file]).toEqual(['CROSSWALK_MISMATCH', 'crosswalk.yaml']);
  });
});
