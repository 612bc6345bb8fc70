// Reads the PDF on its standard input and writes the text of each page as JSON. A process of its own, since pdf.js comes by
// `import()` alone, which a test that plays the demonstration does not let through.
import { buffer } from 'node:stream/consumers';
import { getDocumentProxy } from 'unpdf';

const pdf = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)), { verbosity: 0 });
const pages = [];
for (let number = 1; number <= pdf.numPages; number += 1) {
  const { items } = await (await pdf.getPage(number)).getTextContent();
  pages.push(items.map(({ str }) => str).join(''));
}
process.stdout.write(JSON.stringify(pages));
