import type { ComputedEdge, Row } from '../../database/read-model';
import type { Locale } from '../../kernel/messages';
import type { WrittenSynthesis } from './synthesis-content';

/** A part of a synthesis as clients read it, from its content alone: what is shown is what was hashed. */
export function partOf(read: (written: WrittenSynthesis, locale: Locale) => unknown): ComputedEdge {
  return {
    kind: 'computed',
    needs: ['content'],
    compute: (rows: readonly Row[], { viewer }) =>
      Promise.resolve(
        rows.map(({ content }) => read(JSON.parse(String(content)) as WrittenSynthesis, viewer.locale)),
      ),
  };
}

/** The parts by field. */
export const synthesisParts: Readonly<Record<string, ComputedEdge>> = {
  serviceCount: partOf(({ services }) => services),
  fewestServices: partOf(({ fewestServices }) => fewestServices),
  participation: partOf(({ participation }) => participation),
  sections: partOf(({ sections }, locale) =>
    sections.map(({ title, criteria, judgements, ...section }) => ({
      ...section,
      title: title[locale],
      judgements: byField(judgements),
      criteria: criteria.map(({ text, grades, ...criterion }) => ({
        ...criterion,
        text: text[locale],
        grades: byField(grades),
      })),
    })),
  ),
  findings: partOf(({ findings }) => findings),
  timeToEffective: partOf(({ timeToEffective }) => timeToEffective),
  agreement: partOf(({ agreement }) => agreement),
  doses: partOf(({ doses }) =>
    doses.map(({ level, ...dose }) => ({ ...dose, nrd: level?.nrd ?? null, vgd: level?.vgd ?? null })),
  ),
};

function byField(grades: WrittenSynthesis['sections'][number]['judgements']) {
  return {
    conform: grades.CONFORM,
    partial: grades.PARTIAL,
    nonConform: grades.NON_CONFORM,
    notApplicable: grades.NOT_APPLICABLE,
    notEvaluated: grades.NOT_EVALUATED,
  };
}
