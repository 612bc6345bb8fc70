/** Who is asked: the people of the service, or the auditors of its team. */
export const SURVEY_SIDES = ['SERVICE', 'TEAM'] as const;
export type SurveySide = (typeof SURVEY_SIDES)[number];
