import { setTimeout as pause } from 'node:timers/promises';
import {
  AccountsDocument,
  CreateServiceAccountDocument,
  ImportAuditorsDocument,
  ImportServicesDocument,
  OperationProgressDocument,
  ServicesDocument,
  type ServicesQuery,
} from '../generated/operations';
import { DEMONSTRATION_PASSWORD, serviceEmail } from '../accounts';
import { RequestFailed, signIn, type Client, type Server } from '../client';
import { atOnce } from '../at-once';
import { everyPage } from '../pages';
import type { Service } from '../stage';

/** A service of the registry, as the API gives it. */
export type RegisteredService = NonNullable<ServicesQuery['auditedServices']>['nodes'][number];

/** What an import has come to. */
export interface Imported {
  created: number;
  changed: number;
  refused: number;
}

/** Imports the registry of sites: a dry run first, then in earnest; each time waits until the operation has ended. */
export async function importServices(coordinator: Client, csv: string): Promise<Imported> {
  const importOnce = async (isDryRun: boolean) =>
    (await coordinator.act(ImportServicesDocument, { csv, isDryRun })).operation.id;
  await endOf(coordinator, await importOnce(true));
  return endOf(coordinator, await importOnce(false));
}

/** Imports the directory of professionals, in the same way. */
export async function importAuditors(coordinator: Client, text: string): Promise<Imported> {
  const importOnce = async (isDryRun: boolean) =>
    (await coordinator.act(ImportAuditorsDocument, { text, isDryRun })).operation.id;
  await endOf(coordinator, await importOnce(true));
  return endOf(coordinator, await importOnce(false));
}

const POLL_MS = 50;

async function endOf(coordinator: Client, id: string): Promise<Imported> {
  for (;;) {
    const { operation } = await coordinator.query(OperationProgressDocument, { id });
    if (operation?.state === 'DONE') {
      const { createdCount, changedCount, refusedCount } = operation;
      return { created: createdCount ?? 0, changed: changedCount ?? 0, refused: refusedCount ?? 0 };
    }
    if (operation?.state !== 'QUEUED' && operation?.state !== 'RUNNING')
      throw new RequestFailed(`import: ${operation?.state ?? 'lost'} ${operation?.message ?? ''}`);
    await pause(POLL_MS);
  }
}

/** Every service of the registry. */
export function registeredServices(coordinator: Client): Promise<RegisteredService[]> {
  return everyPage(async (after) => (await coordinator.query(ServicesDocument, { after })).auditedServices);
}

/** The addresses of all accounts. */
export async function knownAddresses(coordinator: Client): Promise<Set<string>> {
  const accounts = await everyPage(
    async (after) => (await coordinator.query(AccountsDocument, { after })).accounts,
  );
  return new Set(accounts.map(({ email }) => email));
}

/** Opens an account to the manager of each service that has none yet, and signs them all in. */
export async function openServiceAccounts(
  server: Server,
  coordinator: Client,
  known: ReadonlySet<string>,
  services: readonly { number: number; service: RegisteredService }[],
): Promise<Service[]> {
  const opened: Service[] = [];
  await atOnce(services, async ({ number, service: { id, name } }) => {
    const email = serviceEmail(number);
    if (!known.has(email)) {
      await coordinator.act(CreateServiceAccountDocument, {
        auditedServiceId: id,
        familyName: `Responsable ${number}`,
        givenName: 'Demo',
        email,
        password: DEMONSTRATION_PASSWORD,
        role: 'SERVICE_MANAGER',
      });
    }
    opened.push({ number, id, name, manager: await signInOrFail(server, email) });
  });
  return opened.sort((a, b) => a.number - b.number);
}

/** Signs in with the password of the demonstration. @throws RequestFailed when it is refused */
export async function signInOrFail(server: Server, email: string): Promise<Client> {
  const client = await signIn(server, email, DEMONSTRATION_PASSWORD);
  if (!client) {
    throw new RequestFailed(
      `SignIn: ${email} is refused; this server has no demonstration accounts (npm start makes them on an empty database)`,
    );
  }
  return client;
}
