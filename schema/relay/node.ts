import { ID, Field, InterfaceType } from 'type-graphql';

/** Anything that can be read again by its id (Relay). */
@InterfaceType('Node', {
  description:
    'Objet relisible par son identifiant opaque. An object that can be read again by its opaque id.',
  resolveType: (row: { __typename?: string }) => row.__typename,
})
export abstract class Node {
  @Field(() => ID, { description: 'Identifiant opaque, unique pour toute la plateforme.' })
  id!: string;
}
