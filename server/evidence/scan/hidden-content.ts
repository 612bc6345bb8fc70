import { FileRefused } from './findings';

/** Tags and openings that make another program take a file for a page or a script, wherever they stand. */
const MARKUP = /<(?:script|!doctype|html|svg|iframe|object|embed|\?php|\?xml-stylesheet|%@)[\s>/a-z]/i;
const ZIP_END = Buffer.from('504b0506', 'hex');
/** How far from the end programs look for the directory of a ZIP archive: its record and the longest comment. */
const ZIP_END_REACH = 22 + 65_535;

/**
 * Refuses a picture or PDF that is another file as well: an archive that opens from its end, or a page or script for
 * whoever does not look at the first bytes.
 * @throws FileRefused HIDDEN_CONTENT
 */
export function refusePolyglot(bytes: Buffer): void {
  if (bytes.subarray(Math.max(0, bytes.length - ZIP_END_REACH)).includes(ZIP_END))
    throw new FileRefused('HIDDEN_CONTENT', { what: 'ZIP' });
  if (MARKUP.test(bytes.toString('latin1'))) throw new FileRefused('HIDDEN_CONTENT', { what: 'HTML' });
}

/** Tags that fetch or run something, and handlers in any tag: for text, in which no byte stands by chance. */
const MORE_MARKUP =
  /<(?:img|video|audio|body|meta|link|style|form|input|math|base|frame|applet|template)[\s>/]|<[a-z][^<>]{0,300}\son[a-z]{3,20}\s*=|javascript:/i;
/** What scripts of browsers, Windows and Office call, and prose does not. */
const SCRIPT =
  /\b(?:document\.(?:cookie|write|location)|window\.location|eval\s*\(|alert\s*\(|new\s+ActiveXObject|WScript\.|CreateObject\s*\(|Invoke-(?:Expression|WebRequest)|powershell(?:\.exe)?\s+-|cmd(?:\.exe)?\s+\/[ck]\b)/i;

/** The table format that spreadsheets take a text for when it begins like this, macros included. */
const SYLK = /^ID;P[^\n]*\n(?:[^\n]*\n){0,20}?C;(?:[XY]\d|[KE])/;

/** Whether a text is, or holds, markup or a script that runs where it is opened. */
export function isMarkup(text: string): boolean {
  const start = text.slice(0, 1_000).trimStart();
  return (
    [MARKUP, MORE_MARKUP, SCRIPT].some((pattern) => pattern.test(text)) ||
    /^(?:<[!?a-z]|#!|@echo off|\{\\rtf|%!PS|MIME-Version:)/i.test(start) ||
    SYLK.test(start)
  );
}
