import { ArgsType, Field, InputType } from 'type-graphql';
import type { EvidenceType } from '../../server/templates';
import { PageArgs } from '../relay/connection';
import { EVIDENCE_TYPE } from './template-words';

@InputType('ReferenceTextFilter')
export class ReferenceTextFilter {
  @Field(() => [String], { nullable: true, description: 'Seulement ces niveaux de vérification.' })
  verificationLevels?: string[] | null;
}

@ArgsType()
export class ReferenceTextsArgs extends PageArgs {
  @Field(() => ReferenceTextFilter, { nullable: true })
  filter?: ReferenceTextFilter | null;
}

@InputType('EvidenceKindFilter')
export class EvidenceKindFilter {
  @Field(() => [EVIDENCE_TYPE], { nullable: true, description: 'Seulement ces natures.' })
  types?: EvidenceType[] | null;
}

@ArgsType()
export class EvidenceKindsArgs extends PageArgs {
  @Field(() => EvidenceKindFilter, { nullable: true })
  filter?: EvidenceKindFilter | null;
}

@InputType('RuleFilter')
export class RuleFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Vrai : seulement les versions en vigueur ; faux : seulement les anciennes.',
  })
  isNewest?: boolean | null;
}

@ArgsType()
export class RulesArgs extends PageArgs {
  @Field(() => RuleFilter, { nullable: true })
  filter?: RuleFilter | null;
}
