import { Field, ObjectType } from 'type-graphql';
import type { ConflictLevel } from '../../server/matching';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { AuditorType } from '../auditors/auditor.type';
import { CONFLICT_LEVEL } from '../errors/user-error';
import { connectionOf } from '../relay/connection';

/** A rule that stands between an auditor and a service of a campaign. */
@ObjectType('CampaignConflict', {
  description:
    'Règle qui s’oppose à un auditeur pour un service de la campagne, évaluée à l’instant. A rule that stands between an auditor and a service.',
  simpleResolvers: true,
})
export class CampaignConflictType {
  @Field(() => AuditorType)
  auditor!: object;

  @Field(() => AuditedServiceType, { nullable: true, description: 'Null : tous les services.' })
  auditedService!: object | null;

  @Field(() => String, { description: 'Règle, par exemple C03.' })
  ruleCode!: string;

  @Field(() => CONFLICT_LEVEL)
  level!: ConflictLevel;

  @Field(() => [String], { description: 'Faits sur lesquels elle repose, et leur source.' })
  facts!: string[];
}

export const CampaignConflictConnection = connectionOf('CampaignConflict', () => CampaignConflictType);
