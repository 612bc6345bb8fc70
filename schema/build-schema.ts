import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { sealSchema } from '../server/graphql';
import { CampaignResolver } from './campaigns/campaign.resolver';
import {
  ConflictOfInterestError,
  IllegalTransitionError,
  InputError,
  StaleVersionError,
} from './errors/user-error';
import { StaleVersionErrorResolver } from './errors/user-error.resolver';
import { NodeResolver } from './relay/node.resolver';

type Resolvers = NonEmptyArray<new () => object>;

const resolvers: Resolvers = [NodeResolver, StaleVersionErrorResolver, CampaignResolver];

/**
 * The executable schema: TypeGraphQL's classes, with the policy table and the readers put in.
 * @throws Error when a type, field or mutation has no row in the policy table
 */
export function buildSchema(): GraphQLSchema {
  return sealSchema(
    buildSchemaSync({
      resolvers,
      orphanedTypes: [InputError, ConflictOfInterestError, StaleVersionError, IllegalTransitionError],
      // Inputs are checked by `perform`, which answers with userErrors and a path.
      validate: false,
    }),
  );
}
