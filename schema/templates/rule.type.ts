import { Field, Int, ObjectType } from 'type-graphql';
import type {
  BasisKind,
  ConflictPredicate,
  ConflictSubject,
  DeadlineDirection,
  DeadlineEvent,
} from '../../server/templates';
import { connectionOf } from '../relay/connection';
import { LocalisedField } from '../relay/localised-field';
import { Node } from '../relay/node';
import { JsonScalar } from '../scalars/scalars';
import {
  BASIS_KIND,
  CONFLICT_PREDICATE,
  CONFLICT_SUBJECT,
  DEADLINE_DIRECTION,
  DEADLINE_EVENT,
} from './template-words';

/** A rule on conflicts of interest. */
@ObjectType('ConflictRule', {
  implements: Node,
  description:
    'Règle de conflit d’intérêts ; chaque campagne fige celles en vigueur. A rule on conflicts of interest.',
  simpleResolvers: true,
})
export class ConflictRuleType extends Node {
  @Field(() => String, { description: 'Code, par exemple C03.' })
  code!: string;

  @Field(() => Int, { description: 'Version de la règle.' })
  number!: number;

  @Field(() => CONFLICT_PREDICATE)
  predicate!: ConflictPredicate;

  @Field(() => CONFLICT_SUBJECT)
  subject!: ConflictSubject;

  @LocalisedField({ description: 'Énoncé.' })
  label!: string;

  @Field(() => String)
  labelFr!: string;

  @Field(() => String)
  labelEn!: string;

  @Field(() => JsonScalar, {
    description:
      'Effets et fenêtres : [{ level: BLOCK | REVIEW | WARN, window: "now" | "none" | "sameCampaign" | { years } | { months } | { campaigns }, area?, kilometres? }].',
  })
  steps!: unknown;

  @Field(() => BASIS_KIND)
  sourceKind!: BasisKind;

  @LocalisedField({ description: 'D’où vient la règle.' })
  source!: string;

  @Field(() => String)
  sourceFr!: string;

  @Field(() => String)
  sourceEn!: string;

  @Field(() => Boolean, { description: 'Faux : énoncée, mais la plateforme ne l’évalue pas encore.' })
  isEvaluated!: boolean;

  @Field(() => Boolean)
  isEnabledByDefault!: boolean;
}

export const ConflictRuleConnection = connectionOf('ConflictRule', () => ConflictRuleType);

/** A delay of the procedure. */
@ObjectType('DeadlineRule', {
  implements: Node,
  description:
    'Délai de la procédure, en jours calendaires ou en mois ; chaque campagne fige ceux en vigueur. A delay of the procedure.',
  simpleResolvers: true,
})
export class DeadlineRuleType extends Node {
  @Field(() => String, { description: 'Code, par exemple recusal.' })
  code!: string;

  @Field(() => Int, { description: 'Version de l’ensemble des délais.' })
  number!: number;

  @Field(() => Int, { nullable: true, description: 'Jours calendaires.' })
  days!: number | null;

  @Field(() => Int, { nullable: true, description: 'Mois.' })
  months!: number | null;

  @Field(() => DEADLINE_DIRECTION)
  direction!: DeadlineDirection;

  @Field(() => DEADLINE_EVENT)
  event!: DeadlineEvent;

  @LocalisedField({ description: 'Nom.' })
  label!: string;

  @Field(() => String)
  labelFr!: string;

  @Field(() => String)
  labelEn!: string;

  @Field(() => BASIS_KIND)
  basisKind!: BasisKind;

  @LocalisedField({ description: 'D’où vient le délai.' })
  basis!: string;

  @Field(() => String)
  basisFr!: string;

  @Field(() => String)
  basisEn!: string;
}

export const DeadlineRuleConnection = connectionOf('DeadlineRule', () => DeadlineRuleType);
