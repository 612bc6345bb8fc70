/**
 * What still stands of evidence, as SQL: read wherever something rests on it, so that no act that takes evidence away can
 * forget whom it concerns.
 */

/** The team's word on the piece of evidence `e` as it is now; what was said of an earlier version counts no more. */
const verdictIs = (e: string, value: 'ACCEPTED' | 'TURNED_DOWN'): string =>
  `exists (select 1 from evidence_verdict w where w.evidence_id = ${e}.id and w.evidence_version = ${e}.version
    and w.value = '${value}')`;

/** The piece of evidence can still show something: neither refused by the scan nor turned down. */
export const stands = (e: string): string =>
  `(${e}.state in ('QUARANTINED', 'CLEAN') and not ${verdictIs(e, 'TURNED_DOWN')})`;

/** The team has accepted the piece of evidence as it is now, and the scan has found nothing since. */
export const isAccepted = (e: string): string => `(${e}.state = 'CLEAN' and ${verdictIs(e, 'ACCEPTED')})`;

/** The pieces of evidence `e` of the last answer to the request with this id, as `from … where …`. */
export const ofLastAnswer = (request: string): string =>
  `from evidence_answer n
   join answering_evidence l on l.evidence_answer_id = n.id
   join evidence e on e.id = l.evidence_id
   where n.evidence_request_id = ${request} and n.number = (
     select max(m.number) from evidence_answer m where m.evidence_request_id = ${request})`;

/**
 * All that the last answer to the request `t` gave is lost: nothing of it stands, or nothing of it is accepted any more
 * although the answer was. What the service has corrected since must be accepted anew.
 */
export const isReopened = (t: string): string => {
  const nothingIs = (condition: string): string =>
    `not exists (select 1 ${ofLastAnswer(`${t}.id`)} and ${condition})`;
  return `(case ${t}.state when 'ANSWERED' then ${nothingIs(stands('e'))}
    when 'ACCEPTED' then ${nothingIs(isAccepted('e'))} else false end)`;
};

/** The state of the request `t` that counts: OPEN again once nothing is left of what answered it. */
export const standingState = (t: string): string =>
  `case when ${isReopened(t)} then 'OPEN' else ${t}.state end`;
