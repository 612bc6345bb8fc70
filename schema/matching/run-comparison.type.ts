import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ProposedSeat } from '../../server/matching';
import { SEAT } from '../audits/assignment.type';
import { AuditType } from '../audits/audit.type';
import { AuditorType } from '../auditors/auditor.type';
import { MatchingMoveType } from './run-reasons.type';

/** A part of what two plans are worth. */
@ObjectType('PlanPart', {
  description: 'Part de la valeur de deux plans. A part of what two plans are worth.',
  simpleResolvers: true,
})
export class PlanPartType {
  @Field(() => String, { description: 'Code stable.' })
  code!: string;

  @Field(() => String, { description: 'La même, dans votre langue.' })
  sentence!: string;

  @Field(() => Float, { description: 'Points avant.' })
  before!: number;

  @Field(() => Float, { description: 'Points après.' })
  after!: number;
}

/** An audit whose team or week changes. */
@ObjectType('TeamChange', {
  description: 'Audit dont l’équipe ou la semaine change. An audit whose team changes.',
  simpleResolvers: true,
})
export class TeamChangeType {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => [AuditorType], { description: 'Qui part.' })
  leaves!: object[];

  @Field(() => [AuditorType], { description: 'Qui arrive.' })
  joins!: object[];

  @Field(() => String, { nullable: true, description: 'Semaine avant.' })
  weekBefore!: string | null;

  @Field(() => String, { nullable: true, description: 'Semaine après.' })
  weekAfter!: string | null;

  @Field(() => Float, { description: 'Valeur de l’équipe avant, en points.' })
  valueBefore!: number;

  @Field(() => Float, { description: 'Valeur de l’équipe après, en points.' })
  valueAfter!: number;
}

/** Required seats that one plan fills and the other does not. */
@ObjectType('SeatChange', {
  description: 'Sièges pourvus par un seul de deux plans. Seats that one of two plans fills.',
  simpleResolvers: true,
})
export class SeatChangeType {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => SEAT)
  seat!: ProposedSeat;

  @Field(() => Int, { description: 'Combien.' })
  count!: number;
}

/** A plan in figures of the campaign. */
@ObjectType('PlanFigures', {
  description: 'Un plan en chiffres de la campagne. A plan in figures of the campaign.',
  simpleResolvers: true,
})
export class PlanFiguresType {
  @Field(() => Int, { description: 'Audits.' })
  services!: number;

  @Field(() => Int, { description: 'Audits dont tous les sièges demandés sont pourvus.' })
  servicesComplete!: number;

  @Field(() => Int, { description: 'Sièges demandés vides.' })
  seatsMissing!: number;

  @Field(() => Int, { description: 'Affectations.' })
  assignments!: number;

  @Field(() => Int, { description: 'Kilomètres, aller simple, tous membres ensemble.' })
  kilometres!: number;

  @Field(() => Int, { description: 'Affectations dont un lieu est inconnu.' })
  placesUnknown!: number;

  @Field(() => Int, { description: 'Auditeurs qui ont au moins un audit.' })
  auditorsServing!: number;

  @Field(() => Int, { description: 'Audits de celui qui en a le moins parmi eux.' })
  leastLoad!: number;

  @Field(() => Int, { description: 'Audits de celui qui en a le plus.' })
  mostLoad!: number;

  @Field(() => Int, { description: 'Équipes de deux membres ou plus.' })
  teams!: number;

  @Field(() => Int, { description: 'Celles dont les membres n’ont pas travaillé ensemble la dernière fois.' })
  teamsMixed!: number;

  @Field(() => Int, { description: 'Celles dont les membres viennent de plusieurs régions.' })
  teamsOfSeveralRegions!: number;

  @Field(() => Float, { nullable: true, description: 'Valeur de l’équipe la moins bien servie.' })
  worstValue!: number | null;
}

/** Two runs in business terms. */
@ObjectType('MatchingComparison', {
  description:
    'Deux compositions comparées : qui change, qui y gagne, ce que cela coûte. Two runs compared: who moves, who gains, what it costs.',
  simpleResolvers: true,
})
export class MatchingComparisonType {
  @Field(() => Float, { description: 'Valeur du plan de départ, pesée comme celle du plan d’arrivée.' })
  objectiveBefore!: number;

  @Field(() => Float, { description: 'Valeur du plan d’arrivée.' })
  objectiveAfter!: number;

  @Field(() => [PlanPartType], { description: 'D’où vient la différence.' })
  parts!: PlanPartType[];

  @Field(() => [MatchingMoveType], { description: 'Qui change d’audit.' })
  moves!: object[];

  @Field(() => [TeamChangeType], { description: 'Équipes et semaines qui changent.' })
  teams!: object[];

  @Field(() => [SeatChangeType], { description: 'Sièges nouvellement pourvus.' })
  seatsFilled!: object[];

  @Field(() => [SeatChangeType], { description: 'Sièges qui ne le sont plus.' })
  seatsEmptied!: object[];

  @Field(() => PlanFiguresType, { description: 'Le plan de départ en chiffres.' })
  figuresBefore!: PlanFiguresType;

  @Field(() => PlanFiguresType, { description: 'Le plan d’arrivée en chiffres.' })
  figuresAfter!: PlanFiguresType;
}
