import { Field, Int, ObjectType } from 'type-graphql';
import type { DecisionKind } from '../../server/matching';
import { AuditType } from '../audits/audit.type';
import { AuditorType } from '../auditors/auditor.type';
import { PersonType } from '../identity/account.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { DECISION_KIND } from './matching-words';

/** What the coordination settles ahead of the matcher about one pair. */
@ObjectType('MatchingDecision', {
  implements: Node,
  description:
    'Ce que la coordination fixe d’un auditeur et d’un audit avant la composition. (COORDINATOR, STEERING_MEMBER)',
  simpleResolvers: true,
})
export class MatchingDecisionType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => DECISION_KIND)
  kind!: DecisionKind;

  @Field(() => String)
  reason!: string;

  @Field(() => PersonType, { nullable: true, description: 'Qui en a décidé.' })
  decidedBy!: object | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Quand elle a cessé de valoir.' })
  endedAt!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const MatchingDecisionConnection = connectionOf('MatchingDecision', () => MatchingDecisionType);
