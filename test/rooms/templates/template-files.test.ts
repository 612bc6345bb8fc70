import { readTemplateFiles } from '../../../server/templates/template-files';
import { newestPublished } from '../../../server/templates/template-versions';
import { SHIPPED } from './templates-folder';

const loaded = readTemplateFiles(SHIPPED);
const sections = loaded.templates.flatMap(({ content }) => content.sections);
const criteria = sections.flatMap((section) => section.criteria);

describe('the templates that ship', () => {
  it('are seven, each with its criteria and critical criteria', () => {
    const counts = loaded.templates.map(({ slug, content }) => {
      const own = content.sections.flatMap((section) => section.criteria);
      return [content.code, slug, content.version, own.length, own.filter(({ critical }) => critical).length];
    });
    expect(counts).toEqual([
      ['T1-CT-JUST', 'ct-justification', 1, 20, 5],
      ['T2-CT-OPT', 'ct-optimisation', 1, 19, 8],
      ['T3-PAED', 'paediatrics', 1, 23, 6],
      ['T4-RX-MG-OPT', 'radiography-mammography', 1, 20, 7],
      ['T5-IR', 'interventional', 1, 21, 9],
      ['T6-TELE', 'teleradiology', 1, 20, 9],
      ['T7-QMS-REX', 'quality-system', 1, 25, 13],
    ]);
  });

  it('hold 148 criteria, 57 of them critical, in 35 sections, with 575 links to 74 reference texts', () => {
    expect(sections).toHaveLength(35);
    expect(criteria).toHaveLength(148);
    expect(criteria.filter(({ critical }) => critical)).toHaveLength(57);
    expect(criteria.flatMap(({ references }) => references)).toHaveLength(575);
    expect(loaded.referenceTexts).toHaveLength(74);
    expect(new Set(criteria.flatMap(({ references }) => references)).size).toBe(74);
    expect(Object.values(loaded.crosswalk).flat()).toHaveLength(575);
  });

  it('stand on 5 scales, 28 kinds of evidence and 11 verification levels', () => {
    expect(loaded.scales.map(({ code }) => code)).toEqual(['CONF4', 'RATE', 'JUST', 'METRIC', 'DOSEPOS']);
    expect(loaded.evidenceKinds).toHaveLength(28);
    expect(loaded.verificationLevels).toHaveLength(11);
    expect(criteria.flatMap(({ evidence }) => evidence)).toHaveLength(248);
  });

  it('say what each target rests on', () => {
    const bases = new Map<string, number>();
    for (const { target } of criteria) bases.set(target.basis, (bases.get(target.basis) ?? 0) + 1);
    expect(Object.fromEntries(bases)).toEqual({
      PROJECT_PROPOSAL: 95,
      REGULATORY_TEXT: 41,
      REGULATORY_TEXT_TO_CONFIRM: 8,
      AWAITING_NATIONAL_VALUE: 2,
      PROFESSIONAL_CHARTER: 1,
      LOCAL_AGREEMENT: 1,
    });
  });

  it('keep accents, order and every part of a criterion', () => {
    const first = criteria.find(({ code }) => code === 'T2-C2');
    expect(first).toEqual({
      code: 'T2-C2',
      principle: 'OPTIMISATION',
      critical: true,
      weight: 3,
      scale: 'DOSEPOS',
      text: {
        fr: 'Pour chaque examen évalué, la médiane du site est située par rapport au NRD et à la VGD.',
        en: 'For each examination evaluated, the site median is placed against the NRD and the VGD.',
      },
      evidence: [
        {
          ref: 'E-DOSE',
          type: 'DOSE_SAMPLE',
          n: 30,
          examCodes: ['CT-ENC', 'CT-THX', 'CT-AP', 'CT-TAP', 'CT-RLO'],
        },
      ],
      target: { metric: 'MEDIAN', op: '<=', value: 'NRD', basis: 'REGULATORY_TEXT' },
      references: ['CSP-R1333-61', 'ASN667', 'ICRP135', 'EUR-56'],
    });
  });

  it('have French and English that differ wherever a sentence is judged', () => {
    expect(criteria.filter(({ text }) => text.fr === text.en)).toEqual([]);
  });
});

describe('the conflict rules that ship', () => {
  const rule = (id: string) => loaded.conflictRules.find((one) => one.id === id);

  it('are C01 to C18, all of them evaluated and enabled', () => {
    const ids = Array.from({ length: 18 }, (_, i) => `C${String(i + 1).padStart(2, '0')}`);
    expect(loaded.conflictRules.map(({ id }) => id)).toEqual(ids);
    expect(
      loaded.conflictRules.filter((one) => one.evaluated && one.enabledByDefault).map(({ id }) => id),
    ).toEqual(ids);
  });

  it('carry their windows as data', () => {
    expect(rule('C01')?.steps).toEqual([{ level: 'BLOCK', window: 'now' }]);
    expect(rule('C03')?.steps).toEqual([{ level: 'BLOCK', window: { years: 5 } }]);
    expect(rule('C04')?.steps).toEqual([
      { level: 'BLOCK', window: { years: 2 } },
      { level: 'REVIEW', window: { years: 5 } },
    ]);
    expect(rule('C06')?.steps).toEqual([
      { level: 'BLOCK', window: { years: 5 } },
      { level: 'BLOCK', window: 'sameCampaign' },
    ]);
    expect(rule('C13')?.steps).toEqual([{ level: 'BLOCK', window: 'none' }]);
    expect(rule('C15')?.steps).toEqual([{ level: 'BLOCK', window: { months: 12 } }]);
  });
});

describe('the deadlines that ship', () => {
  it('are these, from these events', () => {
    const rows = loaded.deadlines.deadlines.map((one) => [one.key, one.duration, one.direction, one.event]);
    expect(rows).toEqual([
      ['selfAssessmentOpens', { days: 90 }, 'BEFORE', 'VISIT'],
      ['selfAssessmentDue', { days: 30 }, 'BEFORE', 'VISIT'],
      ['documentsComplete', { days: 30 }, 'BEFORE', 'VISIT'],
      ['teamShown', { days: 75 }, 'BEFORE', 'VISIT'],
      ['recusal', { days: 15 }, 'AFTER', 'TEAM_SHOWN'],
      ['perAuditDeclaration', { days: 7 }, 'AFTER', 'ASSIGNMENT_PROPOSED'],
      ['recusalDecision', { days: 7 }, 'AFTER', 'RECUSAL_FILED'],
      ['recusalAppeal', { days: 15 }, 'AFTER', 'RECUSAL_REFUSED'],
      ['recusalAppealDecision', { days: 15 }, 'AFTER', 'RECUSAL_APPEALED'],
      ['draftReport', { days: 21 }, 'AFTER', 'VISIT'],
      ['contradictory', { days: 30 }, 'AFTER', 'DRAFT_REPORT_SHARED'],
      ['finalReport', { days: 15 }, 'AFTER', 'REPLIES_RECEIVED'],
      ['plan', { days: 60 }, 'AFTER', 'REPORT_ISSUED'],
      ['actionCritical', { days: 30 }, 'AFTER', 'ACTION_AGREED'],
      ['actionMajor', { days: 90 }, 'AFTER', 'ACTION_AGREED'],
      ['actionMinor', { days: 365 }, 'AFTER', 'ACTION_AGREED'],
      ['effectivenessCheck', { days: 90 }, 'AFTER', 'ACTION_DUE'],
      ['followUp', { months: 24 }, 'AFTER', 'REPORT_ISSUED'],
      ['nextAudit', { years: 5 }, 'AFTER', 'VISIT'],
      ['declarationValidity', { months: 12 }, 'AFTER', 'DECLARATION_SIGNED'],
    ]);
    const settings = loaded.deadlines.settings.map(({ key, value }) => [key, value]);
    expect(settings).toEqual([
      ['visitLength', 1],
      ['synthesisMinimumServices', 5],
    ]);
  });
});

describe('newestPublished', () => {
  const version = (code: string, number: number, status: 'DRAFT' | 'PUBLISHED' | 'RETIRED') => {
    const [template] = loaded.templates;
    if (!template) throw new Error('no template is shipped');
    const content = { ...template.content, code, version: number, status };
    return { file: `${code}/v${number}.yaml`, content, lineOf: () => 1 };
  };

  it('leaves out drafts, retired versions and all but the newest', () => {
    const chosen = newestPublished([
      version('T1-A', 1, 'PUBLISHED'),
      version('T1-A', 2, 'PUBLISHED'),
      version('T1-A', 3, 'DRAFT'),
      version('T2-B', 1, 'RETIRED'),
    ]);
    expect(chosen.map(({ file }) => file)).toEqual(['T1-A/v2.yaml']);
  });
});
