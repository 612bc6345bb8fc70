import { Field, Float, Int, ObjectType } from 'type-graphql';

/** How often, among how many, and how sure that is. */
@ObjectType('CaseShare', {
  description: 'Part des dossiers, avec son intervalle de Wilson à 95 %.',
  simpleResolvers: true,
})
export class CaseShareType {
  @Field(() => Int, { description: 'Dossiers comptés.' })
  x!: number;

  @Field(() => Int, { description: 'Dossiers parmi lesquels.' })
  n!: number;

  @Field(() => Float, { nullable: true, description: 'De 0 à 1 ; null sans dossier.' })
  estimate!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne basse de l’intervalle.' })
  low!: number | null;

  @Field(() => Float, { nullable: true, description: 'Borne haute de l’intervalle.' })
  high!: number | null;
}
