import { Field, Int, ObjectType } from 'type-graphql';
import { APPLICATION_STATES, type ApplicationState } from '../../server/campaigns';
import { AuditedServiceType } from '../audited-services/audited-service.type';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar } from '../scalars/scalars';
import { CampaignType } from './campaign.type';
import { HistoryField } from '../trail/history-field';

/** States of an application. */
export const APPLICATION_STATE = enumeration(
  APPLICATION_STATES,
  'ApplicationState',
  'État d’une candidature.',
);

/** A service's request to be audited. */
@ObjectType('Application', {
  implements: Node,
  description: 'Candidature d’un service à une campagne.',
  simpleResolvers: true,
})
export class ApplicationType extends Node {
  @Field(() => CampaignType, { nullable: true })
  campaign!: object | null;

  @Field(() => AuditedServiceType, { nullable: true })
  auditedService!: object | null;

  @Field(() => APPLICATION_STATE)
  state!: ApplicationState;

  @Field(() => String, { nullable: true, description: 'Ce que le service attend de l’audit.' })
  motivation!: string | null;

  @Field(() => String, { nullable: true, description: 'Raison de la décision.' })
  decisionReason!: string | null;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const ApplicationConnection = connectionOf('Application', () => ApplicationType);
