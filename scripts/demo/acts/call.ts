import {
  ApplyDocument,
  CampaignsDocument,
  ConfirmApplicationDocument,
  CreateCampaignDocument,
  OpenCallDocument,
  RejectApplicationDocument,
  SelectApplicationDocument,
  TemplatesDocument,
  TemplateVersionDocument,
  WaitlistApplicationDocument,
  WithdrawApplicationDocument,
} from '../generated/operations';
import { atOnce } from '../at-once';
import type { Cast } from '../cast';
import { RequestFailed, type Client } from '../client';
import type { Days } from '../clock';
import type { Ledger } from '../ledger';
import { everyPage } from '../pages';
import type { Service, Stage, Template } from '../stage';

/** What the codes of demonstration campaigns begin with. */
const CODE = 'DEMO-';

/** The template that the campaign audits by. */
export async function publishedTemplate(coordinator: Client, code: string): Promise<Template> {
  const { auditTemplates } = await coordinator.query(TemplatesDocument, {});
  const id = auditTemplates?.nodes.find((template) => template.code === code)?.publishedVersion?.id;
  if (!id) throw new RequestFailed(`no published version of the template ${code}`);
  const { templateVersion } = await coordinator.query(TemplateVersionDocument, { id });
  if (!templateVersion) throw new RequestFailed(`the published version of ${code} is hidden`);
  return { versionId: id, sections: templateVersion.sections };
}

/** Last day of the call, and the days between which every visit falls. */
export interface Period {
  callCloses: number;
  visitsFrom: number;
  visitsTo: number;
}

/** Codes of the campaigns of earlier demonstrations. */
export async function earlierCodes(coordinator: Client): Promise<string[]> {
  const campaigns = await everyPage(
    async (after) => (await coordinator.query(CampaignsDocument, { after })).campaigns,
  );
  return campaigns.map(({ code }) => code).filter((code) => code.startsWith(CODE));
}

/** Creates a campaign under the first code that is not taken, and opens its call. */
export async function openCampaign(
  coordinator: Client,
  days: Days,
  template: Template,
  period: Period,
  taken: readonly string[],
): Promise<Stage['campaign']> {
  const year = days.dateOf(period.visitsFrom).slice(0, 4);
  let code = `${CODE}${year}`;
  for (let next = 2; taken.includes(code); next += 1) code = `${CODE}${year}-${next}`;
  const { campaign } = await coordinator.act(CreateCampaignDocument, {
    code,
    title: `Démonstration : justification du scanner ${year}`,
    description: 'Campagne inventée, sur des sites réels. Elle ne dit rien de ces sites.',
    templateVersionId: template.versionId,
    callClosesOn: days.dateOf(period.callCloses),
    visitsFrom: days.dateOf(period.visitsFrom),
    visitsTo: days.dateOf(period.visitsTo),
  });
  const opened = { id: campaign.id, code, version: campaign.version };
  await movedCampaign(opened, coordinator.act(OpenCallDocument, campaignMove(opened)));
  return opened;
}

/** The input of a move of the campaign. */
export function campaignMove({ id, version }: Stage['campaign']) {
  return { campaignId: id, expectedVersion: version };
}

/** Takes over what an act has made of the campaign. */
export async function movedCampaign(
  campaign: Stage['campaign'],
  answer: Promise<{ campaign: { version: number } }>,
): Promise<void> {
  campaign.version = (await answer).campaign.version;
}

/** An application, and whose it is. */
export interface Applied {
  service: Service;
  id: string;
  version: number;
}

/** Every service applies; the last ones of the cast withdraw again. */
export async function apply(
  ledger: Ledger,
  campaign: Stage['campaign'],
  services: readonly Service[],
  { withdrawn }: Cast,
): Promise<Applied[]> {
  const applications = new Map<Service, Applied>();
  await atOnce(services, async (service) => {
    const { application } = await service.manager.act(ApplyDocument, {
      campaignId: campaign.id,
      auditedServiceId: service.id,
      motivation: 'Un regard extérieur sur nos demandes de scanner, avant la refonte du circuit.',
    });
    ledger.note('applications', application.id, 'SUBMITTED');
    applications.set(service, { service, ...application });
  });
  const inOrder = services.flatMap((service) => applications.get(service) ?? []);
  const leaving = inOrder.slice(inOrder.length - withdrawn);
  for (const { service, id, version } of leaving) {
    const decisionReason = 'Le scanner sera remplacé pendant la période des visites.';
    const input = { applicationId: id, expectedVersion: version, decisionReason };
    await service.manager.act(WithdrawApplicationDocument, input);
    ledger.note('applications', id, 'WITHDRAWN');
  }
  return inOrder.slice(0, inOrder.length - withdrawn);
}

/** The coordination rejects and waitlists the last ones and selects the others. */
export async function select(
  ledger: Ledger,
  coordinator: Client,
  applications: readonly Applied[],
  { rejected, waitlisted }: Cast,
): Promise<Applied[]> {
  const cut = applications.length - rejected - waitlisted;
  await atOnce([...applications.entries()], async ([index, application]) => {
    const input = { applicationId: application.id, expectedVersion: application.version };
    if (index < cut) {
      const selected = await coordinator.act(SelectApplicationDocument, input);
      application.version = selected.application.version;
      ledger.note('applications', application.id, 'SELECTED');
    } else if (index < cut + rejected) {
      const decisionReason = 'Le site a été audité il y a moins de deux ans.';
      await coordinator.act(RejectApplicationDocument, { ...input, decisionReason });
      ledger.note('applications', application.id, 'REJECTED');
    } else {
      await coordinator.act(WaitlistApplicationDocument, input);
      ledger.note('applications', application.id, 'WAITLISTED');
    }
  });
  return applications.slice(0, cut);
}

/** The selected services confirm that they take part. */
export async function confirm(ledger: Ledger, applications: readonly Applied[]): Promise<void> {
  await atOnce(applications, async ({ service, id, version }) => {
    await service.manager.act(ConfirmApplicationDocument, { applicationId: id, expectedVersion: version });
    ledger.note('applications', id, 'CONFIRMED');
  });
}
