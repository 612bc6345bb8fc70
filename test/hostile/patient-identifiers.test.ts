import { cleanLines } from '../support/files/clean-lines';
import { LINE_FILES, fileOfLines } from '../support/files/files-of-lines';
import { identifyingLines } from '../support/files/identifying-lines';
import { byteScanner } from '../support/files/scan-bytes';
import { seeded } from '../support/files/seeded-words';

const SEED = Number(process.env.SCAN_SEED ?? 20_261_126);
const scanner = byteScanner();
afterAll(() => scanner.close());

test('at least 95 % of identifiers are found, in every kind of file', async () => {
  const draw = seeded(SEED);
  const missed: string[] = [];
  let count = 0;
  for (const kind of LINE_FILES)
    for (let index = 0; index < 60; index += 1) {
      const { lines, code } = identifyingLines(draw, index);
      const around = cleanLines(draw);
      const at = draw.below(5);
      const sent = await fileOfLines(kind, [...around.slice(0, at), ...lines, ...around.slice(at)]);
      const { verdict } = await scanner.scan(sent.bytes, sent.fileName, sent.mediaType);
      count += 1;
      if (!verdict.reasons.some((reason) => reason.code === code))
        missed.push(
          `${kind}: ${lines.join(' ¶ ')} → ${verdict.reasons.map((reason) => reason.code).join(' ')}, not ${code}`,
        );
    }
  console.log(
    `seed ${SEED}: ${count - missed.length} of ${count} identifiers found\n${missed.slice(0, 20).join('\n')}`,
  );
  expect(missed.length).toBeLessThanOrEqual(count * 0.05);
});

test('at most 1 % of clean files are doubted', async () => {
  const draw = seeded(SEED + 1);
  const alarms: string[] = [];
  const count = 500;
  for (let index = 0; index < count; index += 1) {
    const kind = draw.of(LINE_FILES);
    const sent = await fileOfLines(kind, cleanLines(draw));
    const { verdict } = await scanner.scan(sent.bytes, sent.fileName, sent.mediaType);
    if (verdict.outcome !== 'CLEAN') alarms.push(`${kind} ${JSON.stringify(verdict.reasons)}`);
  }
  console.log(
    `seed ${SEED}: ${alarms.length} false alarms in ${count} clean files\n${alarms.slice(0, 20).join('\n')}`,
  );
  expect(alarms.length).toBeLessThanOrEqual(count * 0.01);
});
