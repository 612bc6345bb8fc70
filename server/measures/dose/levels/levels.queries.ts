import { columns, oneOf, readModel, type ReadModel } from '../../../database/read-model';
import { localised } from '../../../templates';

const byCode = { sorts: { CODE: { column: 'code', type: 'text' } }, defaultSort: 'CODE' } as const;

/** How examinations and reference levels are read. */
export const levelReads: readonly ReadModel[] = [
  readModel({
    type: 'ExamType',
    table: 'exam_type',
    columns: columns('code modality scope populations phantomCm labelFr labelEn'),
    edges: { label: localised('label') },
    filters: { modalities: oneOf('modality') },
    ...byCode,
  }),
  readModel({
    type: 'DosePopulation',
    table: 'dose_population',
    columns: columns('code basis fromValue belowValue minSampleSize minSampleBasis labelFr labelEn'),
    edges: { label: localised('label') },
    ...byCode,
  }),
  readModel({
    type: 'ReferenceLevelSource',
    table: 'reference_level_source',
    columns: columns('code use titleFr titleEn inForceFrom inForceTo url evidenceFr evidenceEn createdAt'),
    edges: { title: localised('title'), evidence: localised('evidence') },
    filters: { uses: oneOf('use') },
    ...byCode,
  }),
  readModel({
    type: 'ReferenceLevel',
    table: 'reference_level',
    columns: columns(
      'quantity scope unit nrd vgd minSampleSize minSampleBasis phantomCm verification validFrom validTo url statement createdAt',
      {
        sourceId: '(select s.id from reference_level_source s where s.code = t.source_code)',
        examTypeId: '(select e.id from exam_type e where e.code = t.exam_code)',
        populationId: '(select p.id from dose_population p where p.code = t.population)',
      },
    ),
    edges: {
      source: { kind: 'one', to: 'ReferenceLevelSource', key: 'sourceId' },
      examType: { kind: 'one', to: 'ExamType', key: 'examTypeId' },
      population: { kind: 'one', to: 'DosePopulation', key: 'populationId' },
    },
    filters: {
      sourceCodes: oneOf('source_code'),
      examCodes: oneOf('exam_code'),
      quantities: oneOf('quantity'),
    },
  }),
];
