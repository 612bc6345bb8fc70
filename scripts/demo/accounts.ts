import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { asPlatform } from '../../server/database/as-platform';
import { Account, hashPassword, Person, RoleGrant, type Role } from '../../server/identity';

/** The password of every account of the demonstration. */
export const DEMONSTRATION_PASSWORD = 'demonstration-2026';

/** Roles date from before any demonstration: the clock is set back a year and more. */
const SINCE = '2020-01-01';

interface ProgrammeAccount {
  email: string;
  what: string;
  familyName: string;
  givenName: string;
  roles: readonly Role[];
}

const PROGRAMME_ACCOUNTS = [
  {
    email: 'coordination@demo.example',
    what: 'coordination : importe, sélectionne, compose les équipes, clôt',
    familyName: 'Demo',
    givenName: 'Coordination',
    roles: ['COORDINATOR'],
  },
  {
    email: 'pilotage@demo.example',
    what: 'comité de pilotage (G4) : tranche les recours',
    familyName: 'Demo',
    givenName: 'Pilotage',
    roles: ['COORDINATOR', 'STEERING_MEMBER'],
  },
  {
    email: 'administration@demo.example',
    what: 'administration : les comptes et les rôles, aucun contenu',
    familyName: 'Demo',
    givenName: 'Administration',
    roles: ['ADMIN'],
  },
  {
    email: 'observation@demo.example',
    what: 'observation (ASNR, HAS) : les synthèses publiées seulement',
    familyName: 'Demo',
    givenName: 'Observation',
    roles: ['OBSERVER'],
  },
] as const satisfies readonly ProgrammeAccount[];

/** Who coordinates, decides appeals, administers accounts and looks on. */
export const [COORDINATION, STEERING, ADMINISTRATION, OBSERVATION] = PROGRAMME_ACCOUNTS;

/** Somebody who coordinates and works at a service: the account exists once a campaign has been played to its end. */
export const TIED_COORDINATION = {
  email: 'coordination.rattachee@demo.example',
  familyName: 'Demo',
  givenName: 'Coordination rattachée',
};

/** The address of the auditor of a number, from 1; the account exists once a demonstration has been played. */
export function auditorEmail(number: number): string {
  return `auditeur.${number}@demo.example`;
}

/** Number of the auditor whom the coordination places by hand on the audit that is on site at the first start. */
export const PLACED_AUDITOR = 7;

/** The address of the manager of a service: the number of its line in the file of sites, from 1. */
export function serviceEmail(number: number): string {
  return `service.${number}@demo.example`;
}

/**
 * The accounts that the start page names. Auditors and services exist once a demonstration has been played; what is said
 * of them holds for the campaign that the first start leaves running.
 */
export const DEMONSTRATION_ACCOUNTS: readonly { email: string; what: string }[] = [
  ...PROGRAMME_ACCOUNTS.map(({ email, what }) => ({ email, what })),
  {
    email: auditorEmail(PLACED_AUDITOR),
    what: 'responsable d’audit, en visite : le consensus reste à trouver',
  },
  { email: serviceEmail(1), what: 'responsable de service : des constats attendent sa réponse' },
  { email: serviceEmail(8), what: 'responsable de service : ses actions correctives sont en retard' },
  { email: serviceEmail(16), what: 'responsable de service : son auto-évaluation reste à remettre' },
];

/**
 * Creates the programme's accounts of the demonstration on a database without any account.
 * @returns whether they were created: false when somebody has an account already
 */
export async function createDemonstrationAccounts(dataSource: DataSource): Promise<boolean> {
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  return asPlatform(dataSource, async (manager) => {
    if ((await manager.count(Account)) > 0) return false;
    for (const account of PROGRAMME_ACCOUNTS) await createAccount(manager, account, passwordHash);
    return true;
  });
}

/** How far the demonstration of a database has come. */
export interface DemonstrationState {
  /** Accounts of `DEMONSTRATION_ACCOUNTS` that exist. */
  accounts: typeof DEMONSTRATION_ACCOUNTS;
  /** Nothing played yet, played to its end, or interrupted between. */
  campaign: 'NONE' | 'INTERRUPTED' | 'PLAYED';
}

/** Reads how far the demonstration has come: its first audits are closed when it is played to its end. */
export async function demonstrationState(dataSource: DataSource): Promise<DemonstrationState> {
  const [emails, [audits]] = await asPlatform(dataSource, (manager) =>
    Promise.all([
      manager.query<{ email: string }[]>(
        'select email from account where email = any($1::text[]) and disabled_at is null',
        [DEMONSTRATION_ACCOUNTS.map(({ email }) => email)],
      ),
      manager.query<[{ campaigns: boolean; closed: boolean }]>(
        `select exists (select 1 from campaign) as campaigns, exists (select 1 from audit where state = 'CLOSED') as closed`,
      ),
    ]),
  );
  return {
    accounts: DEMONSTRATION_ACCOUNTS.filter(({ email }) => emails.some((known) => known.email === email)),
    campaign: audits.closed ? 'PLAYED' : audits.campaigns ? 'INTERRUPTED' : 'NONE',
  };
}

async function createAccount(
  manager: EntityManager,
  { email, familyName, givenName, roles }: ProgrammeAccount,
  passwordHash: string,
): Promise<void> {
  const personId = randomUUID();
  const accountId = randomUUID();
  await manager.insert(Person, { id: personId, familyName, givenName, email });
  await manager.insert(Account, { id: accountId, personId, email, passwordHash });
  for (const role of roles) {
    await manager.insert(RoleGrant, { id: randomUUID(), accountId, role, fromDate: SINCE });
  }
}
