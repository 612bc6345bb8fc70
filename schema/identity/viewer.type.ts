import { Field, ObjectType } from 'type-graphql';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { AuditorType } from '../auditors/auditor.type';
import { AccountType, PersonType, PROGRAMME_ROLE, SERVICE_ROLE } from './account.type';

/** The role that the caller holds in one service. */
@ObjectType('ViewerService', { description: 'Votre rôle dans un service audité.', simpleResolvers: true })
export class ViewerServiceType {
  @Field(() => SERVICE_ROLE)
  role!: string;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;
}

/** Who is asking, as the platform sees them now. */
@ObjectType('Viewer', { description: 'Vous, tel que la plateforme vous voit maintenant. Who is asking.' })
export class ViewerType {
  @Field(() => AccountType, { nullable: true })
  account!: object | null;

  @Field(() => PersonType, { nullable: true })
  person!: object | null;

  @Field(() => AuditorType, { nullable: true, description: 'Votre fiche d’auditeur, si vous en avez une.' })
  auditor!: object | null;

  @Field(() => [PROGRAMME_ROLE], { description: 'Vos rôles dans le programme, aujourd’hui.' })
  roles!: string[];

  @Field(() => [ViewerServiceType], { description: 'Vos services, et le rôle que vous y tenez aujourd’hui.' })
  services!: object[];
}
