/** How a report looks in a browser, and on paper when printed from there. */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem; color: #111; background: #fff;
  font: 1rem/1.5 'Libertinus Serif', Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; hyphens: auto; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0.3em 0 1em; }
h2 { font-size: 1.35rem; margin: 2em 0 0.6em; border-bottom: 1px solid #111; }
h3 { font-size: 1.1rem; margin: 1.6em 0 0.4em; }
h4 { font-size: 1rem; margin: 1.4em 0 0.3em; }
.running { color: #595959; font-size: 0.85rem; margin: 0; }
nav ol { list-style: none; padding: 0; }
nav .level-2 { padding-left: 1.5rem; font-size: 0.95rem; }
a { color: #111; }
dl { margin: 0.6em 0; }
dl div { display: grid; grid-template-columns: 13rem 1fr; gap: 0 1rem; margin: 0.15em 0; }
dt { color: #444; }
dd { margin: 0; white-space: pre-line; }
blockquote { margin: 0.6em 0 1em; padding-left: 0.9rem; border-left: 3px solid #b5b5b5; }
blockquote p { margin: 0; white-space: pre-line; }
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin: 1em 0 1.5em; font-size: 0.9rem; line-height: 1.35; }
caption { text-align: left; font-weight: bold; padding-bottom: 0.3em; }
th, td { text-align: left; vertical-align: top; padding: 0.35em 0.5em 0.35em 0; border-bottom: 1px solid #b5b5b5; white-space: pre-line; }
thead th { border-bottom: 1.5px solid #111; }
tbody th { font-weight: normal; }
.end { text-align: right; }
svg { max-width: 100%; height: auto; display: block; }
figure { margin: 1em 0; }
figure svg { margin: 0 auto; }
figcaption { text-align: center; color: #444; font-size: 0.9rem; }
pre { white-space: pre-wrap; font: 0.85rem/1.4 'DejaVu Sans Mono', Consolas, monospace; background: #f2f2f2; padding: 0.6rem; }
footer { margin-top: 3rem; border-top: 1px solid #b5b5b5; padding-top: 0.5rem; }
@page { size: A4; margin: 20mm; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } tr, figure { break-inside: avoid; } h2, h3, h4 { break-after: avoid; } }
`;
