/** All that a session may do while its account owes a second factor: see itself, enrol, and end. */
export const ENROLMENT: ReadonlySet<string> = new Set([
  'viewer',
  'secondFactorEnrol',
  'secondFactorConfirm',
  'passwordChange',
  'signOut',
]);
