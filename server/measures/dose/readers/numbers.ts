/**
 * A number as reports and people write it: `12.5`, `12,5`, `1.6e-005`, ` +3 `, `1 050,5`.
 * @returns null for what is no finite number, or for several
 */
export function readNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00A0\u202F\0]/g, '')
    .replace(/^(\d{1,3}(?:,\d{3})+)(?=\.\d)/, (thousands) => thousands.replaceAll(',', ''))
    .replace(/^([+-]?\d*),(\d+(?:[eE][+-]?\d+)?)$/, '$1.$2');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/.test(plain)) return null;
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}
