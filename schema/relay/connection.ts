import { ArgsType, Field, Int, ObjectType, registerEnumType, type ClassType } from 'type-graphql';

/** Where a page stands in its list (Relay). */
@ObjectType('PageInfo', { description: 'Place de la page dans la liste.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'D’autres objets suivent.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'D’autres objets précèdent.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Curseur du premier objet de la page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Curseur du dernier objet de la page.' })
  endCursor!: string | null;
}

const DIRECTION = { ASC: 'ASC', DESC: 'DESC' } as const;
registerEnumType(DIRECTION, { name: 'SortDirection', description: 'Sens du tri.' });

/** The arguments of every connection: `first` or `last` is compulsory, 1 to 100. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'Nombre d’objets depuis le début (1 à 100) ; « first » ou « last » est obligatoire.',
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'Reprendre après ce curseur.' })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: 'Nombre d’objets depuis la fin (1 à 100).' })
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'S’arrêter avant ce curseur.' })
  before?: string | null;

  @Field(() => DIRECTION, { nullable: true, description: 'Sens du tri (croissant par défaut).' })
  direction?: 'ASC' | 'DESC' | null;
}

/**
 * The connection and edge types of a node type, as Relay wants them, with `nodes` beside `edges`.
 * @param name name of the node type: `Audit` gives `AuditConnection` and `AuditEdge`
 */
export function connectionOf<T extends object>(name: string, node: () => ClassType<T>): ClassType<object> {
  @ObjectType(`${name}Edge`, {
    description: `${name} dans une liste, avec son curseur.`,
    simpleResolvers: true,
  })
  class Edge {
    @Field(() => String, { description: 'Curseur opaque, valable pour cette liste, ce tri et ce filtre.' })
    cursor!: string;

    @Field(node)
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `Page d’une liste de ${name}.`, simpleResolvers: true })
  class Connection {
    @Field(() => [Edge])
    edges!: Edge[];

    @Field(() => [node()], { description: 'Les mêmes objets, sans curseur.' })
    nodes!: T[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;

    @Field(() => Int, {
      nullable: true,
      description: 'Nombre d’objets visibles ; compté seulement si demandé.',
    })
    totalCount!: number | null;
  }
  return Connection;
}
