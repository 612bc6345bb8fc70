import {
  GROUPS_SINCE,
  planMemberships,
  type KnownMembership,
} from '../../../server/audited-services/store-groups';

const TODAY = '2027-03-01';
const at = (groupId: string) => ({ organisationId: 'hospital', groupId });
const known = (id: string, groupId: string, more: Partial<KnownMembership> = {}): KnownMembership => ({
  ...at(groupId),
  id,
  source: 'REGISTRY',
  fromDate: GROUPS_SINCE,
  toDate: null,
  ...more,
});

describe('planMemberships', () => {
  it('begins a first membership when the groups began, and a later one today', () => {
    expect(planMemberships([at('A')], [], TODAY)).toEqual({
      begin: [{ ...at('A'), fromDate: '2016-07-01' }],
      end: [],
    });
    expect(planMemberships([at('B')], [known('1', 'A')], TODAY)).toEqual({
      begin: [{ ...at('B'), fromDate: TODAY }],
      end: [{ id: '1', toDate: '2027-02-28' }],
    });
  });

  it('writes nothing when the registry shows what is known', () => {
    expect(planMemberships([at('A')], [known('1', 'A')], TODAY)).toEqual({ begin: [], end: [] });
  });

  it('neither doubles nor ends what people declared', () => {
    const declared = [known('1', 'A', { source: 'DECLARED' }), known('2', 'B', { source: 'DECLARED' })];
    expect(planMemberships([at('A')], declared, TODAY)).toEqual({ begin: [], end: [] });
  });

  it('begins anew what had ended', () => {
    const ended = [known('1', 'A', { toDate: '2020-12-31' })];
    expect(planMemberships([at('A')], ended, TODAY)).toEqual({
      begin: [{ ...at('A'), fromDate: TODAY }],
      end: [],
    });
  });
});
