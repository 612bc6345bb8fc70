import { Field, ObjectType } from 'type-graphql';
import { PersonType } from '../identity/account.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

/** Who did what when. */
@ObjectType('TrailEntry', {
  implements: Node,
  description:
    'Entrée du journal : un acte, quand et en quelle qualité. Elle ne change jamais. One act, never to be changed.',
  simpleResolvers: true,
})
export class TrailEntryType extends Node {
  @Field(() => String, { description: 'Acte : le nom de la mutation.' })
  act!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Qualités en lesquelles l’acte a été fait : rôles, équipe, soi-même ; null : la plateforme.',
  })
  actingAs!: string[] | null;

  @Field(() => PersonType, {
    nullable: true,
    description: 'Qui l’a fait ; pour la coordination sans lien avec le service, et pour soi-même.',
  })
  actor!: object | null;

  @Field(() => String, { description: 'Numéro de la requête, le même pour tout ce qu’elle a fait.' })
  requestId!: string;

  @Field(() => InstantScalar, { description: 'Moment de l’acte.' })
  createdAt!: string;
}

export const TrailEntryConnection = connectionOf('TrailEntry', () => TrailEntryType);
