import type { Block, Cell, Plot } from './blocks';
import type { PrintableReport } from './report-parts';
import { STYLE } from './style';

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** A text as it stands in HTML and in its attributes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES.get(character) ?? '');
}

/**
 * A report as one HTML file that needs nothing else: no script, no address, styles and drawings within. It is well-formed
 * XML as well, and forbids the browser to run anything, should there be something to run after all.
 */
export function reportHtml(report: PrintableReport): string {
  const { language, title, running, platform, contents, summary, body } = report;
  const headings = [...summary, ...body].filter((block) => block.kind === 'heading' && block.level < 3);
  return `<!DOCTYPE html>
<html lang="${language}" xmlns="http://www.w3.org/1999/xhtml">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="running">${escape(platform)}</p>
<h1>${escape(title)}</h1>
</header>
<main>
${printed(summary)}
<nav aria-labelledby="contents">
<h2 id="contents">${escape(contents)}</h2>
<ol>
${headings.map(entry).join('\n')}
</ol>
</nav>
${printed(body)}
</main>
<footer><p class="running">${escape(running)}</p></footer>
</body>
</html>
`;
}

function entry(heading: Block): string {
  if (heading.kind !== 'heading') return '';
  return `<li class="level-${heading.level}"><a href="#${heading.id}">${escape(heading.text)}</a></li>`;
}

function printed(blocks: readonly Block[]): string {
  return blocks.map(block).join('\n');
}

function block(each: Block): string {
  switch (each.kind) {
    case 'heading': {
      // The title is the first level.
      const tag = `h${each.level + 1}`;
      return `<${tag} id="${each.id}">${escape(each.text)}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${escape(each.text)}</p>`;
    case 'quotation':
      return `<blockquote dir="auto"><p>${escape(each.text)}</p></blockquote>`;
    case 'code':
      return `<pre><code>${escape(each.text)}</code></pre>`;
    case 'list':
      return each.items.length === 0
        ? ''
        : `<ul>${each.items.map((item) => `<li dir="auto">${escape(item)}</li>`).join('')}</ul>`;
    case 'facts':
      return `<dl>${each.facts
        .map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${escape(value)}</dd></div>`)
        .join('')}</dl>`;
    case 'figure':
      return `<figure>${drawing(each.plot)}<figcaption>${escape(each.caption)}</figcaption></figure>`;
    case 'table':
      return tableOf(each);
  }
}

function tableOf({ caption, columns, rows }: Extract<Block, { kind: 'table' }>): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns
    .map(({ share }) => `<col style="width: ${((share / whole) * 100).toFixed(1)}%" />`)
    .join('');
  const side = (index: number): string => (columns[index]?.align === 'end' ? ' class="end"' : '');
  const titles = columns
    .map(({ title }, index) => `<th scope="col"${side(index)}>${escape(title)}</th>`)
    .join('');
  const body = rows
    .map((cells) => {
      const inner = cells.map((value, index) =>
        index === 0 ? `<th scope="row">${cell(value)}</th>` : `<td${side(index)}>${cell(value)}</td>`,
      );
      return `<tr>${inner.join('')}</tr>`;
    })
    .join('\n');
  return `<table>
<caption>${escape(caption)}</caption>
<colgroup>${widths}</colgroup>
<thead><tr>${titles}</tr></thead>
<tbody>
${body}
</tbody>
</table>`;
}

function cell(value: Cell): string {
  return typeof value === 'string' ? escape(value) : drawing(value);
}

function drawing({ svg, alt }: Plot): string {
  return svg.replace('<svg ', `<svg role="img" aria-label="${escape(alt)}" `);
}
