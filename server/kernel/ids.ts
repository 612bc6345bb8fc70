const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID of any version (ids that clients bring may be of any). */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The id that clients see: opaque, unique over all types (Relay). */
export function globalId(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`, 'latin1').toString('base64url');
}

/** Type and UUID of a global id, or null when the text is none. */
export function parseGlobalId(id: string): { type: string; uuid: string } | null {
  const text = Buffer.from(id, 'base64url').toString('latin1');
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const uuid = text.slice(colon + 1);
  return isUuid(uuid) ? { type: text.slice(0, colon), uuid: uuid.toLowerCase() } : null;
}

/**
 * The UUID that an input names: a global id of the expected type, or the bare UUID that the client itself
 * chose when it created the object (offline clients refer to objects the server has not answered for yet).
 * @returns null when the text is neither; callers answer that like an absent object
 */
export function uuidOf(type: string, id: string): string | null {
  if (isUuid(id)) return id.toLowerCase();
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.uuid : null;
}
