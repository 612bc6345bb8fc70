import fc from 'fast-check';
import { planFigures } from '../../../server/matching/reasons/plan-figures';
import type { InstanceService } from '../../../server/matching/matcher/instance';
import type { PlanTeam } from '../../../server/matching/matcher/plan';
import { seenPart } from '../../../server/matching/runs/seen-part';
import { auditor, instanceOf, service } from '../../support/matching/small-instances';

const at = (id: string): InstanceService =>
  service(id, { group: `group of ${id}`, seats: { RADIOLOGIST: 1 }, weeks: ['2027-W03'] });

const team = (id: string, member: string): PlanTeam => ({
  service: id,
  week: '2027-W03',
  members: [{ auditor: member, seat: 'RADIOLOGIST' }],
  lead: member,
  value: 100,
});

const planned = {
  instance: instanceOf(
    [at('seen'), at('hidden')],
    [auditor('one', { minimum: 1 }), auditor('other', { capacity: 1, minimum: 1 })],
    {
      conflicts: [
        ['one', 'hidden', 'C01'],
        ['one', 'seen', 'C03'],
      ],
      scores: [
        ['one', 'hidden', 5],
        ['one', 'seen', 6],
      ],
      pinned: [['other', 'hidden']],
      forbidden: [['one', 'hidden']],
      previous: [['other', 'hidden']],
    },
  ),
  plan: {
    teams: [team('seen', 'one'), team('hidden', 'other')],
    shortfalls: [
      { service: 'hidden', seat: 'RADIOGRAPHER' as const, missing: 1, blocking: [], relaxations: [] },
    ],
  },
};

describe('a plan as it looks to somebody from whom a service is hidden', () => {
  it('is the plan itself when nothing is', () => {
    expect(seenPart(planned, new Set())).toEqual(planned);
  });

  it('does not name the service anywhere, and keeps who audits it as busy as he is', () => {
    const seen = seenPart(planned, new Set(['hidden']));
    expect(JSON.stringify(seen)).not.toContain('hidden');
    expect(seen.instance.auditors).toMatchObject([
      { id: 'one', capacity: 2, minimum: 1, unavailableWeeks: [] },
      { id: 'other', capacity: 0, minimum: 0, unavailableWeeks: ['2027-W03'] },
    ]);
    expect(seen.plan.teams.map((each) => each.service)).toEqual(['seen']);
    expect(planFigures(seen.instance, seen.plan)).toMatchObject({ services: 1, assignments: 1 });
  });

  it('says the same whatever the hidden team is worth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (value) => {
        const other = {
          ...planned,
          plan: {
            ...planned.plan,
            teams: planned.plan.teams.map((each) => (each.service === 'hidden' ? { ...each, value } : each)),
          },
        };
        expect(seenPart(other, new Set(['hidden']))).toEqual(seenPart(planned, new Set(['hidden'])));
      }),
    );
  });
});
