import { Field, Float, Int, ObjectType } from 'type-graphql';
import {
  ALERT_LEVELS,
  CONFLICT_ALERT_STATES,
  type AlertLevel,
  type ConflictAlertState,
} from '../../server/audits';
import { AssignmentType } from '../audits/assignment.type';
import { AuditType } from '../audits/audit.type';
import { AuditorType } from '../auditors/auditor.type';
import { CONFLICT_LEVEL } from '../errors/user-error';
import { connectionOf } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar } from '../scalars/scalars';

/** Whether a conflict that came still freezes its assignment. */
export const CONFLICT_ALERT_STATE = enumeration(
  CONFLICT_ALERT_STATES,
  'ConflictAlertState',
  'État d’une alerte de conflit.',
  {
    OPEN: 'L’affectation est suspendue.',
    VANISHED: 'Le lien n’existe plus.',
    LEFT: 'L’auditeur n’est plus affecté.',
    OVERRIDDEN: 'La coordination a passé outre, avec une raison.',
  },
);

/** How strong a conflict is that freezes. */
export const ALERT_LEVEL = enumeration(ALERT_LEVELS, 'ConflictAlertLevel', 'Effet d’une alerte de conflit.', {
  BLOCK: 'L’auditeur doit être remplacé, ou le lien prendre fin.',
  REVIEW: 'La coordination peut passer outre, avec une raison.',
});

/** A conflict that came to an assignment after it was proposed. */
@ObjectType('ConflictAlert', {
  implements: Node,
  description:
    'Alerte : un lien d’intérêts apparu depuis la proposition ; tant qu’elle est ouverte, l’affectation est suspendue. A conflict that came up after an assignment was proposed.',
  simpleResolvers: true,
})
export class ConflictAlertType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => AssignmentType, { nullable: true })
  assignment!: object | null;

  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => String, { description: 'Règle, par exemple C01.' })
  ruleCode!: string;

  @Field(() => Int, { description: 'Version de la règle.' })
  ruleNumber!: number;

  @Field(() => CONFLICT_LEVEL)
  level!: AlertLevel;

  @Field(() => [String], {
    description: 'Faits sur lesquels elle repose, et leur source ; ce que vous pouvez en lire.',
  })
  facts!: string[];

  @Field(() => String, { nullable: true, description: 'Acte par lequel le lien est apparu.' })
  cause!: string | null;

  @Field(() => InstantScalar, { description: 'Moment où le lien est apparu.' })
  foundAt!: string;

  @Field(() => AuditorType, {
    nullable: true,
    description: 'Remplaçant proposé alors, sans lien d’intérêts ; null s’il n’y en avait pas.',
  })
  substitute!: object | null;

  @Field(() => CONFLICT_ALERT_STATE)
  state!: ConflictAlertState;

  @Field(() => InstantScalar, { nullable: true, description: 'Moment où elle a cessé.' })
  resolvedAt!: string | null;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const ConflictAlertConnection = connectionOf('ConflictAlert', () => ConflictAlertType);

/** Who could take the seat of a frozen assignment. */
@ObjectType('Substitute', {
  description:
    'Remplaçant possible : qualifié pour le siège, disponible, sans lien d’intérêts qui bloque ou demande examen. Who could take over a seat.',
  simpleResolvers: true,
})
export class SubstituteType {
  @Field(() => AuditorType)
  auditor!: object;

  @Field(() => [String], { description: 'Règles qui signalent seulement (WARN).' })
  warnings!: string[];

  @Field(() => Int, { description: 'Autres audits de la même année.' })
  load!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Distance de son lieu d’exercice le plus proche, en km ; null si un lieu est inconnu.',
  })
  kilometres!: number | null;
}
