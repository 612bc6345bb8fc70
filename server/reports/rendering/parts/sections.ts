import { figure, heading, paragraph, table, type Block, type Column, type Part } from '../blocks';
import { FEWEST_AXES, radarPlot } from '../plots/radar';
import type { Rendering, ReportLanguage, ShownReport } from '../shown-report';
import { percent, points } from '../typography';
import { GRADE } from '../words';
import { criterionName } from './naming';

const WORDS = {
  fr: {
    title: 'Regards croisés, section par section',
    titleOfOne: 'Regard de l’équipe, section par section',
    introOfOne: 'Le regard de l’équipe, de 0 au centre à 100 % au bord, un tracé gris tous les 25 %.',
    intro:
      'Le regard de l’équipe et celui du service, de 0 au centre à 100 % au bord, un tracé gris tous les 25 %.',
    gapIs: 'L’écart est celui de l’auto-évaluation par rapport au consensus.',
    consensus: 'Consensus de l’équipe',
    selfAssessment: 'Auto-évaluation du service',
    caption: 'Radar des sections',
    omitted: 'Une section qui n’a pas été jugée ne figure pas sur le radar.',
    few: 'Moins de trois sections ont été jugées : il n’y a pas de radar.',
    table: 'Scores par section et écarts',
    tableOfOne: 'Scores par section',
    section: 'Section',
    judged: 'Critères jugés',
    gap: 'Écart',
    differences: 'Critères où les deux regards diffèrent',
    grades: 'Cotes du service et de l’équipe là où elles diffèrent',
    criterion: 'Critère',
    none: 'Sur aucun critère les deux regards ne diffèrent.',
    of: (judged: number, all: number) => `${judged} sur ${all}`,
  },
  en: {
    title: 'Two views, section by section',
    titleOfOne: 'The view of the team, section by section',
    introOfOne: 'The view of the team, from 0 in the middle to 100% at the rim, a grey line every 25%.',
    intro:
      'The view of the team and that of the service, from 0 in the middle to 100% at the rim, a grey line every 25%.',
    gapIs: 'The gap is that of the self-assessment to the consensus.',
    consensus: 'Consensus of the team',
    selfAssessment: 'Self-assessment of the service',
    caption: 'Radar of the sections',
    omitted: 'A section that was not judged is not on the radar.',
    few: 'Fewer than three sections were judged: there is no radar.',
    table: 'Scores by section and gaps',
    tableOfOne: 'Scores by section',
    section: 'Section',
    judged: 'Criteria judged',
    gap: 'Gap',
    differences: 'Criteria on which the two views differ',
    grades: 'Grades of the service and of the team where they differ',
    criterion: 'Criterion',
    none: 'The two views differ on no criterion.',
    of: (judged: number, all: number) => `${judged} of ${all}`,
  },
} as const;

type ShownSection = NonNullable<NonNullable<ShownReport['body']>['sections']>[number];

/** The two views of a section, in the order of the lines of the radar. */
const VIEWS = ['consensus', 'selfAssessment'] as const;
type View = (typeof VIEWS)[number];

/**
 * The radar by section, its numbers with the gaps, and the criteria on which team and service differ. An audience that does
 * not read what the service thought of itself gets the view of the team.
 */
export function sections(rendering: Rendering): Part | null {
  const { report, language } = rendering;
  const words = WORDS[language];
  const all = report.body?.sections ?? [];
  if (all.length === 0) return null;
  const views = VIEWS.filter((view) => all.some((section) => section[view]));
  const isBoth = views.length === 2;
  return {
    title: isBoth ? words.title : words.titleOfOne,
    blocks: [
      ...radar(all, views, language),
      ...(isBoth ? [paragraph(words.gapIs)] : []),
      ...scores(all, views, language),
      ...(isBoth ? differences(rendering) : []),
    ],
  };
}

function share(score: number | null | undefined, language: ReportLanguage): string {
  return typeof score === 'number' ? percent(score, language) : '–';
}

function radar(all: readonly ShownSection[], views: readonly View[], language: ReportLanguage): Block[] {
  const words = WORDS[language];
  const axes = all.flatMap((section) => {
    const values = views.flatMap((view) => section[view]?.score ?? []);
    return values.length === views.length ? [{ name: section.code ?? '', values }] : [];
  });
  if (axes.length < FEWEST_AXES) return [paragraph(words.few)];
  const lines = views.map((view, index) => ({
    name: words[view],
    values: axes.map(({ values }) => values[index] ?? 0),
  }));
  const [colon, stop] = language === 'fr' ? [' : ', ' ; '] : [': ', '; '];
  const said = axes.map(({ name, values }) => {
    const views = lines.map((line, index) => `${line.name} ${share(values[index], language)}`);
    return `${name}${colon}${views.join(', ')}`;
  });
  const plot = radarPlot(
    axes.map(({ name }) => name),
    lines,
    `${words.caption}. ${said.join(stop)}.`,
  );
  return [
    paragraph(views.length === 2 ? words.intro : words.introOfOne),
    figure(plot, words.caption),
    ...(axes.length < all.length ? [paragraph(words.omitted)] : []),
  ];
}

function scores(all: readonly ShownSection[], views: readonly View[], language: ReportLanguage): Block[] {
  const words = WORDS[language];
  const numbers = (title: string, width: number): Column => ({ title, share: width, align: 'end' });
  const isBoth = views.length === 2;
  const columns = [
    { title: words.section, share: 6 },
    ...views.map((view) => numbers(words[view], 3)),
    ...(isBoth ? [numbers(words.gap, 2)] : []),
    numbers(words.judged, 2),
  ];
  const rows = all.map((section) => {
    const { code, title, consensus, selfAssessment } = section;
    const isComparable = typeof consensus?.score === 'number' && typeof selfAssessment?.score === 'number';
    return [
      [code, title?.[language]].filter(Boolean).join(' – '),
      ...views.map((view) => share(section[view]?.score, language)),
      ...(isBoth ? [isComparable ? points(selfAssessment.score - consensus.score, language) : '–'] : []),
      words.of(consensus?.applicableCount ?? 0, consensus?.gradedCount ?? 0),
    ];
  });
  return table(isBoth ? words.table : words.tableOfOne, columns, rows);
}

function differences(rendering: Rendering): Block[] {
  const { report, language } = rendering;
  const words = WORDS[language];
  const differing = (report.body?.criteria ?? []).filter(
    ({ consensus, selfAssessment }) => consensus && selfAssessment && consensus !== selfAssessment,
  );
  return [
    heading(2, words.differences),
    ...(differing.length === 0 ? [paragraph(words.none)] : []),
    ...table(
      words.grades,
      [
        { title: words.criterion, share: 6 },
        { title: words.selfAssessment, share: 3 },
        { title: words.consensus, share: 3 },
      ],
      differing.map(({ code, consensus, selfAssessment }) => [
        criterionName(rendering, code) ?? '',
        selfAssessment ? GRADE[selfAssessment][language] : '–',
        consensus ? GRADE[consensus][language] : '–',
      ]),
    ),
  ];
}
