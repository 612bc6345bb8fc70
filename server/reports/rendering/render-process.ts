import type { RenderingOrder, RenderingWord } from './render-apart';
import { renderHtml, renderPdf } from './render-report';

// The process of `renderApart`: renders one report and waits to be ended, or until its orderer is gone.

function carryOut({ format, report, options }: RenderingOrder): RenderingWord {
  try {
    return {
      bytes: format === 'PDF' ? renderPdf(report, options) : Buffer.from(renderHtml(report, options), 'utf8'),
    };
  } catch (error) {
    return { failed: (error as Error).stack ?? String(error) };
  }
}

process.on('message', (order) => process.send?.(carryOut(order as RenderingOrder)));
// Whoever ordered is gone.
process.once('disconnect', () => process.exit());
