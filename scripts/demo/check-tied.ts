import {
  CreateAccountDocument,
  DeclareTieDocument,
  GrantRoleDocument,
  TiedSightDocument,
  type TiedSightQuery,
} from './generated/operations';
import { ADMINISTRATION, DEMONSTRATION_PASSWORD, TIED_COORDINATION } from './accounts';
import * as prepare from './acts/prepare';
import { RequestFailed, signIn, type Client } from './client';
import type { Stage } from './stage';

/** A day before any demonstration. */
const SINCE = '2020-01-01';

/**
 * Somebody coordinates and works at one of the services: looks that nothing of its audit is shown to him, be it by its id, in
 * a list, in a count or at a glance, while a colleague without a tie sees it.
 */
export async function checkTied(stage: Stage): Promise<void> {
  const { campaign, cases, checks, coordinator, days } = stage;
  const audit = cases.find(({ id, team }) => id !== '' && team.length > 0);
  if (!audit) return;
  const tied = await tiedClient(stage);
  const asked = { id: audit.id, campaignId: campaign.id };
  const before = await tied.query(TiedSightDocument, asked);
  const { userErrors } = await tied.attempt(DeclareTieDocument, {
    auditedServiceId: audit.service.id,
    kind: 'EMPLOYMENT',
    fromDate: days.dateOf(-30),
  });
  const [refusal] = userErrors;
  if (refusal && refusal.code !== 'ALREADY_EXISTS')
    throw new RequestFailed(`DeclareTie as ${tied.email}: ${refusal.message}`);
  const [own, colleagues] = await Promise.all([
    tied.query(TiedSightDocument, asked),
    coordinator.query(TiedSightDocument, asked),
  ]);
  checks.hold(
    'a coordinator without a tie sees the audit',
    colleagues.node !== null && sees(colleagues, audit.id),
  );
  checks.hold(
    'a coordinator who is tied to a service sees nothing of its audit',
    own.node === null && !sees(own, audit.id),
  );
  const [few, all] = [countsOf(own), countsOf(colleagues)];
  checks.hold(
    'nor does a count or the campaign at a glance tell him that there is one',
    few.every((count, place) => count < (all[place] ?? 0)) && few[0] === few[1],
  );
  if (!refusal) checks.hold('he saw it before he was tied', before.node !== null && sees(before, audit.id));
}

const sees = ({ campaign }: TiedSightQuery, id: string): boolean =>
  campaign?.audits.nodes.some((node) => node.id === id) ?? false;

/** Audits as the list, its count and the glance number them. */
function countsOf({ campaign, campaignProgress }: TiedSightQuery): number[] {
  return [
    campaign?.audits.nodes.length ?? 0,
    campaign?.audits.totalCount ?? 0,
    campaignProgress?.auditCount ?? 0,
  ];
}

/** Another coordinator, whose account the administration opens when it is first needed. */
async function tiedClient({ server }: Stage): Promise<Client> {
  const { email, familyName, givenName } = TIED_COORDINATION;
  const known = await signIn(server, email, DEMONSTRATION_PASSWORD);
  if (known) return known;
  const administration = await prepare.signInOrFail(server, ADMINISTRATION.email);
  const { account } = await administration.act(CreateAccountDocument, {
    email,
    familyName,
    givenName,
    password: DEMONSTRATION_PASSWORD,
  });
  await administration.act(GrantRoleDocument, {
    accountId: account.id,
    role: 'COORDINATOR',
    fromDate: SINCE,
  });
  return prepare.signInOrFail(server, email);
}
