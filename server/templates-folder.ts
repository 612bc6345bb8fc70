import path from 'node:path';

/** Where the audit templates lie, from the sources as from what is built of them. */
export const TEMPLATES_FOLDER = path.resolve(
  __dirname,
  __filename.endsWith('.ts') ? '../audit-templates' : '../../audit-templates',
);
