/** Characters of a file name at most, its extension included. */
export const FILE_NAME_LENGTH = 200;

/** Marks that turn the direction of a text, join or hide: `facture\u202Efdp.exe` reads as a PDF. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Co}\p{Cn}]/gu;
/** What one file system or another does not take. */
const FORBIDDEN = /[<>:"|?*]/g;
/** Devices of Windows, whatever their extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;
const LONGEST_EXTENSION = 12;

/**
 * A file name that every system can keep and nobody can be misled by: the last part of a path, in composed form (NFC),
 * without invisible or forbidden characters, dots and spaces at its ends, or names of devices. Accents stay.
 * @returns at most `FILE_NAME_LENGTH` characters, the extension kept; `fichier` when nothing remains
 */
export function cleanFileName(announced: string): string {
  const [last = ''] = announced
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .split(/[/\\]/)
    .map((part) =>
      part
        .replace(FORBIDDEN, '_')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^\.+|[. ]+$/g, ''),
    )
    .filter(Boolean)
    .slice(-1);
  const name = last.trim() || 'fichier';
  return shortened(RESERVED.test(name) ? `_${name}` : name);
}

function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= FILE_NAME_LENGTH) return name;
  const dot = characters.lastIndexOf('.');
  const isExtension = dot > 0 && characters.length - dot <= LONGEST_EXTENSION;
  const extension = isExtension ? characters.slice(dot) : [];
  const stem = characters.slice(0, FILE_NAME_LENGTH - extension.length).join('');
  return stem.replace(/[. ]+$/, '') + extension.join('');
}
