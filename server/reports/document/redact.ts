import { KEPT_ITEMS, REDACTION } from './redaction';
import { REPORT_AUDIENCES, type ReportAudience, type ReportDocument } from './report-document';

/** What is left of a value: any part of an object can be missing. */
export type Redacted<Value> = Value extends readonly (infer Item)[]
  ? readonly Redacted<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: Redacted<Value[Key]> }
    : Value;

/** What one audience may read of a report, frozen with it, under its hash. */
export interface VariantDocument {
  schema: { name: 'vis-a-vis/report-variant'; version: 1 };
  audience: ReportAudience;
  /** The whole report, whatever is left of it here. */
  report: { number: number; sha256: string };
  document: Redacted<ReportDocument>;
}

const READERS: ReadonlyMap<string, readonly ReportAudience[]> = new Map(Object.entries(REDACTION));

/** Every path at which an audience reads something, and all that leads there. */
const OPEN = new Map(REPORT_AUDIENCES.map((audience) => [audience, openPaths(audience)]));

/**
 * The part of a report that an audience may read, by `REDACTION` and `KEPT_ITEMS`. Whatever these do not name is left out,
 * an empty list or an absent object included: that there is none would already tell.
 */
export function redact(report: ReportDocument, audience: ReportAudience): Redacted<ReportDocument> {
  return without(report, '', audience) ?? {};
}

/** The variant of a report for an audience. @param sha256 of the whole report */
export function variantOf(report: ReportDocument, sha256: string, audience: ReportAudience): VariantDocument {
  return {
    schema: { name: 'vis-a-vis/report-variant', version: 1 },
    audience,
    report: { number: report.number, sha256 },
    document: redact(report, audience),
  };
}

/** A value at a path as an audience reads it; undefined when it does not. */
function without(value: unknown, path: string, audience: ReportAudience): unknown {
  if (path !== '' && !OPEN.get(audience)?.has(path)) return undefined;
  if (Array.isArray(value)) {
    const item = `${path}[]`;
    return value
      .filter((each) => isKept(each, item, audience))
      .map((each: unknown) => without(each, item, audience))
      .filter((each) => each !== undefined);
  }
  if (value === null) return null;
  if (typeof value !== 'object') return isRead(path, audience) ? value : undefined;
  const kept = Object.entries(value).flatMap(([key, part]) => {
    const left = without(part, path === '' ? key : `${path}.${key}`, audience);
    return left === undefined ? [] : [[key, left] as const];
  });
  return Object.fromEntries(kept);
}

function isRead(path: string, audience: ReportAudience): boolean {
  return READERS.get(path)?.includes(audience) ?? false;
}

function isKept(item: unknown, path: string, audience: ReportAudience): boolean {
  return KEPT_ITEMS.filter((rule) => rule.path === path && rule.audience === audience).every(({ where }) =>
    Object.entries(where).every(([field, values]) =>
      values.includes(String((item as Readonly<Record<string, unknown>>)[field])),
    ),
  );
}

function openPaths(audience: ReportAudience): ReadonlySet<string> {
  const read = [...READERS.keys()].filter((path) => isRead(path, audience));
  return new Set(read.flatMap(prefixes));
}

/** `a.b[].c` → `a`, `a.b`, `a.b[]`, `a.b[].c`. */
function prefixes(path: string): string[] {
  return [...path.matchAll(/\.|\[\]/g)]
    .flatMap(({ 0: mark, index }) => [
      path.slice(0, index),
      ...(mark === '[]' ? [path.slice(0, index + 2)] : []),
    ])
    .concat(path);
}
