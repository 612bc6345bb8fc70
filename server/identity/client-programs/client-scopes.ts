/**
 * What a token of a client program may call, by scope: root queries and mutations, and nothing that is not listed. The
 * roles of its account decide on top what it sees there. Each scope's name is the one that OAuth clients ask for.
 */
export const CLIENT_SCOPES = {
  REGISTRY_READ: {
    name: 'registry:read',
    words: 'Lire les organisations, les services audités et les auditeurs.',
    roots: ['organisation', 'auditedServices', 'auditedService', 'auditors', 'auditor'],
  },
  CAMPAIGNS_READ: {
    name: 'campaigns:read',
    words: 'Lire les campagnes et les référentiels.',
    roots: ['campaigns', 'campaign', 'auditTemplates', 'auditTemplate', 'templateVersion'],
  },
  AUDITS_READ: {
    name: 'audits:read',
    words: 'Lire les audits et ce qui en dépend.',
    roots: ['audits', 'audit'],
  },
  CORRECTIVE_ACTIONS_READ: {
    name: 'corrective-actions:read',
    words: 'Lire les actions correctives.',
    roots: ['correctiveActions', 'correctiveAction'],
  },
  SERVICES_IMPORT: {
    name: 'services:import',
    words: 'Importer le fichier des services audités et suivre l’opération.',
    roots: ['auditedServicesImport', 'operations', 'operation', 'operationCancel'],
  },
} as const;

/** A scope as the database and the API write it. */
export type ClientScope = keyof typeof CLIENT_SCOPES;

/** Every scope. */
export const CLIENT_SCOPE_WORDS = Object.keys(CLIENT_SCOPES) as ClientScope[];

/** Every token of a program may ask who it is. */
const ALWAYS = ['viewer'];

/** The scope of an OAuth name; null for a name that none has. */
export function scopeNamed(name: string): ClientScope | null {
  return CLIENT_SCOPE_WORDS.find((scope) => CLIENT_SCOPES[scope].name === name) ?? null;
}

/** The root fields that a token with these scopes may call. */
export function rootsOf(scopes: readonly ClientScope[]): ReadonlySet<string> {
  return new Set([...ALWAYS, ...scopes.flatMap((scope) => CLIENT_SCOPES[scope].roots)]);
}
