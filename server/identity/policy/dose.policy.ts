import type { RowRule } from '../../database/read-model';
import type { RoomPolicy } from '../access';
import { amongIds, either, everyone, NOTHING, ofOwnTeam } from '../row-rules';

const SERVICE_AND_TEAM =
  'Le service lui-même et l’équipe de son audit, une fois l’affectation acceptée ; personne d’autre.';

/** Doses are for the service that measured them and for the team of its audit; the programme reads none of a service's. */
const ofServiceOrTeam: RowRule = (viewer, t, bind) =>
  either(ofOwnTeam(viewer, t, bind), amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind));

/** Dose records, their imports and the mapping of protocols; examinations and reference levels, which are everybody's. */
export const dosePolicy: RoomPolicy = {
  types: {
    ExamType: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow: 'id code modality scope populations phantomCm label labelFr labelEn',
    },
    DosePopulation: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow: 'id code basis fromValue belowValue minSampleSize minSampleBasis label labelFr labelEn',
    },
    ReferenceLevelSource: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow: 'id code use title titleFr titleEn inForceFrom inForceTo url evidence createdAt',
    },
    ReferenceLevel: {
      seenBy: 'Tous les comptes.',
      rows: everyone,
      withRow: `id source examType population quantity scope unit nrd vgd minSampleSize minSampleBasis phantomCm
        verification validFrom validTo url statement createdAt`,
    },
    LevelLineResult: {
      seenBy: 'Qui importe le tableau.',
      rows: () => NOTHING,
      withRow: 'line outcome examCode population quantity unit nrd vgd userErrors',
    },
    DoseImport: {
      seenBy: SERVICE_AND_TEAM,
      rows: ofServiceOrTeam,
      withRow: `id audit state upload operation sha256 readCount keptCount excludedCount duplicateCount refusedCount
        message records refusals unmappedProtocols availableTransitions finishedAt version createdAt updatedAt`,
    },
    DoseRecord: {
      seenBy: SERVICE_AND_TEAM,
      rows: (viewer, t, bind, within, parents) =>
        within === 'DoseImport' ? null : ofServiceOrTeam(viewer, t, bind, within, parents),
      withRow: `id place modality level performedIn protocol acquisitionType equipment ageYears weightKg ctdiVolMgy
        phantomCm dlpMgyCm scanningLengthMm dapMgyCm2 entranceDoseMgy meanGlandularDoseMgy compressedThicknessMm
        fluoroscopySeconds notes examCode population isCounted exclusion setAside`,
    },
    DoseRefusal: {
      seenBy: SERVICE_AND_TEAM,
      rows: (viewer, t, bind, within, parents) =>
        within === 'DoseImport'
          ? null
          : `exists (select 1 from dose_import i where i.id = ${t}.dose_import_id
              and ${ofServiceOrTeam(viewer, 'i', bind, null, parents) ?? 'true'})`,
      withRow: 'id place code message',
    },
    ProtocolMapping: {
      seenBy: 'Le service lui-même.',
      rows: (viewer, t, bind) => amongIds(`${t}.audited_service_id`, viewer.services.keys(), bind),
      withRow: 'id auditedService modality protocol examType version createdAt updatedAt',
    },
    UnmappedProtocol: {
      seenBy: SERVICE_AND_TEAM,
      rows: () => NOTHING,
      withRow: 'modality protocol count suggestions',
    },
    DoseStatistics: { seenBy: SERVICE_AND_TEAM, rows: () => NOTHING, withRow: 'exams excluded' },
    DoseExamStatistic: {
      seenBy: SERVICE_AND_TEAM,
      rows: () => NOTHING,
      withRow: 'examCode examLabel position populations excluded',
    },
    DosePopulationStatistic: {
      seenBy: SERVICE_AND_TEAM,
      rows: () => NOTHING,
      withRow: 'population populationLabel position quantities',
    },
    DoseQuantityStatistic: {
      seenBy: SERVICE_AND_TEAM,
      rows: () => NOTHING,
      withRow: 'quantity unit n median q1 q3 medianInterval position isBorderline level comparisons',
    },
    DoseComparison: { seenBy: SERVICE_AND_TEAM, rows: () => NOTHING, withRow: 'level position isBorderline' },
    DoseNotCounted: { seenBy: SERVICE_AND_TEAM, rows: () => NOTHING, withRow: 'reason count' },
    MedianInterval: {
      seenBy: 'Ceux qui voient la médiane.',
      rows: () => NOTHING,
      withRow: 'low high coverage',
    },
    ComparedLevel: {
      seenBy: 'Ceux qui voient la médiane comparée.',
      rows: () => NOTHING,
      withRow: 'sourceCode sourceTitle use nrd vgd minSampleSize minSampleBasis verification from to',
    },
    CampaignDoseStatistic: {
      seenBy:
        'La coordination et le comité de pilotage, une fois la campagne close, sauf lien avec l’un de ses services ; jamais sur moins de cinq services.',
      rows: () => NOTHING,
      withRow:
        'examCode examLabel population populationLabel quantity unit serviceCount recordCount median q1 q3 level',
    },
  },
  mutations: {
    referenceLevelsImport: ['COORDINATOR', 'TEMPLATE_EDITOR'],
    doseImportPrepare: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    doseImportWithdraw: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
    protocolMappingSet: ['SERVICE_MANAGER', 'SERVICE_CONTRIBUTOR'],
  },
  queries: {
    examTypes: ['SIGNED_IN'],
    referenceLevelSources: ['SIGNED_IN'],
    referenceLevels: ['SIGNED_IN'],
    doseImport: ['SIGNED_IN'],
    protocolMappings: ['SIGNED_IN'],
  },
  arguments: {
    // Whoever is not of the service or the team reads none of them, whatever he compares with.
    'Audit.doseStatistics.compareWith': { reveals: 'doseStatistics' },
    'ExamType.filter.modalities': { reveals: 'modality' },
    'ProtocolMapping.filter.modalities': { reveals: 'modality' },
    'ReferenceLevel.filter.quantities': { reveals: 'quantity' },
    'ReferenceLevel.filter.sourceCodes': { reveals: 'source' },
    'ReferenceLevel.filter.examCodes': { reveals: 'examType' },
  },
};
