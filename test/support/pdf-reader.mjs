// Reads the PDF on its standard input and writes what is in it as JSON. A process of its own, since pdf.js is loaded by
// `import()`, which jest does not let through.
import { buffer } from 'node:stream/consumers';
import { getDocumentProxy } from 'unpdf';

const pdf = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)), { verbosity: 0 });
const { info } = await pdf.getMetadata();
const pages = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent();
  pages.push({
    text: items.map((item) => item.str + (item.hasEOL ? '\n' : '')).join(''),
    width: page.getViewport({ scale: 1 }).width,
    right: Math.max(...items.map((item) => item.transform[4] + item.width)),
  });
}
const outline = ((await pdf.getOutline()) ?? []).map(({ title }) => title);
process.stdout.write(JSON.stringify({ title: info.Title, outline, pages }));
