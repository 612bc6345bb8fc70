import type { ChainVerdict, TrailVerdict } from './verify-trail';

/** What was found, for people: one line for each chain, and what is wrong line by line beneath it. */
export function verdictLines(verdict: TrailVerdict): string[] {
  const lines = verdict.chains.flatMap((chain) => [
    chainLine(chain),
    ...chain.problems.map((line) => `       ${line}`),
  ]);
  lines.push(...verdict.problems.map((problem) => `WRONG  ${problem}`));
  const content = verdict.hasContent ? '' : '; payloads are not in this file, their commitments are';
  lines.push(
    verdict.isSound
      ? `The trail is sound: ${verdict.entries} entries in ${verdict.chains.length} chains${content}.`
      : `The trail is NOT sound: ${verdict.entries} entries in ${verdict.chains.length} chains${content}.`,
  );
  return lines;
}

function chainLine({ chain, size, root, erased, kept, held, problems }: ChainVerdict): string {
  const facts = `${size} entries, root ${root.slice(0, 16)}…, ${erased} payloads erased, ${kept} checkpoints agree, ${held} held ones agree`;
  return `${problems.length === 0 ? 'ok   ' : 'WRONG'}  ${chain}: ${facts}`;
}
