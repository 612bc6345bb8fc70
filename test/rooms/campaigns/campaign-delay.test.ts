import { campaignDelay, delayBefore, delayFrom } from '../../../server/campaigns';
import type { FrozenDeadline } from '../../../server/templates';

const label = { fr: 'Délai', en: 'Delay' };
const deadlines: FrozenDeadline[] = [
  { code: 'recusal', days: 15, months: null, label },
  { code: 'followUp', days: null, months: 24, label },
  { code: 'selfAssessmentDue', days: 30, months: null, label },
];
const campaign = { id: 'c', deadlines };

describe('the delays of a campaign', () => {
  it('are days or months', () => {
    expect(campaignDelay(campaign, 'recusal')).toEqual({ days: 15 });
    expect(campaignDelay(campaign, 'followUp')).toEqual({ months: 24 });
  });

  it.each([
    ['recusal', '2027-03-01', '2027-03-16'],
    // 29 March 2027 is Easter Monday.
    ['recusal', '2027-03-14', '2027-03-30'],
    // 3 March 2029 is a Saturday.
    ['followUp', '2027-03-03', '2029-03-05'],
  ] as const)('%s from %s ends on %s', (code, from, last) => {
    expect(delayFrom(campaign, code, from)).toBe(last);
  });

  it.each([
    ['selfAssessmentDue', '2027-04-28', '2027-03-26'],
    // 17 May 2027 is Whit Monday: back over the weekend to Friday.
    ['selfAssessmentDue', '2027-06-16', '2027-05-14'],
    ['followUp', '2029-03-04', '2027-03-04'],
  ] as const)('%s before %s is %s', (code, date, day) => {
    expect(delayBefore(campaign, code, date)).toBe(day);
  });

  it('are all there: a missing one is a defect', () => {
    expect(() => campaignDelay(campaign, 'plan')).toThrow('campaign c has no delay plan');
  });
});
