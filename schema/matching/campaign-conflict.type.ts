import { Field, Int, ObjectType } from 'type-graphql';
import type { ConflictLevel } from '../../server/matching';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { AuditorType } from '../auditors/auditor.type';
import { CONFLICT_LEVEL } from '../errors/user-error';

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

/** Some of them. No connection: they are computed, and have no ids to be read again by. */
@ObjectType('CampaignConflictPage', {
  description:
    'Page des liens d’intérêts d’une campagne. Ils sont calculés à l’instant et n’ont pas d’identifiant. A page of computed conflicts.',
  simpleResolvers: true,
})
export class CampaignConflictPage {
  @Field(() => [CampaignConflictType], { description: 'Triés par auditeur, puis par service.' })
  conflicts!: CampaignConflictType[];

  @Field(() => Int, { description: 'Nombre de liens, sur toutes les pages.' })
  totalCount!: number;

  @Field(() => Boolean, { description: 'D’autres suivent.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'À rendre dans after pour la page suivante.' })
  endCursor!: string | null;
}
