import type { ComputedEdge } from '../../../database/read-model';
import type { DoseModality } from '../dose-row';
import { suggestExams, type SuggestedExam } from './suggest-exam';

/** A protocol name that waits for the service to say what it is. */
export interface UnmappedProtocol {
  modality: DoseModality;
  /** As the service writes it; empty for records without a name. */
  protocol: string;
  /** Records that do not count because of it. */
  count: number;
  /** Codes of examinations that it may stand for, the likeliest first. */
  suggestions: string[];
}

const NAMES_AT_MOST = 500;

/**
 * Protocol names without a mapping among the records of an import or audit, the most frequent first; those that the viewer
 * may see.
 * @param column of the records, that holds the id of the row: `dose_import_id`, `audit_id`
 */
export function unmappedProtocolsEdge(column: 'dose_import_id' | 'audit_id'): ComputedEdge {
  return {
    kind: 'computed',
    needs: [],
    async compute(rows, { sql }) {
      const ids = rows.map(({ id }) => id);
      const names = await sql<Omit<UnmappedProtocol, 'suggestions'> & { of: string }>(
        `select of, modality, protocol, count from (
           select ${column} as of, modality, min(protocol) as protocol, count(*)::int as count,
             row_number() over (partition by ${column} order by count(*) desc, min(protocol)) as place
           from dose_record
           where ${column} = any($1::uuid[]) and set_aside = 'UNMAPPED'
           group by ${column}, modality, protocol_key
         ) named where place <= $2 order by place`,
        [ids, NAMES_AT_MOST],
      );
      const exams =
        names.length === 0 ? [] : await sql<SuggestedExam>('select code, modality, words from exam_type', []);
      return ids.map((id) =>
        names.flatMap(({ of, modality, protocol, count }): UnmappedProtocol[] =>
          of === id
            ? [{ modality, protocol, count, suggestions: suggestExams(protocol, modality, exams) }]
            : [],
        ),
      );
    },
  };
}
