import { Field, Int, ObjectType } from 'type-graphql';
import type { ProposedSeat } from '../../server/matching';
import { AssignmentType, SEAT } from '../audits/assignment.type';
import { AuditType } from '../audits/audit.type';
import { AuditorType } from '../auditors/auditor.type';
import { connectionOf } from '../relay/connection';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { MatchingRunType } from './matching-run.type';

/** One auditor on a proposed team. */
@ObjectType('ProposedMember', {
  implements: Node,
  description:
    'Auditeur d’une équipe proposée. (COORDINATOR, STEERING_MEMBER) One auditor on a proposed team.',
  simpleResolvers: true,
})
export class ProposedMemberType extends Node {
  @Field(() => ProposedTeamType, { nullable: true, description: 'Équipe proposée.' })
  proposedTeam!: object | null;

  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => SEAT)
  seat!: ProposedSeat;

  @Field(() => Boolean, { description: 'Responsable d’audit.' })
  isLead!: boolean;

  @Field(() => AssignmentType, {
    nullable: true,
    description: 'Affectation née de la publication ; null s’il était déjà dans l’équipe.',
  })
  assignment!: object | null;

  @Field(() => InstantScalar)
  createdAt!: string;
}

/** The team that a run proposes for one audit. */
@ObjectType('ProposedTeam', {
  implements: Node,
  description:
    'Équipe qu’une composition propose pour un audit. (COORDINATOR, STEERING_MEMBER) The team that a run proposes.',
  simpleResolvers: true,
})
export class ProposedTeamType extends Node {
  @Field(() => MatchingRunType, { nullable: true })
  matchingRun!: object | null;

  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => String, {
    nullable: true,
    description: 'Semaine ISO de la visite ; null si elle reste ouverte.',
  })
  week!: string | null;

  @Field(() => Int, { description: 'Valeur de l’équipe, en points.' })
  value!: number;

  @Field(() => [ProposedMemberType], { description: 'Membres ; vide si personne ne convient.' })
  members!: object[];

  @Field(() => InstantScalar)
  createdAt!: string;
}

export const ProposedTeamConnection = connectionOf('ProposedTeam', () => ProposedTeamType);
