/** How far a scan goes before it gives a file up. ASVS 5.0 §5.2 asks for such limits and leaves the figures open. */
export const SCAN_LIMITS = {
  /** Of the process that scans. */
  seconds: 120,
  memoryMegabytes: 1_024,
  /** Of the file. */
  fileBytes: 100 * 2 ** 20,
  fileNameCharacters: 255,
  /** Of archives (Office documents) and of compressed streams (PDF): bytes out per byte in, once `freeBytes` are out. */
  ratio: 100,
  freeBytes: 2 ** 20,
  entries: 1_000,
  unpackedBytes: 200 * 2 ** 20,
  /** Compressed streams of a PDF, one within the other. */
  streamDepth: 4,
  /** Of a picture, whatever it weighs. */
  pixels: 150_000_000,
  /** Of what is read as text. */
  characters: 60_000_000,
  pages: 3_000,
  xmlDepth: 200,
} as const;
