import { AUDIENCES } from '../../../server/notifications';
import { DUE_SOURCES } from '../../../server/notifications/reminders/due-facts';
import { readReminders, type Reminder } from '../../../server/notifications/reminders/reminder-file';
import { stepsToday } from '../../../server/notifications/reminders/reminder-steps';
import { TEMPLATES_FOLDER } from '../../../server/templates-folder';

const DUE = '2027-03-10';
const reminder: Reminder = {
  topic: 'PLAN_DUE',
  before: [14, 3],
  after: [1, 7],
  to: ['SERVICE'],
  escalation: { afterWorkingDays: 5, to: ['COORDINATION'] },
};

const stepsOn = (today: string, changed: Partial<Reminder> = {}, dueOn = DUE) =>
  stepsToday({ ...reminder, ...changed }, dueOn, today).map(({ step, days }) => `${step} ${days}`);

it.each([
  ['2027-02-23', []],
  ['2027-02-24', ['BEFORE 14']],
  ['2027-03-06', ['BEFORE 14']],
  ['2027-03-07', ['BEFORE 3']],
  ['2027-03-10', ['BEFORE 3']],
  ['2027-03-11', ['AFTER 1']],
  ['2027-03-16', ['AFTER 1']],
  ['2027-03-17', ['AFTER 7', 'ESCALATED 5']],
  ['2028-01-01', ['AFTER 7', 'ESCALATED 5']],
])('on %s the steps of what is due on Wednesday 10 March 2027 are %j', (today, steps) => {
  expect(stepsOn(today)).toEqual(steps);
});

it('says on the day itself what is asked for then', () => {
  expect(stepsOn(DUE, { before: [3, 0] })).toEqual(['DUE 0']);
});

it('takes nobody to task on a Monday for what was due on Saturday', () => {
  const saturday = '2027-03-13';
  expect(stepsOn('2027-03-15', {}, saturday)).toEqual(['BEFORE 3']);
  expect(stepsOn('2027-03-16', {}, saturday)).toEqual(['AFTER 1']);
});

it('counts an escalation in working days: Ascension Day and its weekend lie between', () => {
  // Due on Monday 3 May 2027; the 6th is a public holiday.
  expect(stepsOn('2027-05-10', {}, '2027-05-03')).toEqual(['AFTER 7']);
  expect(stepsOn('2027-05-11', {}, '2027-05-03')).toEqual(['AFTER 7', 'ESCALATED 5']);
});

it('tells of what opens at once, however far its day', () => {
  expect(stepsOn('2026-01-01', { whenItOpens: true })).toEqual(['OPENED 0']);
});

it('does not speak of a right once it has ended', () => {
  expect(stepsOn('2027-03-10', { after: [], before: [14, 0] })).toEqual(['DUE 0']);
  expect(
    stepsToday({ topic: 'RECUSAL_WINDOW', before: [2], after: [], to: ['MANAGER'] }, DUE, '2027-03-11'),
  ).toEqual([]);
});

it('the reminders that ship speak of each thing that is found, once, to those who exist', () => {
  const reminders = readReminders(TEMPLATES_FOLDER);
  expect(reminders.map(({ topic }) => topic).sort()).toEqual(Object.keys(DUE_SOURCES).sort());
  for (const { to, escalation } of reminders)
    expect([...to, ...(escalation?.to ?? [])].every((audience) => AUDIENCES.includes(audience))).toBe(true);
});
