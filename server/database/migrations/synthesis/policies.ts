import type { RowPolicies } from '../../row-level-security';
import { COORDINATOR, ofMyService, PLATFORM, PROGRAMME, SIGNED_IN } from '../second-wall/conditions';

const UNTIED = '(not app.is_tied_to_campaign(campaign_id))';
const OWN = ofMyService('audited_service_id');

/**
 * A published synthesis is everybody's; its draft is for the programme, without whoever has a tie with a service of the
 * campaign. A comparison is for the service alone that asked for it. The book of what was told is for acts: it names services.
 */
export const SYNTHESIS_POLICIES: Readonly<Record<string, RowPolicies>> = {
  rule_setting: { select: SIGNED_IN, insert: PLATFORM, update: PLATFORM, delete: PLATFORM },
  synthesis: {
    select: `(state = 'PUBLISHED' and ${SIGNED_IN}) or (${PROGRAMME} and ${UNTIED})`,
    insert: `${COORDINATOR} and ${UNTIED}`,
    update: `${PROGRAMME} and ${UNTIED}`,
    fixed: ['campaign_id'],
  },
  service_comparison: { select: OWN, insert: OWN },
  disclosed_group: {
    select: 'false',
    insert: `case when audited_service_id is null then ${PROGRAMME} and ${UNTIED} else ${OWN} end`,
  },
};

/** The steering committee publishes, too: the one thing that it may change of a campaign. */
export const PUBLISHING = {
  up: `alter policy changes on campaign with check (${COORDINATOR} or (${PROGRAMME} and state = 'SYNTHESIS_PUBLISHED'));`,
  down: `alter policy changes on campaign with check (${COORDINATOR});`,
};
