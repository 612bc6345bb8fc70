import path from 'node:path';
import { startApart } from '../../kernel/start-apart';
import { turns } from '../../kernel/turns';
import type { RenderingOptions, ShownReport } from './shown-report';

/** What the process is told. */
export interface RenderingOrder {
  format: 'PDF' | 'HTML';
  report: ShownReport;
  options: RenderingOptions;
}

/** What it says. */
export type RenderingWord = { bytes: Uint8Array } | { failed: string };

/** A report could not be rendered: the process died, said so, or took too long. */
export class RenderingFailure extends Error {}

/** So many wait already that a new one would hardly be served. */
export class RenderingBusy extends Error {}

/** Reports of one process that are rendered at the same time; the others wait for their turn. */
const AT_ONCE = 2;
const WAITING_AT_MOST = 50;
const SECONDS = 60;

const inTurn = turns(AT_ONCE, WAITING_AT_MOST);

/**
 * Renders a report in a process of its own: a large one takes a second or two, in which this one would answer nobody, and
 * what ever goes wrong in the layout engine ends there. It inherits no setting, so that it has none to lose.
 * @throws RenderingFailure, RenderingBusy
 */
export async function renderApart(
  format: RenderingOrder['format'],
  report: ShownReport,
  options: RenderingOptions,
): Promise<Uint8Array> {
  const bytes = await inTurn(() => render({ format, report, options }));
  if (!bytes) throw new RenderingBusy('too many reports wait to be rendered');
  return bytes;
}

function render(order: RenderingOrder): Promise<Uint8Array> {
  const { child, lastWords } = startApart(path.join(__dirname, 'render-process'));
  return new Promise<Uint8Array>((resolve, reject) => {
    const fail = (why: string): void => reject(new RenderingFailure(`${why} ${lastWords()}`.trim()));
    const timer = setTimeout(() => fail(`it took longer than ${SECONDS} seconds`), SECONDS * 1000);
    child.on('message', (word: RenderingWord) => {
      if ('bytes' in word) resolve(word.bytes);
      else fail(word.failed);
    });
    child.on('error', (error) => fail(error.message));
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      fail(`the process ended with ${signal ?? String(code)}`);
    });
    child.send(order, () => undefined);
  }).finally(() => child.kill('SIGKILL'));
}
