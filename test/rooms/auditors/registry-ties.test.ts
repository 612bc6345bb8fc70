import { planTies, type KnownTie, type WantedTie } from '../../../server/auditors/registry-ties';

const TODAY = '2027-03-01';

const tie = (organisationId: string, auditedServiceId: string | null = null): WantedTie => ({
  personId: 'ada',
  organisationId,
  auditedServiceId,
});

const known = (id: string, wanted: WantedTie, fromDate: string, toDate: string | null = null): KnownTie => ({
  ...wanted,
  id,
  fromDate,
  toDate,
});

const everyone = new Set(['ada']);
const NOTHING = { begin: [], resume: [], end: [] };

describe('planTies', () => {
  it('writes nothing when the directory shows what is known, however often', () => {
    const wanted = [tie('chu', 'site'), tie('chu', 'site')];
    expect(planTies(wanted, [known('1', tie('chu', 'site'), '2026-01-01')], everyone, TODAY)).toEqual(
      NOTHING,
    );
  });

  it('begins a tie once, and tells a site from its organisation', () => {
    const wanted = [tie('chu', 'site'), tie('chu', 'site')];
    const before = [known('1', tie('chu'), '2026-01-01')];
    expect(planTies(wanted, before, new Set(), TODAY)).toEqual({ ...NOTHING, begin: [tie('chu', 'site')] });
  });

  it('ends what is no longer shown the day before, and what began today today', () => {
    const before = [known('1', tie('chu'), '2026-01-01'), known('2', tie('cabinet'), TODAY)];
    expect(planTies([], before, everyone, TODAY)).toEqual({
      ...NOTHING,
      end: [
        { id: '1', personId: 'ada', toDate: '2027-02-28' },
        { id: '2', personId: 'ada', toDate: TODAY },
      ],
    });
  });

  it('ends nothing of people whose lines are not all there', () => {
    expect(planTies([], [known('1', tie('chu'), '2026-01-01')], new Set(), TODAY)).toEqual(NOTHING);
  });

  it('resumes what ended today, and begins anew what ended before', () => {
    const endedToday = [known('1', tie('chu'), TODAY, TODAY)];
    expect(planTies([tie('chu')], endedToday, everyone, TODAY)).toEqual({
      ...NOTHING,
      resume: [{ id: '1', personId: 'ada' }],
    });
    const endedBefore = [known('1', tie('chu'), '2026-01-01', '2027-02-28')];
    expect(planTies([tie('chu')], endedBefore, everyone, TODAY)).toEqual({ ...NOTHING, begin: [tie('chu')] });
  });
});
