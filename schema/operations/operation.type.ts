import { Field, Int, ObjectType } from 'type-graphql';
import {
  OPERATION_KINDS,
  OPERATION_STATES,
  PROBLEM_SEVERITIES,
  type OperationKind,
  type OperationState,
} from '../../server/operations';
import type { ProblemSeverity } from '../../server/kernel/row-problem';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar } from '../scalars/scalars';

const KIND = enumeration(OPERATION_KINDS, 'OperationKind', 'Ce que fait une opération.', {
  AUDITED_SERVICES_IMPORT: 'Import de services audités.',
  AUDITORS_IMPORT: 'Import d’auditeurs.',
  MATCHING_RUN: 'Composition des équipes d’une campagne.',
  DOSE_IMPORT: 'Import de doses.',
});

/** States of an operation. */
export const OPERATION_STATE = enumeration(OPERATION_STATES, 'OperationState', 'État d’une opération.', {
  QUEUED: 'En attente.',
  RUNNING: 'En cours.',
  DONE: 'Terminée.',
  FAILED: 'En échec : rien n’a été enregistré.',
  CANCELLED: 'Annulée : rien n’a été enregistré.',
  TIMED_OUT: 'Trop longue, abandonnée : rien n’a été enregistré.',
});

const SEVERITY = enumeration(PROBLEM_SEVERITIES, 'ProblemSeverity', 'Gravité d’une anomalie.', {
  ERROR: 'La ligne est refusée.',
  WARNING: 'La ligne est prise, l’anomalie est gardée.',
});

/** One thing wrong with one row of an imported file. */
@ObjectType('OperationProblem', {
  implements: Node,
  description: 'Anomalie d’une ligne. One thing wrong with one row.',
  simpleResolvers: true,
})
export class OperationProblemType extends Node {
  @Field(() => Int, { description: 'Ligne du fichier, l’en-tête étant la ligne 1.' })
  line!: number;

  @Field(() => SEVERITY)
  severity!: ProblemSeverity;

  @Field(() => String, { description: 'Code stable.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Colonne du fichier ; null : la ligne entière.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'Ce qui y était, 80 caractères au plus.' })
  value!: string | null;
}

const OperationProblemConnection = connectionOf('OperationProblem', () => OperationProblemType);

/** Long work with progress. */
@ObjectType('Operation', {
  implements: Node,
  description:
    'Travail long, suivi par son avancement ; il finit toujours dans un état final. Long work with progress.',
  simpleResolvers: true,
})
export class OperationType extends Node {
  @Field(() => KIND)
  kind!: OperationKind;

  @Field(() => OPERATION_STATE)
  state!: OperationState;

  @Field(() => Boolean, { description: 'Essai : tout est vérifié, rien n’est enregistré.' })
  isDryRun!: boolean;

  @Field(() => Int, { description: 'Lignes traitées.' })
  doneCount!: number;

  @Field(() => Int, { nullable: true, description: 'Lignes à traiter, une fois connues.' })
  totalCount!: number | null;

  @Field(() => String, { nullable: true, description: 'Raison d’un échec.' })
  message!: string | null;

  @Field(() => Int, { nullable: true, description: 'Objets créés, une fois l’opération terminée.' })
  createdCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Objets modifiés.' })
  changedCount!: number | null;

  @Field(() => Int, { nullable: true, description: 'Lignes refusées.' })
  refusedCount!: number | null;

  @EdgeField(() => OperationProblemConnection, { description: 'Anomalies, dans l’ordre du fichier.' })
  problems!: object;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant.' })
  availableTransitions!: TransitionType[];

  @Field(() => InstantScalar, { description: 'Abandonnée au plus tard à cet instant.' })
  deadlineAt!: string;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar, { nullable: true })
  finishedAt!: string | null;

  @Field(() => Int)
  version!: number;
}

export const OperationConnection = connectionOf('Operation', () => OperationType);
