import { EICAR, hostileFiles } from '../support/files/hostile-files';
import { byteScanner } from '../support/files/scan-bytes';

const scanner = byteScanner();
afterAll(() => scanner.close());

test('hostile files: none is taken, each for a reason of its own', async () => {
  const files = await hostileFiles();
  const wrong: string[] = [];
  for (const { name, fileName, mediaType, bytes, code } of files) {
    const { verdict } = await scanner.scan(bytes, fileName, mediaType);
    const codes = verdict.reasons.map((reason) => reason.code);
    if (verdict.outcome !== 'REJECTED' || !codes.includes(code))
      wrong.push(`${name}: ${verdict.outcome} ${codes.join(' ')}, not ${code}`);
  }
  console.log(
    `hostile files: ${files.length - wrong.length} of ${files.length} refused for the right reason`,
  );
  expect(wrong).toEqual([]);
  expect(files.length).toBeGreaterThanOrEqual(60);
});

test('EICAR is text to a reader: it takes an antivirus to refuse it', async () => {
  const { verdict } = await scanner.scan(Buffer.from(EICAR), 'a.txt', 'text/plain');
  expect(verdict.outcome).toBe('CLEAN');
});
