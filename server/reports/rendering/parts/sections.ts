import { figure, heading, paragraph, table, type Part } from '../blocks';
import { FEWEST_AXES, radarPlot, type RadarAxis } from '../plots/radar';
import type { Rendering } from '../report-variant';
import { percent, points } from '../typography';
import { GRADE } from '../words';
import { criterionName } from './naming';

const WORDS = {
  fr: {
    title: 'Regards croisés, section par section',
    intro:
      'Le regard de l’équipe et celui du service, de 0 au centre à 100 % au bord, un tracé gris tous les 25 %. L’écart est celui de l’auto-évaluation par rapport au consensus.',
    consensus: 'Consensus de l’équipe',
    self: 'Auto-évaluation du service',
    caption: 'Radar des sections',
    omitted: 'Une section que l’un des deux n’a pas jugée ne figure pas sur le radar.',
    few: 'Moins de trois sections ont été jugées par les deux : il n’y a pas de radar.',
    table: 'Scores par section et écarts',
    section: 'Section',
    judged: 'Critères jugés',
    gap: 'Écart',
    differences: 'Critères où les deux regards diffèrent',
    grades: 'Cotes du service et de l’équipe là où elles diffèrent',
    criterion: 'Critère',
    axis: (section: string, consensus: string, self: string) =>
      `${section} : consensus ${consensus}, auto-évaluation ${self}`,
    none: 'Sur aucun critère les deux regards ne diffèrent.',
    of: (judged: number, applicable: number) => `${judged} sur ${applicable}`,
  },
  en: {
    title: 'Two views, section by section',
    intro:
      'The view of the team and that of the service, from 0 in the middle to 100% at the rim, a grey line every 25%. The gap is that of the self-assessment to the consensus.',
    consensus: 'Consensus of the team',
    self: 'Self-assessment of the service',
    caption: 'Radar of the sections',
    omitted: 'A section that one of the two did not judge is not on the radar.',
    few: 'Fewer than three sections were judged by both: there is no radar.',
    table: 'Scores by section and gaps',
    section: 'Section',
    judged: 'Criteria judged',
    gap: 'Gap',
    differences: 'Criteria on which the two views differ',
    grades: 'Grades of the service and of the team where they differ',
    criterion: 'Criterion',
    axis: (section: string, consensus: string, self: string) =>
      `${section}: consensus ${consensus}, self-assessment ${self}`,
    none: 'The two views differ on no criterion.',
    of: (judged: number, applicable: number) => `${judged} of ${applicable}`,
  },
} as const;

/** The radar by section, its numbers with the gaps, and the criteria on which team and service differ. */
export function sections(rendering: Rendering): Part | null {
  const { report, language } = rendering;
  const words = WORDS[language];
  const all = report.body?.sections ?? [];
  if (all.length === 0) return null;
  const share = (score: number | null | undefined): string =>
    typeof score === 'number' ? percent(score, language) : '–';
  const axes = all.flatMap(({ code, consensus, selfAssessment }): RadarAxis[] => {
    const [team, service] = [consensus?.score, selfAssessment?.score];
    return typeof team === 'number' && typeof service === 'number'
      ? [{ name: code ?? '', consensus: team, selfAssessment: service }]
      : [];
  });
  const alt = `${words.caption}. ${axes
    .map((axis) => words.axis(axis.name, share(axis.consensus), share(axis.selfAssessment)))
    .join(language === 'fr' ? ' ; ' : '; ')}.`;
  const names = { consensus: words.consensus, selfAssessment: words.self };
  const differing = (report.body?.criteria ?? []).filter(
    ({ consensus, selfAssessment }) => consensus && selfAssessment && consensus !== selfAssessment,
  );
  return {
    title: words.title,
    blocks: [
      paragraph(words.intro),
      ...(axes.length < FEWEST_AXES
        ? [paragraph(words.few)]
        : [figure(radarPlot(axes, names, alt), words.caption)]),
      ...(axes.length >= FEWEST_AXES && axes.length < all.length ? [paragraph(words.omitted)] : []),
      ...table(
        words.table,
        [
          { title: words.section, share: 6 },
          { title: words.self, share: 3, align: 'end' },
          { title: words.consensus, share: 3, align: 'end' },
          { title: words.gap, share: 2, align: 'end' },
          { title: words.judged, share: 2, align: 'end' },
        ],
        all.map(({ code, title, consensus, selfAssessment }) => [
          [code, title?.[language]].filter(Boolean).join(' – '),
          share(selfAssessment?.score),
          share(consensus?.score),
          typeof consensus?.score === 'number' && typeof selfAssessment?.score === 'number'
            ? points(selfAssessment.score - consensus.score, language)
            : '–',
          words.of(consensus?.gradedCount ?? 0, consensus?.applicableCount ?? 0),
        ]),
      ),
      ...(report.body?.criteria
        ? [
            heading(2, words.differences),
            ...(differing.length === 0 ? [paragraph(words.none)] : []),
            ...table(
              words.grades,
              [
                { title: words.criterion, share: 6 },
                { title: words.self, share: 3 },
                { title: words.consensus, share: 3 },
              ],
              differing.map(({ code, consensus, selfAssessment }) => [
                criterionName(rendering, code) ?? '',
                selfAssessment ? GRADE[selfAssessment][language] : '–',
                consensus ? GRADE[consensus][language] : '–',
              ]),
            ),
          ]
        : []),
    ],
  };
}
