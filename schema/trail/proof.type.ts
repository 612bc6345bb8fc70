import { Field, Float, ObjectType } from 'type-graphql';

/** What proves that an entry is in its chain. */
@ObjectType('TrailInclusionProof', {
  description: 'Preuve qu’une entrée est dans sa chaîne (RFC 9162, § 2.1.3). Proof of inclusion.',
  simpleResolvers: true,
})
export class TrailInclusionProofType {
  @Field(() => String, { description: 'Origine : le nom de la chaîne.' })
  origin!: string;

  @Field(() => Float, { description: 'Place de l’entrée, à partir de 0.' })
  index!: number;

  @Field(() => Float, { description: 'Nombre d’entrées de l’arbre.' })
  size!: number;

  @Field(() => String, { description: 'Empreinte de l’entrée.' })
  leafHash!: string;

  @Field(() => String, { description: 'Racine de l’arbre.' })
  root!: string;

  @Field(() => [String], { description: 'Chemin de l’entrée à la racine.' })
  hashes!: string[];
}

/** What proves that a chain has only grown. */
@ObjectType('TrailConsistencyProof', {
  description: 'Preuve qu’une chaîne n’a fait que grandir (RFC 9162, § 2.1.4). Proof of consistency.',
  simpleResolvers: true,
})
export class TrailConsistencyProofType {
  @Field(() => String, { description: 'Origine : le nom de la chaîne.' })
  origin!: string;

  @Field(() => Float, { description: 'Nombre d’entrées du premier arbre.' })
  fromSize!: number;

  @Field(() => String, { description: 'Racine du premier arbre.' })
  fromRoot!: string;

  @Field(() => Float, { description: 'Nombre d’entrées du second arbre.' })
  toSize!: number;

  @Field(() => String, { description: 'Racine du second arbre.' })
  toRoot!: string;

  @Field(() => [String], { description: 'Nœuds qui mènent de l’une à l’autre.' })
  hashes!: string[];
}
