import { paragraph, table, type Part } from '../blocks';
import type { Rendering } from '../shown-report';
import { day } from '../typography';
import { actionDueOn, findingNumber, kindName, readsAllFindings, standingFindings } from './naming';

const WORDS = {
  fr: {
    title: 'Plan d’actions correctives',
    accepted: (on: string) =>
      `Plan du service, accepté le ${on} par l’équipe. Il est postérieur au rapport et le désigne par son empreinte.`,
    caption: 'Actions du plan accepté',
    number: 'Constat',
    action: 'Action',
    cause: 'Cause et mesure immédiate',
    owner: 'Responsable',
    due: 'Échéance',
    effect: 'Efficacité à vérifier le',
    causeIs: 'Cause : ',
    containment: 'Mesure immédiate : ',
    awaited:
      'Le plan du service n’est pas encore accepté. Voici ce que les constats appellent, et pour quand.',
    calls: 'Actions appelées par les constats',
    finding: 'Constat',
    kind: 'Nature et gravité',
    none: 'Aucun constat n’appelle d’action.',
  },
  en: {
    title: 'Corrective-action plan',
    accepted: (on: string) =>
      `Plan of the service, accepted by the team on ${on}. It came after the report and names it by its hash.`,
    caption: 'Actions of the accepted plan',
    number: 'Finding',
    action: 'Action',
    cause: 'Cause and containment',
    owner: 'Owner',
    due: 'Due on',
    effect: 'Effectiveness to be verified on',
    causeIs: 'Cause: ',
    containment: 'Containment: ',
    awaited:
      'The plan of the service has not been accepted yet. This is what the findings call for, and by when.',
    calls: 'Actions that findings call for',
    finding: 'Finding',
    kind: 'Kind and severity',
    none: 'No finding calls for action.',
  },
} as const;

/** The plan once it is accepted; before, what actions are called for and by when. */
export function plan(rendering: Rendering): Part | null {
  return rendering.plan ? accepted(rendering) : awaited(rendering);
}

function accepted({ plan: annex, language }: Rendering): Part {
  const words = WORDS[language];
  const on = (date: string | null | undefined): string => (date ? day(date, language) : '–');
  return {
    title: words.title,
    blocks: [
      paragraph(words.accepted(on(annex?.acceptedAt))),
      ...table(
        words.caption,
        [
          { title: words.number, share: 3 },
          { title: words.action, share: 6 },
          { title: words.cause, share: 7 },
          { title: words.owner, share: 5 },
          { title: words.due, share: 5 },
          { title: words.effect, share: 5 },
        ],
        (annex?.actions ?? []).map(
          ({ finding, title, cause, containment, ownerName, dueOn, effectivenessDueOn }) => [
            findingNumber(finding, language),
            title ?? '–',
            [cause && words.causeIs + cause, containment && words.containment + containment]
              .filter(Boolean)
              .join('\n') || '–',
            ownerName ?? '–',
            on(dueOn),
            on(effectivenessDueOn),
          ],
        ),
      ),
    ],
  };
}

function awaited(rendering: Rendering): Part | null {
  const { language } = rendering;
  if (!readsAllFindings(rendering)) return null;
  const words = WORDS[language];
  const calling = standingFindings(rendering)
    .flatMap((finding) => {
      const on = actionDueOn(finding, rendering);
      return on ? [{ finding, on }] : [];
    })
    .sort((a, b) => a.on.localeCompare(b.on) || (a.finding.number ?? 0) - (b.finding.number ?? 0));
  return {
    title: words.title,
    blocks: [
      paragraph(calling.length === 0 ? words.none : words.awaited),
      ...table(
        words.calls,
        [
          { title: words.finding, share: 2 },
          { title: words.kind, share: 6 },
          { title: words.due, share: 4 },
        ],
        calling.map(({ finding, on }) => [
          findingNumber(finding.number, language),
          kindName(finding, language),
          day(on, language),
        ]),
      ),
    ],
  };
}
