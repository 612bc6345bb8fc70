import type { ProposeGrades } from '../../database/unit-of-work';
import { dayOfLevels } from '../dose/statistics/doses-edges';
import { measuresOfAudits } from './criterion-facts';

/**
 * The grades that complete facts propose for criteria of an audit, for whoever grades them: brought to the acts that grade,
 * whose room comes before this one.
 */
export const proposedGrades: ProposeGrades = async (sql, { auditId, ...rater }, criterionIds, now) => {
  const [audit] = await sql<{ templateVersionId: string; visitOn: string | null }>(
    'select template_version_id as "templateVersionId", visit_on::text as "visitOn" from audit where id = $1',
    [auditId],
  );
  if (!audit) return new Map();
  const { templateVersionId, visitOn } = audit;
  const [facts = []] = await measuresOfAudits(
    sql,
    [
      {
        id: auditId,
        templateVersionId,
        day: dayOfLevels(visitOn, now),
        criterionIds: new Set(criterionIds),
      },
    ],
    rater,
  );
  return new Map(
    facts.flatMap(({ criterionId, proposedValue }) => (proposedValue ? [[criterionId, proposedValue]] : [])),
  );
};
