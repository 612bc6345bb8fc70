import { Field, Int, ObjectType } from 'type-graphql';
import type { AuditState } from '../../server/audits';
import { AUDIT_STATE } from '../audits/audit.type';
import { CORRECTIVE_ACTION_STATE } from '../corrective-actions/corrective-action-words';
import { FINDING_KIND, FINDING_SEVERITY, FINDING_STATE } from '../findings/finding-words';
import { CalendarDateScalar, InstantScalar } from '../scalars/scalars';

/** A finding as it was. */
@ObjectType('FindingAsOf', {
  description: 'Constat tel qu’il était à cette date. A finding as it was.',
  simpleResolvers: true,
})
export class FindingAsOfType {
  @Field(() => Int)
  number!: number;

  @Field(() => FINDING_KIND)
  kind!: string;

  @Field(() => FINDING_SEVERITY, { nullable: true })
  severity!: string | null;

  @Field(() => FINDING_STATE)
  state!: string;

  @Field(() => String)
  statement!: string;

  @Field(() => String, { nullable: true, description: 'Tel qu’il avait été communiqué au service.' })
  draftedStatement!: string | null;

  @Field(() => Int)
  version!: number;
}

/** A corrective action as it was. */
@ObjectType('CorrectiveActionAsOf', {
  description: 'Action corrective telle qu’elle était à cette date. A corrective action as it was.',
  simpleResolvers: true,
})
export class CorrectiveActionAsOfType {
  @Field(() => String)
  title!: string;

  @Field(() => CORRECTIVE_ACTION_STATE)
  state!: string;

  @Field(() => String, { nullable: true, description: 'Cause retenue.' })
  cause!: string | null;

  @Field(() => String, { nullable: true, description: 'Mesure conservatoire.' })
  containment!: string | null;

  @Field(() => String, { description: 'Qui en avait la charge.' })
  ownerName!: string;

  @Field(() => CalendarDateScalar, { description: 'Échéance.' })
  dueOn!: string;

  @Field(() => InstantScalar, { nullable: true })
  doneAt!: string | null;

  @Field(() => InstantScalar, { nullable: true })
  verifiedAt!: string | null;

  @Field(() => Int)
  version!: number;
}

/** An audit as it was. */
@ObjectType('AuditAsOf', {
  description: 'Audit tel qu’il était à une date, d’après le journal. An audit as it was at a date.',
  simpleResolvers: true,
})
export class AuditAsOfType {
  @Field(() => InstantScalar, { description: 'L’instant demandé.' })
  at!: string;

  @Field(() => AUDIT_STATE)
  state!: AuditState;

  @Field(() => String, { nullable: true, description: 'Raison de la suspension ou de l’abandon.' })
  stateReason!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  visitOn!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Équipe présentée au service.' })
  teamShownAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Auto-évaluation remise.' })
  selfAssessmentSubmittedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Fin de la visite.' })
  visitClosedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Projet de rapport communiqué au service.' })
  draftSharedAt!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Dernier jour pour répondre au projet.' })
  contradictoryUntil!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Émission du rapport.' })
  reportIssuedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Remise du plan d’actions.' })
  planSubmittedAt!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Alerte de sécurité.' })
  safetyEscalatedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Ce qui mettait des personnes en danger.' })
  safetyNote!: string | null;

  @Field(() => InstantScalar, { nullable: true, description: 'Clôture.' })
  closedAt!: string | null;

  @Field(() => Int)
  version!: number;

  @Field(() => [FindingAsOfType], { description: 'Constats que vous voyez et pouviez voir alors.' })
  findings!: object[];

  @Field(() => [CorrectiveActionAsOfType], { description: 'Actions correctives.' })
  correctiveActions!: object[];
}
