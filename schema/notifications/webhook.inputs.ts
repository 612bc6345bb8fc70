import { ArrayMaxSize, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CreatingWrite, VersionedWrite } from '../relay/write';
import { WEBHOOK_TOPIC } from './webhook-words';

@InputType('WebhookEndpointCreateInput')
export class WebhookEndpointCreateInput extends CreatingWrite {
  @Field(() => ID, {
    nullable: true,
    description: 'Service que vous gérez ; rien pour un point d’accès de la coordination.',
  })
  auditedServiceId?: string | null;

  @Field(() => String, { description: 'Adresse (https), joignable depuis l’internet public.' })
  @MinLength(1)
  @MaxLength(2000)
  url!: string;

  @Field(() => [WEBHOOK_TOPIC], { nullable: true, description: 'Sujets voulus ; rien : tous.' })
  @ArrayMaxSize(100)
  topics?: string[] | null;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  description?: string | null;
}

/** What names an endpoint in a write. */
@InputType()
abstract class OfEndpoint extends VersionedWrite {
  @Field(() => ID, { description: 'Point d’accès.' })
  webhookEndpointId!: string;
}

@InputType('WebhookEndpointUpdateInput')
export class WebhookEndpointUpdateInput extends OfEndpoint {
  @Field(() => String, { nullable: true, description: 'Nouvelle adresse ; ce qui attend y va aussi.' })
  @MinLength(1)
  @MaxLength(2000)
  url?: string | null;

  @Field(() => [WEBHOOK_TOPIC], { nullable: true, description: 'Sujets voulus ; vide : tous.' })
  @ArrayMaxSize(100)
  topics?: string[] | null;

  @Field(() => String, { nullable: true })
  @MaxLength(500)
  description?: string | null;
}

@InputType('WebhookEndpointEnableInput')
export class WebhookEndpointEnableInput extends OfEndpoint {}

@InputType('WebhookEndpointDisableInput')
export class WebhookEndpointDisableInput extends OfEndpoint {}

@InputType('WebhookTriggerInput')
export class WebhookTriggerInput extends OfEndpoint {}

@InputType('WebhookSecretRotateInput')
export class WebhookSecretRotateInput extends OfEndpoint {
  @Field(() => Int, {
    nullable: true,
    description: 'Heures pendant lesquelles l’ancien secret signe encore à côté (24 par défaut, 0 à 168).',
  })
  @Min(0)
  @Max(168)
  overlapHours?: number | null;
}

@InputType('WebhookDeliveryReplayInput')
export class WebhookDeliveryReplayInput extends VersionedWrite {
  @Field(() => ID, { description: 'Envoi.' })
  webhookDeliveryId!: string;
}
