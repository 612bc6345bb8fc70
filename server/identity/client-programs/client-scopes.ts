/**
 * What a token of a client program may call, by scope: root queries and mutations, and the types that it may reach from
 * them, since every object leads to others; nothing that is not listed. The roles of its account decide on top what it
 * sees there. Each scope's name is the one that OAuth clients ask for.
 */
export const CLIENT_SCOPES = {
  REGISTRY_READ: {
    name: 'registry:read',
    words: 'Lire les organisations, les services audités et les auditeurs.',
    roots: ['organisation', 'auditedServices', 'auditedService', 'auditors', 'auditor'],
    types: 'Organisation OrganisationLink AuditedService ServiceOrganisation Auditor Person Affiliation',
  },
  CAMPAIGNS_READ: {
    name: 'campaigns:read',
    words: 'Lire les campagnes et les référentiels.',
    roots: ['campaigns', 'campaign', 'auditTemplates', 'auditTemplate', 'templateVersion'],
    types: `Campaign AuditTemplate TemplateVersion Section Criterion CriterionLineage Crosswalk ReferenceText Scale
      EvidenceKind`,
  },
  AUDITS_READ: {
    name: 'audits:read',
    words: 'Lire les audits et ce qui en dépend.',
    roots: ['audits', 'audit'],
    types: `Audit Campaign AuditedService TemplateVersion Section Criterion Assignment Auditor Person Grade
      SectionSubmission Finding FindingReply Report Checkpoint CorrectiveAction CorrectiveActionNote`,
  },
  CORRECTIVE_ACTIONS_READ: {
    name: 'corrective-actions:read',
    words: 'Lire les actions correctives.',
    roots: ['correctiveActions', 'correctiveAction'],
    types: 'CorrectiveAction CorrectiveActionNote Finding Audit AuditedService Campaign Criterion',
  },
  SERVICES_IMPORT: {
    name: 'services:import',
    words: 'Importer le fichier des services audités et suivre l’opération.',
    roots: ['auditedServicesImport', 'operations', 'operation', 'operationCancel'],
    types: 'Operation OperationProblem',
  },
} as const;

/** A scope as the database and the API write it. */
export type ClientScope = keyof typeof CLIENT_SCOPES;

/** Every scope. */
export const CLIENT_SCOPE_WORDS = Object.keys(CLIENT_SCOPES) as ClientScope[];

/** Every token of a program may ask who it is. */
const ALWAYS = { roots: ['viewer'], types: ['Account', 'Person', 'AuditedService'] };

/** The scope of an OAuth name; null for a name that none has. */
export function scopeNamed(name: string): ClientScope | null {
  return CLIENT_SCOPE_WORDS.find((scope) => CLIENT_SCOPES[scope].name === name) ?? null;
}

/** The root fields that a token with these scopes may call. */
export function rootsOf(scopes: readonly ClientScope[]): ReadonlySet<string> {
  return new Set([...ALWAYS.roots, ...scopes.flatMap((scope) => CLIENT_SCOPES[scope].roots)]);
}

/** The types that a token with these scopes may reach, be it from a root that it may call. */
export function typesOf(scopes: readonly ClientScope[]): ReadonlySet<string> {
  return new Set([...ALWAYS.types, ...scopes.flatMap((scope) => CLIENT_SCOPES[scope].types.split(/\s+/))]);
}
