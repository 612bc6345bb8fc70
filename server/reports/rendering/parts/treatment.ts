import { paragraph, table, type Part } from '../blocks';
import type { Rendering, ReportLanguage, ShownFinding } from '../shown-report';
import { day } from '../typography';
import { DISPOSITION, REPLY, TREATMENT } from '../words';
import { capital, kindName } from './naming';

const WORDS = {
  fr: {
    title: 'Tableau de traitement de la phase contradictoire',
    intro:
      'Ce que l’équipe avait écrit, ce que le service a répondu, ce qui en a été décidé et pourquoi. Ce tableau est tenu par la plateforme et ne se corrige pas.',
    caption: 'Rédigé, répondu, décidé',
    number: 'N°',
    drafted: 'Rédigé par l’équipe',
    answered: 'Répondu par le service',
    decided: 'Décidé',
    none: 'Pas de réponse dans le délai.',
    noneShared: 'Aucun constat n’a été soumis au service.',
    evidence: 'Pièces',
    unchanged: 'Constat inchangé.',
    reads: 'Se lit désormais',
    on: (date: string) => `(${date})`,
    colon: ' : ',
  },
  en: {
    title: 'Treatment table of the contradictory phase',
    intro:
      'What the team had written, what the service replied, what was decided of it and why. The platform keeps this table; it cannot be corrected.',
    caption: 'Drafted, answered, decided',
    number: 'No.',
    drafted: 'Drafted by the team',
    answered: 'Answered by the service',
    decided: 'Decided',
    none: 'No reply in time.',
    noneShared: 'No finding was put to the service.',
    evidence: 'Evidence',
    unchanged: 'Finding unchanged.',
    reads: 'Now reads',
    on: (date: string) => `(${date})`,
    colon: ': ',
  },
} as const;

/** What was drafted, answered and decided, finding by finding, withdrawn ones included. */
export function treatment({ report, language }: Rendering): Part | null {
  const all = report.body?.findings;
  // An audience that reads no draft has no such table.
  if (!all || (all.length > 0 && all.every(({ drafted }) => !drafted))) return null;
  const words = WORDS[language];
  return {
    title: words.title,
    blocks: [
      paragraph(all.length === 0 ? words.noneShared : words.intro),
      ...table(
        words.caption,
        [
          { title: words.number, share: 1 },
          { title: words.drafted, share: 7 },
          { title: words.answered, share: 6 },
          { title: words.decided, share: 6 },
        ],
        all.map((finding) => [
          String(finding.number ?? '–'),
          `${kindName({ ...finding, severity: finding.drafted?.severity ?? null }, language)}\n${finding.drafted?.statement ?? ''}`,
          answered(finding, language),
          decided(finding, language),
        ]),
      ),
    ],
  };
}

function answered({ reply }: ShownFinding, language: ReportLanguage): string {
  const words = WORDS[language];
  if (!reply?.kind) return words.none;
  const { kind, argument, repliedAt, evidence } = reply;
  const titles = (evidence ?? []).flatMap(({ title }) => title ?? []);
  return [
    `${REPLY[kind][language]} ${repliedAt ? words.on(day(repliedAt, language)) : ''}`.trim(),
    argument,
    titles.length > 0 && `${words.evidence}${words.colon}${titles.join(language === 'fr' ? ' ; ' : '; ')}`,
  ]
    .filter(Boolean)
    .join('\n');
}

function decided(finding: ShownFinding, language: ReportLanguage): string {
  const words = WORDS[language];
  const { treatment: outcome, disposition, statement, severity, drafted, kind } = finding;
  const isSame = statement === drafted?.statement && (severity ?? null) === (drafted?.severity ?? null);
  const decidedOn = disposition?.disposedAt ? words.on(day(disposition.disposedAt, language)) : '';
  return [
    outcome && `${capital(TREATMENT[outcome][language])}.`,
    disposition?.decision && `${DISPOSITION[disposition.decision][language]} ${decidedOn}`.trim(),
    disposition?.reason,
    outcome === 'WITHDRAWN'
      ? null
      : isSame
        ? words.unchanged
        : `${words.reads}${words.colon}${kindName({ kind, severity }, language)}\n${statement ?? ''}`,
  ]
    .filter(Boolean)
    .join('\n');
}
