import type { ComputedEdge } from '../database/read-model';
import type { EvidenceNeedFile, LocalisedText, ScaleFile } from './template-shapes';

/** A text of a row that has it in both languages: in the one asked for, else in the viewer's. */
export function localised(field: string): ComputedEdge {
  return {
    kind: 'computed',
    needs: [`${field}Fr`, `${field}En`],
    compute: (rows, { viewer }, { locale }) => {
      const column = (locale ?? viewer.locale) === 'en' ? `${field}En` : `${field}Fr`;
      return Promise.resolve(rows.map((row) => row[column]));
    },
  };
}

/** What a criterion asks to see, each kind with its label. */
export const evidenceNeeds: ComputedEdge = {
  kind: 'computed',
  needs: ['evidence'],
  async compute(rows, { viewer, sql }) {
    const needs = rows.map((row) => row['evidence'] as readonly EvidenceNeedFile[]);
    const codes = [...new Set(needs.flatMap((list) => list.map(({ ref }) => ref)))];
    const kinds = await sql<{ code: string; label: LocalisedText }>(
      `select code, json_build_object('fr', label_fr, 'en', label_en) as label from evidence_kind where code = any($1::text[])`,
      [codes],
    );
    const labels = new Map(kinds.map(({ code, label }) => [code, label[viewer.locale]]));
    return needs.map((list) =>
      list.map(({ ref, type, n, examCodes }) => ({
        code: ref,
        type,
        label: labels.get(ref) ?? ref,
        count: n ?? null,
        examCodes: examCodes ?? [],
      })),
    );
  },
};

/** The values of a scale, labelled in the viewer's language. */
export const scaleValues: ComputedEdge = {
  kind: 'computed',
  needs: ['definition'],
  compute: (rows, { viewer }) =>
    Promise.resolve(
      rows.map((row) =>
        (row['definition'] as ScaleFile).values.map(({ code, label, grade, score, requiresReason }) => ({
          code,
          label: label[viewer.locale],
          grade: grade ?? null,
          score: score ?? null,
          requiresReason: requiresReason ?? false,
        })),
      ),
    ),
};
