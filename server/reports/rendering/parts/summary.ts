import { departmentByCode } from '../../../kernel/departments';
import { facts, heading, list, paragraph, table, type Block, type Part } from '../blocks';
import type { Rendering, ReportLanguage } from '../shown-report';
import { beginning, counted, day } from '../typography';
import { AUDIENCE, MODALITY } from '../words';
import { figuresInWords } from './figures-in-words';
import { nextSteps } from './next-steps';
import {
  capital,
  findingNumber,
  groupName,
  memberName,
  numbersOf,
  pointsOfAttention,
  professionName,
  readsAllFindings,
  strengthsOf,
  type ShownMember,
} from './naming';

/** What a summary of two pages has room for. */
const ROOM = {
  strengths: 5,
  gravest: 4,
  steps: 6,
  characters: 170,
  reason: 300,
  name: 200,
  team: 6,
} as const;

const WORDS = {
  fr: {
    title: 'Synthèse',
    service: 'Service audité',
    organisation: 'Organisation',
    place: 'Lieu',
    modalities: 'Techniques',
    campaign: 'Campagne',
    template: 'Grille d’audit',
    visit: 'Visite',
    team: 'Équipe d’audit',
    version: 'Version',
    lead: 'responsable',
    issued: (number: number, on: string) => `${number}, émise le ${on}`,
    amended: (number: number | string, reason: string) =>
      `Cette version remplace la version ${number} : ${reason}`,
    strengths: 'D’abord, les points forts',
    more: (n: number) => `et ${counted(n, 'fr', 'autre', 'autres')}, plus loin.`,
    figures: 'Ce que disent les chiffres',
    findings: 'Ce qui appelle l’attention',
    byKind: 'Constats par nature et par gravité',
    kind: 'Nature et gravité',
    count: 'Nombre',
    numbers: 'Constats',
    noFinding: 'Aucun constat n’appelle d’action.',
    next: 'La suite',
    date: 'Au plus tard le',
    step: 'Ce qui est attendu',
    steps: 'Prochaines échéances',
    noStep: 'Aucune échéance ne court à la suite de ce rapport.',
  },
  en: {
    title: 'Summary',
    service: 'Audited service',
    organisation: 'Organisation',
    place: 'Place',
    modalities: 'Modalities',
    campaign: 'Campaign',
    template: 'Audit template',
    visit: 'Visit',
    team: 'Audit team',
    version: 'Version',
    lead: 'lead',
    issued: (number: number, on: string) => `${number}, issued on ${on}`,
    amended: (number: number | string, reason: string) =>
      `This version replaces version ${number}: ${reason}`,
    strengths: 'Strengths first',
    more: (n: number) => `and ${counted(n, 'en', 'more', 'more')}, further on.`,
    figures: 'What the figures say',
    findings: 'What calls for attention',
    byKind: 'Findings by kind and severity',
    kind: 'Kind and severity',
    count: 'Number',
    numbers: 'Findings',
    noFinding: 'No finding calls for action.',
    next: 'What comes next',
    date: 'At the latest on',
    step: 'What is expected',
    steps: 'Next due dates',
    noStep: 'Nothing falls due after this report.',
  },
} as const;

/** Two pages: what was audited, by whom and when, strengths, figures in words, what calls for attention, what comes next. */
export function summary(rendering: Rendering): Part {
  const { report, language, audience } = rendering;
  const words = WORDS[language];
  const amendment = report.amendment?.reason;
  return {
    title: words.title,
    blocks: [
      paragraph(AUDIENCE[audience][language]),
      identity(rendering),
      ...(amendment
        ? [
            paragraph(
              words.amended(report.amendment?.amends?.number ?? '–', beginning(amendment, ROOM.reason)),
            ),
          ]
        : []),
      ...strengths(rendering),
      ...figures(rendering),
      ...attention(rendering),
      ...next(rendering),
    ],
  };
}

function identity({ report, language }: Rendering): Block {
  const words = WORDS[language];
  const { audit, auditedService: service, campaign, template, team } = report.body ?? {};
  const department = service?.departmentCode ? departmentByCode(service.departmentCode) : undefined;
  const { number, issuedAt } = report;
  const short = (name: string | null | undefined): string => beginning(name ?? '', ROOM.name);
  return facts([
    [words.service, short(service?.name)],
    [words.organisation, short(service?.organisation)],
    [words.place, department && `${department.name} (${department.code}), ${department.regionName}`],
    [
      words.modalities,
      service?.modalities?.map((modality) => MODALITY.get(modality)?.[language] ?? modality).join(', '),
    ],
    [words.campaign, short([campaign?.code, campaign?.title].filter(Boolean).join(' – '))],
    [
      words.template,
      template?.title &&
        `${short(template.title[language])} (${template.code ?? ''}, version ${template.version ?? '–'})`,
    ],
    [words.visit, audit?.visitOn && day(audit.visitOn, language)],
    [words.team, team && teamInShort(team, language)],
    [words.version, number && issuedAt ? words.issued(number, day(issuedAt, language)) : null],
  ]);
}

/** One line for each of the first members: all of them, with their employers, stand in the part on scope and method. */
function teamInShort(team: readonly ShownMember[], language: ReportLanguage): string {
  const words = WORDS[language];
  const left = team.length - ROOM.team;
  const lines = team
    .slice(0, ROOM.team)
    .map((member) =>
      [
        beginning(memberName(member), ROOM.name),
        professionName(member, language),
        member.isLead && words.lead,
      ]
        .filter(Boolean)
        .join(', '),
    );
  return (left > 0 ? [...lines, capital(words.more(left))] : lines).join('\n');
}

function strengths(rendering: Rendering): Block[] {
  const words = WORDS[rendering.language];
  const all = strengthsOf(rendering).flatMap((group) => group.findings);
  if (all.length === 0) return [];
  const shown = all
    .slice(0, ROOM.strengths)
    .map(({ statement }) => beginning(statement ?? '', ROOM.characters));
  const left = all.length - shown.length;
  return [heading(2, words.strengths), list(left > 0 ? [...shown, words.more(left)] : shown)];
}

function figures(rendering: Rendering): Block[] {
  const sentences = figuresInWords(rendering);
  return sentences.length === 0 ? [] : [heading(2, WORDS[rendering.language].figures), list(sentences)];
}

function attention(rendering: Rendering): Block[] {
  const { language } = rendering;
  const words = WORDS[language];
  if (!readsAllFindings(rendering)) return [];
  const groups = pointsOfAttention(rendering);
  if (groups.length === 0) return [heading(2, words.findings), paragraph(words.noFinding)];
  const gravest = groups
    .filter(({ severity }) => severity === 'CRITICAL' || severity === 'MAJOR')
    .flatMap(({ findings }) => findings);
  return [
    heading(2, words.findings),
    ...table(
      words.byKind,
      [
        { title: words.kind, share: 4 },
        { title: words.count, share: 1, align: 'end' },
        { title: words.numbers, share: 5 },
      ],
      groups.map((group) => [
        groupName(group, language),
        String(group.findings.length),
        numbersOf(group.findings, language),
      ]),
    ),
    list(
      gravest
        .slice(0, ROOM.gravest)
        .map(
          ({ number, statement }) =>
            `${findingNumber(number, language)}${language === 'fr' ? ' :' : ':'} ${beginning(statement ?? '', ROOM.characters)}`,
        ),
    ),
  ];
}

function next(rendering: Rendering): Block[] {
  const { plan, language } = rendering;
  const words = WORDS[language];
  if (!readsAllFindings(rendering) && !plan) return [];
  const steps = nextSteps(rendering);
  if (steps.length === 0) return [heading(2, words.next), paragraph(words.noStep)];
  const left = steps.length - ROOM.steps;
  return [
    heading(2, words.next),
    ...table(
      words.steps,
      [
        { title: words.date, share: 2 },
        { title: words.step, share: 7 },
      ],
      steps.slice(0, ROOM.steps).map(({ on, what }) => [day(on, language), capital(what)]),
    ),
    ...(left > 0 ? [paragraph(capital(words.more(left)))] : []),
  ];
}
