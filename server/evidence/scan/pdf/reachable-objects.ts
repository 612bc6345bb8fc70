import { PDFArray, PDFDict, PDFRef, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';

/**
 * Every object that can be reached from the catalogue, indirect or within another, with its number where it has one.
 * What former revisions left behind is not among them.
 */
export function reachableObjects(context: PDFContext): [PDFRef | null, PDFObject][] {
  const found: [PDFRef | null, PDFObject][] = [];
  const seen = new Set<string>();
  const waiting: [PDFRef | null, PDFObject | undefined][] = [[null, context.trailerInfo.Root]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [reference, object] = next;
    if (object instanceof PDFRef) {
      if (seen.has(object.tag)) continue;
      seen.add(object.tag);
      waiting.push([object, context.lookup(object)]);
      continue;
    }
    if (object === undefined) continue;
    found.push([reference, object]);
    for (const child of childrenOf(object)) waiting.push([null, child]);
  }
  return found;
}

/** What a dictionary, stream or array holds. */
function childrenOf(object: PDFObject): PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  const dictionary = dictionaryOf(object);
  return dictionary ? dictionary.values() : [];
}

/** The dictionary that an object is or, as a stream, has. */
export function dictionaryOf(object: PDFObject | undefined): PDFDict | null {
  if (object instanceof PDFDict) return object;
  return object instanceof PDFStream ? object.dict : null;
}
