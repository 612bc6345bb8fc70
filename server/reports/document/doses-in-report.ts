import type { AuditDoses } from '../../measures';
import type { WordsRow } from './body-statements';
import type { DoseInReport, Localised } from './report-document';

type QuantityStatistic = AuditDoses['exams'][number]['populations'][number]['quantities'][number];

/** Medians of an audit's doses as its report shows them, by examination, population and quantity. */
export function dosesInReport(doses: AuditDoses | undefined, words: readonly WordsRow[]): DoseInReport[] {
  const called = (kind: WordsRow['kind'], code: string): Localised =>
    words.find((row) => row.kind === kind && row.code === code)?.words ?? { fr: code, en: code };
  return (doses?.exams ?? []).flatMap(({ examCode, populations }) =>
    populations.flatMap(({ population, quantities }) =>
      quantities.map((statistic) => ({
        exam: examCode,
        examTitle: called('exam', examCode),
        population,
        populationTitle: called('population', population),
        ...figures(statistic),
        level: statistic.level && {
          source: statistic.level.sourceCode,
          sourceTitle: called('source', statistic.level.sourceCode),
          use: statistic.level.use,
          nrd: statistic.level.nrd,
          vgd: statistic.level.vgd,
        },
      })),
    ),
  );
}

function figures({ quantity, unit, n, median, q1, q3, medianInterval, ...where }: QuantityStatistic) {
  const { low = null, high = null } = medianInterval ?? {};
  const { position, isBorderline } = where;
  return { quantity, unit, n, median, q1, q3, low, high, position, isBorderline };
}
