import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type {
  DoseInReport,
  FindingInReport,
  MeasureInReport,
  PlanDocument,
  RenderingOptions,
  ReportBody,
  ReportDocument,
} from '../../server/reports';

const hashOf = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '', 'utf8')
    .digest('hex');

const HEADER: Pick<ReportBody, 'audit' | 'auditedService' | 'campaign' | 'template' | 'team'> = {
  audit: {
    reference: 'AUD-2026-00004',
    visitOn: '2026-10-01',
    selfAssessmentSubmittedAt: '2026-08-28T09:30:00.000Z',
    visitClosedAt: '2026-10-01T16:10:00.000Z',
    draftSharedAt: '2026-10-20T08:00:00.000Z',
    contradictoryUntil: '2026-11-20',
  },
  auditedService: {
    name: 'CENTRE HOSPITALIER DE FLEYRIAT – imagerie',
    finessEt: '010000123',
    siret: null,
    organisation: 'Centre hospitalier de Bourg-en-Bresse',
    departmentCode: '01',
    regionCode: '84',
    modalities: ['CT', 'RADIOGRAPHY', 'MAMMOGRAPHY'],
  },
  campaign: { code: 'G4-2026', title: 'Première campagne nationale' },
  template: {
    code: 'T2-CT-OPT',
    version: 1,
    title: { fr: 'Audit d’optimisation du scanner chez l’adulte', en: 'Adult CT optimisation audit' },
    contentHash: 'a'.repeat(64),
  },
  team: [
    {
      familyName: 'Lefèvre-Œuvrard',
      givenName: 'Zoé',
      profession: 'RADIOLOGIST',
      employer: 'CHU de Besançon',
      seat: 'RADIOLOGIST',
      isLead: true,
    },
    {
      familyName: 'N’Guessan',
      givenName: 'Aïcha',
      profession: 'RADIOGRAPHER',
      employer: null,
      seat: 'RADIOGRAPHER',
      isLead: false,
    },
  ],
};

/** A finding that nobody answered, unless told otherwise. */
export function findingInReport(number: number, given: Partial<FindingInReport> = {}): FindingInReport {
  const statement = given.statement ?? `Le constat porte le numéro ${number}.`;
  return {
    number,
    criterion: null,
    kind: 'OBSERVATION',
    severity: null,
    state: 'FINAL',
    statement,
    drafted: { statement, severity: given.severity ?? null },
    treatment: 'NO_REPLY',
    reply: null,
    disposition: null,
    callsForAction: false,
    ...given,
  };
}

/** A signed report of a body. */
export function reportDocument(body: ReportBody, given: Partial<ReportDocument> = {}): ReportDocument {
  const bodySha256 = hashOf(body);
  return {
    schema: { name: 'vis-a-vis/report', version: 2 },
    number: 1,
    issuedAt: '2026-12-01T10:15:00.000Z',
    salt: '0123456789abcdef'.repeat(2),
    amendment: null,
    actionsDueOn: { CRITICAL: '2026-12-31', MAJOR: '2027-03-01', MINOR: '2027-06-01' },
    bodySha256,
    body,
    signatures: body.team.map(({ familyName, givenName, profession, isLead }) => ({
      familyName,
      givenName,
      profession,
      isLead,
      signedAt: '2026-11-30T17:45:00.000Z',
      confirmation: 'Je signe ce rapport',
      bodySha256,
    })),
    ...given,
  };
}

/** Three sections, a strength, one grave finding, one measure, one dose. */
export function smallReport(): ReportDocument {
  return reportDocument({
    ...HEADER,
    scope: { criteria: 3, notApplicable: 0, notEvaluated: 1, evidence: 4, sampledCases: 30, doseRecords: 31 },
    sections: ['A', 'B', 'C'].map((code, index) => ({
      code,
      title: { fr: `Section « ${code} »`, en: `Section “${code}”` },
      consensus: { score: 0.5 + index / 10, gradedCount: 1, applicableCount: 1 },
      selfAssessment: { score: 1 - index / 10, gradedCount: 1, applicableCount: 1 },
    })),
    criteria: [
      {
        code: 'T2-A1',
        section: 'A',
        title: { fr: 'Chaque acte a un protocole écrit.', en: 'Each act has a written protocol.' },
        selfAssessment: 'CONFORM',
        consensus: 'PARTIAL',
        reason: null,
      },
      {
        code: 'T2-B1',
        section: 'B',
        title: { fr: 'Les doses sont relevées.', en: 'Doses are recorded.' },
        selfAssessment: 'CONFORM',
        consensus: 'CONFORM',
        reason: null,
      },
      {
        code: 'T2-C1',
        section: 'C',
        title: { fr: 'Les écarts sont analysés.', en: 'Deviations are analysed.' },
        selfAssessment: null,
        consensus: 'NOT_EVALUATED',
        reason: 'Pas de cas le jour de la visite.',
      },
    ],
    measures: [
      {
        criterion: 'T2-A1',
        source: 'CASES',
        x: 27,
        n: 30,
        estimate: 0.9,
        low: 0.7438,
        high: 0.9654,
        notAssessable: 2,
        target: { operator: '>=', value: 0.95 },
        decision: 'INCONCLUSIVE',
        dosePosition: null,
      },
    ],
    doses: [dose(0)],
    findings: [
      findingInReport(1, {
        kind: 'STRENGTH',
        statement: 'L’accueil des patients est exemplaire : tout y est expliqué.',
      }),
      findingInReport(2, {
        kind: 'NON_CONFORMITY',
        severity: 'MAJOR',
        criterion: 'T2-A1',
        statement: 'Trois protocoles sur dix ne sont pas datés ; deux ne sont pas approuvés.',
        treatment: 'MAINTAINED',
        reply: {
          kind: 'CONTESTED',
          argument: 'Les dates figurent au dos.',
          repliedAt: '2026-11-10T09:00:00.000Z',
          evidence: [{ title: 'Protocole du thorax', sha256: 'b'.repeat(64) }],
        },
        disposition: {
          decision: 'REJECTED',
          reason: 'Le dos ne porte que la date d’impression.',
          disposedAt: '2026-11-25T09:00:00.000Z',
        },
        callsForAction: true,
      }),
    ],
    coverage: [
      {
        reference: 'ASN660',
        title: { fr: 'Décision n° 2019-DC-0660', en: 'Decision 2019-DC-0660' },
        clauses: 12,
        full: 7,
        partial: 3,
      },
    ],
  });
}

/** Texts that would do harm where they are not kept apart from mark-up, or that are hard to lay out. */
export const HOSTILE_TEXTS = {
  script: '<script>alert("x")</script><img src=x onerror=alert(1)>',
  typst: '#import "/etc/passwd": * #{ panic("x") } $ x^2 $ \\ @ref <label> *gras* _italique_ `code` = titre',
  quotes: 'Il a dit : « Non ! » ; puis "rien", et l’a écrit à 50 % ?',
  emoji: 'Bien 😀👨‍👩‍👧 vu',
  arabic: 'ملاحظة: الجرعات',
  long: 'x'.repeat(3000),
  control: 'avant\u0007après\u202eenvers\u0000fin',
  markup: ']]> & &amp; --> <!-- \u2028 {{x}} ${y}',
} as const;

const SENTENCES = [
  'Les protocoles du scanner sont revus chaque année avec la physicienne, et les changements sont tracés dans le registre de la machine.',
  'Lors de la visite, l’équipe a relevé que la justification des demandes reçues la nuit n’était pas écrite : le médecin de garde la donne oralement.',
  'Le service a montré comment la dose est suivie « au fil de l’eau » ; un seuil d’alerte existe, mais personne n’est désigné pour y répondre.',
  'Huit des trente comptes rendus ne citent ni l’IDSV ni le PDL ; les autres les donnent avec leur unité.',
];

const FINDING_KINDS = [
  'STRENGTH',
  'REMARKABLE_PRACTICE',
  'NON_CONFORMITY',
  'RECOMMENDATION',
  'OBSERVATION',
] as const;
const SEVERITIES = ['MINOR', 'MAJOR', 'CRITICAL'] as const;
const GRADES = ['CONFORM', 'CONFORM', 'PARTIAL', 'NON_CONFORM', 'NOT_APPLICABLE', 'NOT_EVALUATED'] as const;

/** The item of a list that is gone through again and again. */
function turn<Item>(items: readonly [Item, ...Item[]], index: number): Item {
  return items[index % items.length] ?? items[0];
}

/** As large as reports get: 148 criteria, 60 findings with long texts and all that is hostile, 40 measures, 24 doses. */
export function largeReport(): ReportDocument {
  const hostile = Object.values(HOSTILE_TEXTS);
  const criteria = Array.from({ length: 148 }, (_, index) => {
    const consensus = turn(GRADES, index);
    const isOmitted = consensus === 'NOT_APPLICABLE' || consensus === 'NOT_EVALUATED';
    return {
      code: `T9-${'ABCDEFGHIJ'.charAt(Math.floor(index / 15))}${(index % 15) + 1}`,
      section: 'ABCDEFGHIJ'.charAt(Math.floor(index / 15)),
      title: {
        fr: `${index + 1} : ${SENTENCES[index % 4] ?? ''}`,
        en: `${index + 1}: CT protocols are reviewed each year with the physicist, and changes are logged.`,
      },
      selfAssessment: turn(GRADES, index + (index % 7 === 0 ? 1 : 0)),
      consensus,
      reason: isOmitted ? 'Le service n’a pas cette activité.' : null,
    };
  });
  return reportDocument(
    {
      ...HEADER,
      scope: {
        criteria: 148,
        notApplicable: 25,
        notEvaluated: 24,
        evidence: 212,
        sampledCases: 150,
        doseRecords: 12_345,
      },
      sections: Array.from('ABCDEFGHIJ', (code, index) => ({
        code,
        title: {
          fr: `Organisation et suivi, partie ${code}`,
          en: `Organisation and follow-up, part ${code}`,
        },
        consensus: {
          score: index === 9 ? null : 0.4 + (index % 6) / 10,
          gradedCount: 12,
          applicableCount: 10,
        },
        selfAssessment: { score: 0.95 - (index % 5) / 10, gradedCount: 12, applicableCount: 11 },
      })),
      criteria,
      measures: criteria.slice(0, 40).map(({ code }, index) => measure(code, index)),
      doses: Array.from({ length: 24 }, (_, index) => dose(index)),
      findings: Array.from({ length: 60 }, (_, index) => {
        const kind = turn(FINDING_KINDS, index);
        const severity = kind === 'NON_CONFORMITY' ? turn(SEVERITIES, Math.floor(index / 5)) : null;
        const text = index < hostile.length * 2 && index % 2 === 0 ? hostile[index / 2] : undefined;
        const statement =
          text ?? Array.from({ length: (index % 4) + 2 }, (_, n) => SENTENCES[(index + n) % 4]).join(' ');
        return findingInReport(index + 1, {
          kind,
          severity,
          statement,
          criterion: index % 3 === 0 ? null : (criteria[index]?.code ?? null),
          ...answer(index),
          callsForAction: (severity !== null || kind === 'RECOMMENDATION') && index % 8 !== 3,
        });
      }),
      coverage: Array.from({ length: 30 }, (_, index) => ({
        reference: `TEXTE-${index + 1}`,
        title: { fr: `Texte de référence n° ${index + 1}`, en: `Reference text no. ${index + 1}` },
        clauses: 20,
        full: index % 13,
        partial: index % 5,
      })),
    },
    {
      number: 2,
      amendment: {
        reason: 'Une date de visite était fausse.',
        amends: { number: 1, sha256: 'c'.repeat(64) },
        changes: [{ finding: 3, previousStatement: 'La visite a eu lieu le 2 octobre.' }],
      },
    },
  );
}

/** Nothing but what every report has. */
export function emptyReport(): ReportDocument {
  return reportDocument({
    ...HEADER,
    scope: { criteria: 0, notApplicable: 0, notEvaluated: 0, evidence: 0, sampledCases: 0, doseRecords: 0 },
    sections: [],
    criteria: [],
    measures: [],
    doses: [],
    findings: [],
    coverage: [],
  });
}

/** The accepted plan of a report: an action for each finding that calls for one. */
export function planOf(report: ReportDocument): PlanDocument {
  return {
    schema: { name: 'vis-a-vis/plan', version: 1 },
    report: { number: report.number, sha256: hashOf(report) },
    acceptedAt: '2027-01-10T10:00:00.000Z',
    actions: report.body.findings
      .filter(({ callsForAction }) => callsForAction)
      .map(({ number, severity }) => ({
        finding: number,
        title: `Dater et approuver les protocoles (constat n° ${number})`,
        cause: 'Personne n’était désigné pour les relire.',
        containment: number % 2 === 0 ? 'Les anciens protocoles ont été retirés des consoles.' : null,
        ownerName: 'Mme Claire Ægidius, cadre de santé',
        dueOn: report.actionsDueOn[severity ?? 'MINOR'],
        effectivenessDueOn: '2027-11-15',
      })),
  };
}

function answer(index: number): Partial<FindingInReport> {
  const repliedAt = '2026-11-10T09:00:00.000Z';
  const disposedAt = '2026-11-25T09:00:00.000Z';
  const reason = SENTENCES[1] ?? '';
  switch (index % 4) {
    case 0:
      return {};
    case 1:
      return { treatment: 'AGREED', reply: { kind: 'ACCEPTED', argument: null, repliedAt, evidence: [] } };
    case 2:
      return {
        treatment: 'MAINTAINED',
        reply: {
          kind: 'CONTESTED',
          argument: SENTENCES.join(' '),
          repliedAt,
          evidence: [{ title: 'Registre 2026', sha256: null }],
        },
        disposition: { decision: 'REJECTED', reason, disposedAt },
      };
    default:
      return {
        treatment: index % 8 === 3 ? 'WITHDRAWN' : 'AMENDED',
        state: index % 8 === 3 ? 'WITHDRAWN' : 'FINAL',
        drafted: { statement: `Première rédaction : ${SENTENCES[0] ?? ''}`, severity: null },
        reply: { kind: 'CORRECTION', argument: 'La date est fausse.', repliedAt, evidence: [] },
        disposition: { decision: index % 8 === 3 ? 'ACCEPTED' : 'PARTLY', reason, disposedAt },
      };
  }
}

function measure(criterion: string, index: number): MeasureInReport {
  const nothing = {
    x: null,
    n: null,
    estimate: null,
    low: null,
    high: null,
    notAssessable: null,
    decision: null,
    dosePosition: null,
  } as const;
  switch (index % 5) {
    case 0:
      return { criterion, source: 'DOSE', ...nothing, target: null, dosePosition: 'BETWEEN' };
    case 1:
      return {
        criterion,
        source: 'AGREEMENT',
        ...nothing,
        estimate: index === 1 ? -0.12 : 0.71,
        low: index === 1 ? -0.4 : 0.55,
        high: index === 1 ? 0.2 : 0.84,
        target: { operator: '>=', value: 0.6 },
        decision: index === 1 ? 'NOT_MET' : 'MET',
      };
    case 2:
      return {
        criterion,
        source: 'NUMBER',
        ...nothing,
        estimate: 0.183,
        target: { operator: '<=', value: 0.2 },
        decision: 'MET',
      };
    case 3:
      return {
        criterion,
        source: 'CASES',
        ...nothing,
        x: 30,
        n: 30,
        estimate: 1,
        low: 0.8865,
        high: 1,
        target: { operator: '>=', value: 0.9 },
        decision: 'INCONCLUSIVE',
      };
    default:
      return {
        criterion,
        source: 'COUNTS',
        ...nothing,
        x: 2,
        n: 20,
        estimate: 0.1,
        low: 0.0279,
        high: 0.301,
        target: { operator: '>=', value: 0.9 },
        decision: 'NOT_MET',
      };
  }
}

function dose(index: number): DoseInReport {
  const scale = [1, 40, 0.1, 1000][index % 4] ?? 1;
  const median = [9.6, 14.2, 7.1, 12.01][index % 4] ?? 9.6;
  const quantities = ['IDSV', 'PDL', 'DGM', 'PDS'] as const;
  const hasLevel = index % 6 !== 5;
  const hasInterval = index % 5 !== 4;
  return {
    exam: 'CT-THX',
    examTitle: { fr: 'Scanner : thorax', en: 'CT: chest' },
    population: 'ADULT',
    populationTitle: { fr: 'Adulte', en: 'Adult' },
    quantity: turn(quantities, index),
    unit: ['mGy', 'mGy.cm', 'mGy', 'mGy.cm2'][index % 4] ?? 'mGy',
    n: hasInterval ? 31 : 4,
    median: median * scale,
    q1: median * scale * 0.8,
    q3: median * scale * 1.3,
    low: hasInterval ? median * scale * 0.9 : null,
    high: hasInterval ? median * scale * 1.1 : null,
    position: hasLevel
      ? median > 12
        ? 'ABOVE_NRD'
        : median > 8
          ? 'BETWEEN'
          : 'AT_OR_BELOW_VGD'
      : 'NO_LEVEL',
    isBorderline: hasLevel && hasInterval ? index % 4 === 3 : null,
    level: hasLevel
      ? {
          source: 'ASN-2019-DC-0667',
          sourceTitle: {
            fr: 'Décision de l’ASN n° 2019-DC-0667 du 18 avril 2019',
            en: 'ASN decision 2019-DC-0667 of 18 April 2019',
          },
          use: index % 7 === 6 ? 'FALLBACK_EU' : 'CURRENT_NATIONAL',
          nrd: 12 * scale,
          vgd: index % 3 === 2 ? null : 8 * scale,
        }
      : null,
  };
}

/** How a service asks for its report in French. */
export const FOR_SERVICE: RenderingOptions = {
  plan: null,
  language: 'fr',
  audience: 'SERVICE',
  sha256: 'd'.repeat(64),
  wholeSha256: null,
};
