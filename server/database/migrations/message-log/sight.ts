import { DELIVERY_SEEN } from '../notifications/policies';
import { ME } from '../second-wall/conditions';

const audiences = (names: readonly string[]): string => `
  alter table delivery drop constraint delivery_audience_check;
  alter table delivery add constraint delivery_audience_check check (audience in (${names.map((name) => `'${name}'`).join(', ')}));`;

const FIRST = ['SERVICE', 'MANAGER', 'TEAM', 'LEAD', 'AUDITOR', 'COORDINATION'];

/** The programme is told of a campaign’s synthesis, and owners of their webhook endpoints. */
export const WITH_PROGRAMME_AND_OWNERS = audiences([...FIRST, 'PROGRAMME', 'OWNER']);

/** The way back; what these were told is forgotten. */
export const AUDIENCES_BEFORE = `delete from delivery where audience in ('PROGRAMME', 'OWNER'); ${audiences(FIRST)}`;

/**
 * What was told of these stands in the log of whoever was told, and in nobody else's: that a draft is being signed stays in
 * the team, whose practice is shared in its service, that a synthesis is prepared with those who may see it.
 */
const OTHERS_ARE_TOLD = `topic not in ('DOCUMENT_SIGNED', 'AMENDMENT_PROPOSED', 'PRACTICE_SHARED', 'SYNTHESIS_PREPARED',
  'ENDPOINT_DISABLED')`;

const seen = (condition: string): string =>
  `alter policy reads on delivery using ((select app.is_acting()) or (${condition}));`;

export const OWN_LOG = seen(`account_id = ${ME} or (${OTHERS_ARE_TOLD} and (${DELIVERY_SEEN}))`);

/** The way back. */
export const LOG_BEFORE = seen(DELIVERY_SEEN);
