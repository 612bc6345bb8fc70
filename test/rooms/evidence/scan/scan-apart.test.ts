import { mkdtempSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scanApart } from '../../../../server/evidence/scan/scan-apart';
import { docx, OFFICE_TYPES, paragraph } from '../../../support/files/office-files';

const folder = mkdtempSync(path.join(tmpdir(), 'vis-a-vis-apart-'));
const file = path.join(folder, 'a');
const word = { fileName: 'a.docx', mediaType: OFFICE_TYPES.docx };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file that takes too long gives no verdict', async () => {
  writeFileSync(file, docx(paragraph('Bonjour ').repeat(1_000)));
  await expect(scanApart(file, word, `${file}.clean`, { seconds: 0.01 })).rejects.toMatchObject({
    code: 'TIMED_OUT',
  });
  expect(existsSync(`${file}.clean`)).toBe(false);
});

test('a file that takes too much memory gives no verdict', async () => {
  // Much text that hardly packs: within every limit of an archive.
  const words = Array.from(
    { length: 400_000 },
    (_, index) => `<w:t>${(index * 2_654_435_761) % 4_294_967_296}</w:t>`,
  ).join('');
  writeFileSync(file, docx(`<w:p>${words}</w:p>`));
  await expect(scanApart(file, word, `${file}.clean`, { memoryMegabytes: 96 })).rejects.toMatchObject({
    code: 'OUT_OF_MEMORY',
  });
});

test('a file that is not there gives no verdict', async () => {
  await expect(scanApart(path.join(folder, 'none'), word, `${file}.clean`)).rejects.toMatchObject({
    code: 'DIED',
  });
});
