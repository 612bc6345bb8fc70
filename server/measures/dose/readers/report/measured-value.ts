import type { DoseNote } from '../../dose-row';
import { readNumber } from '../numbers';
import { convert, readUnit, shownUnit, type Dimension } from '../units';
import { unitLabels, type ContentItem } from './content-tree';
import { TAGS, type DicomItem } from './dicom-item';

/** A value in the unit of its dimension, or why there is none; both null when the report says nothing. */
export interface Measured {
  value: number | null;
  problem: DoseNote | null;
}

const NOTHING: Measured = { value: null, problem: null };

/**
 * A measured quantity of a report. Nothing of what stood there is repeated in a problem but the unit: a number's place may
 * hold anything.
 * @param standardUnit what PS3.16 prescribes for the concept, taken where the report gives a number without any unit
 */
export function measured(
  item: ContentItem | undefined,
  dimension: Dimension,
  standardUnit: string,
): Measured {
  if (!item) return NOTHING;
  const sequence = item.item.items(TAGS.measuredValue)[0];
  const number = sequence ? numberOf(sequence) : null;
  const text = item.item.text(TAGS.textValue);
  if (number === null && text === null) return NOTHING;
  const given = number ?? splitText(text ?? '').number;
  const value = readNumber(given);
  if (value === null) return { value: null, problem: { code: 'VALUE_NOT_A_NUMBER' } };
  const labels = [
    ...(sequence ? unitLabels(sequence) : []),
    ...unitLabels(item.item),
    splitText(text ?? '').unit,
  ];
  const written = labels.filter((label) => label !== '');
  const units = written.length > 0 ? written : [standardUnit];
  const unit = units.map(readUnit).find((known) => known?.dimension === dimension);
  if (!unit)
    return { value: null, problem: { code: 'UNIT_UNKNOWN', params: { unit: shownUnit(written[0] ?? '') } } };
  return { value: convert(value, unit), problem: null };
}

/** The number of a measured value: decimal, floating point or rational; null for an empty one. */
function numberOf(sequence: DicomItem): string | null {
  const decimals = distinct(sequence.values(TAGS.numericValue));
  if (decimals.length > 0) return decimals.join(' \\ ');
  const floats = distinct(sequence.values(TAGS.floatingPointValue));
  if (floats.length > 0) return floats.join(' \\ ');
  const [numerator] = distinct(sequence.values(TAGS.rationalNumerator));
  const [denominator] = distinct(sequence.values(TAGS.rationalDenominator));
  return numerator && denominator ? String(Number(numerator) / Number(denominator)) : null;
}

/** A value repeated is one value; several different ones are none that could be relied on. */
function distinct(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
}

function splitText(text: string): { number: string; unit: string } {
  const parts = /^\s*([+-]?[\d.,]+(?:[eE][+-]?\d+)?)\s*(.*)$/.exec(text);
  return { number: parts?.[1] ?? text, unit: parts?.[2]?.trim() ?? '' };
}
