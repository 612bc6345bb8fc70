import { codedValueOf, conceptOf, type CodedValue, type Concept } from './concepts';
import { TAGS, type DicomItem } from './dicom-item';

/** Deepest nesting that is followed; the templates of dose reports go to six. */
const DEEPEST = 40;

/** An item of a report's content: what it is about, and the element that holds its value. */
export interface ContentItem {
  /** Null for what a reader of doses does not know. */
  concept: Concept | null;
  item: DicomItem;
  children: ContentItem[];
}

/** A code with the words that stand beside it in the report. */
export interface Code {
  value: CodedValue | null;
  meaning: string | null;
}

/** The content of a report as a tree; what lies too deep is left out. */
export function contentOf(root: DicomItem): ContentItem {
  const top: ContentItem = { concept: conceptNamed(root), item: root, children: [] };
  const open: { node: ContentItem; depth: number }[] = [{ node: top, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next;
    if (depth >= DEEPEST) continue;
    node.children = node.item
      .items(TAGS.content)
      .map((item) => ({ concept: conceptNamed(item), item, children: [] }));
    for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
  return top;
}

/**
 * All items about a concept below one, wherever they stand, nearest first. Items about `within` are not entered: an
 * event inside another keeps its own values.
 */
export function itemsAbout(
  node: ContentItem,
  concept: Concept,
  within: readonly Concept[] = [],
): ContentItem[] {
  const found: ContentItem[] = [];
  let level = node.children;
  while (level.length > 0) {
    const deeper: ContentItem[] = [];
    for (const child of level) {
      if (child.concept === concept) found.push(child);
      else if (child.concept === null || !within.includes(child.concept)) deeper.push(...child.children);
    }
    level = deeper;
  }
  return found;
}

/** The value of a coded item, null for an item without code. */
export function codeOf(item: ContentItem | undefined): Code | null {
  const code = item?.item.items(TAGS.conceptCode)[0];
  if (!code) return null;
  return { value: codedValueOf(schemeOf(code), valueOf(code)), meaning: code.text(TAGS.codeMeaning) };
}

/** Scheme and value of a unit's code, and its words. */
export function unitLabels(measured: DicomItem): string[] {
  const unit = measured.items(TAGS.measurementUnits)[0];
  return unit ? [valueOf(unit), unit.text(TAGS.codeMeaning)].filter((label) => label !== null) : [];
}

/** What a text item says; a UID or a time likewise, whichever of the elements the maker put it into. */
export function textOf(item: ContentItem | undefined): string | null {
  if (!item) return null;
  return (
    item.item.text(TAGS.textValue) ??
    item.item.text(TAGS.uid) ??
    item.item.text(TAGS.dateTime) ??
    codeOf(item)?.meaning ??
    null
  );
}

function conceptNamed(item: DicomItem): Concept | null {
  const name = item.items(TAGS.conceptName)[0];
  return name ? conceptOf(schemeOf(name), valueOf(name)) : null;
}

function schemeOf(code: DicomItem): string | null {
  return code.text(TAGS.codingScheme);
}

function valueOf(code: DicomItem): string | null {
  return code.text(TAGS.codeValue) ?? code.text(TAGS.longCodeValue) ?? code.text(TAGS.urnCodeValue);
}
