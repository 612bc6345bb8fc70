import { Field, Int, ObjectType } from 'type-graphql';
import type { ConflictLevel } from '../../server/matching';
import { AssignmentType } from '../audits/assignment.type';
import { AuditType } from '../audits/audit.type';
import { AuditorType } from '../auditors/auditor.type';
import { CONFLICT_LEVEL } from '../errors/user-error';
import { PersonType } from '../identity/account.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';

/** A tie that was found when an auditor was called on, and what became of it. */
@ObjectType('Conflict', {
  implements: Node,
  description:
    'Lien d’intérêts relevé lors d’une proposition d’affectation. (COORDINATOR, STEERING_MEMBER) A tie found when an auditor was proposed.',
  simpleResolvers: true,
})
export class ConflictType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AssignmentType, { nullable: true })
  assignment!: object | null;

  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => String, { description: 'Règle, par exemple C03.' })
  ruleCode!: string;

  @Field(() => Int, { description: 'Version de la règle.' })
  ruleNumber!: number;

  @Field(() => CONFLICT_LEVEL)
  level!: ConflictLevel;

  @Field(() => [String], { description: 'Faits sur lesquels il repose, et leur source.' })
  facts!: string[];

  @Field(() => PersonType, { nullable: true, description: 'Qui a passé outre.' })
  overriddenBy!: object | null;

  @Field(() => String, { nullable: true, description: 'Raison de passer outre.' })
  overrideReason!: string | null;

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const ConflictConnection = connectionOf('Conflict', () => ConflictType);
