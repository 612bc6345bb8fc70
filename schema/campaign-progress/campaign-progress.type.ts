import { Field, Int, ObjectType } from 'type-graphql';
import {
  AUDIT_DEADLINES,
  AUDIT_TURNS,
  type AuditDeadline,
  type AuditState,
  type AuditTurn,
} from '../../server/audits';
import type { ApplicationState } from '../../server/campaigns';
import { AUDIT_STATE, AuditType } from '../audits/audit.type';
import { AuditorType } from '../auditors/auditor.type';
import { APPLICATION_STATE } from '../campaigns/application.type';
import { enumeration } from '../relay/enumeration';
import { CalendarDateScalar } from '../scalars/scalars';

const AUDIT_TURN = enumeration(AUDIT_TURNS, 'AuditTurn', 'À qui d’agir pour que l’audit avance.', {
  SERVICE: 'Le service audité.',
  TEAM: 'L’équipe : un de ses membres, ou plusieurs.',
  LEAD: 'Le responsable d’équipe.',
  COORDINATION: 'La coordination.',
  STEERING: 'Le comité de pilotage.',
});

const AUDIT_DEADLINE = enumeration(AUDIT_DEADLINES, 'AuditDeadlineKind', 'Ce qui est attendu d’un audit.', {
  RECUSAL: 'Fin du délai de récusation : un droit du service, jamais un retard.',
  SELF_ASSESSMENT: 'Remise de l’auto-évaluation.',
  VISIT: 'Visite.',
  DRAFT_REPORT: 'Remise du projet de rapport.',
  CONTRADICTORY: 'Fin de la phase contradictoire : un droit du service, jamais un retard.',
  FINAL_REPORT: 'Émission du rapport.',
  PLAN: 'Remise du plan d’actions.',
});

/** How many audits are in a state. */
@ObjectType('AuditStateCount', {
  description: 'Nombre d’audits dans un état. How many audits are in a state.',
  simpleResolvers: true,
})
export class AuditStateCountType {
  @Field(() => AUDIT_STATE)
  state!: AuditState;

  @Field(() => Int, { description: 'Nombre d’audits.' })
  auditCount!: number;
}

/** How many audits wait for somebody. */
@ObjectType('AuditTurnCount', {
  description: 'Nombre d’audits qui attendent quelqu’un. How many audits wait for somebody.',
  simpleResolvers: true,
})
export class AuditTurnCountType {
  @Field(() => AUDIT_TURN, { description: 'À qui d’agir.' })
  turn!: AuditTurn;

  @Field(() => Int, { description: 'Nombre d’audits.' })
  auditCount!: number;

  @Field(() => Int, { description: 'Dont en retard.' })
  lateCount!: number;
}

/** How many applications are in a state. */
@ObjectType('ApplicationStateCount', {
  description: 'Nombre de candidatures dans un état. How many applications are in a state.',
  simpleResolvers: true,
})
export class ApplicationStateCountType {
  @Field(() => APPLICATION_STATE)
  state!: ApplicationState;

  @Field(() => Int, { description: 'Nombre de candidatures.' })
  applicationCount!: number;
}

/** What is due next in an audit. */
@ObjectType('AuditDeadline', {
  description: 'Échéance de l’étape en cours d’un audit. What is due next in an audit.',
  simpleResolvers: true,
})
export class AuditDeadlineType {
  @Field(() => AuditType)
  audit!: object;

  @Field(() => AUDIT_DEADLINE, { description: 'Ce qui est attendu.' })
  kind!: AuditDeadline;

  @Field(() => CalendarDateScalar, { description: 'Pour quel jour.' })
  dueOn!: string;

  @Field(() => AUDIT_TURN, { nullable: true, description: 'À qui d’agir.' })
  turn!: AuditTurn | null;

  @Field(() => Boolean, { description: 'Ce jour est passé, et quelqu’un le devait.' })
  isLate!: boolean;

  @Field(() => Int, { description: 'Jours ouvrés depuis ce jour ; 0 sans retard.' })
  lateWorkingDays!: number;
}

/** Some of them. No connection: they are computed, and have no ids to be read again by. */
@ObjectType('AuditDeadlinePage', {
  description:
    'Page des échéances d’une campagne, calculées à l’instant. A page of what is due in the audits of a campaign.',
  simpleResolvers: true,
})
export class AuditDeadlinePage {
  @Field(() => [AuditDeadlineType], { description: 'La plus proche d’abord.' })
  deadlines!: AuditDeadlineType[];

  @Field(() => Int, { description: 'Nombre d’échéances, sur toutes les pages.' })
  totalCount!: number;

  @Field(() => Boolean, { description: 'D’autres suivent.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'À rendre dans after pour la page suivante.' })
  endCursor!: string | null;
}

/** How many visits an auditor makes in a month. */
@ObjectType('MonthlyVisits', {
  description: 'Visites d’un mois. How many visits an auditor makes in a month.',
  simpleResolvers: true,
})
export class MonthlyVisitsType {
  @Field(() => String, { description: 'Mois, AAAA-MM.' })
  month!: string;

  @Field(() => Int, { description: 'Nombre de visites.' })
  visitCount!: number;
}

/** What an auditor has to do in a campaign. */
@ObjectType('AuditorLoad', {
  description:
    'Charge d’un auditeur dans une campagne ; elle aide à répartir, et ne classe personne. What an auditor has to do in a campaign; it ranks nobody.',
  simpleResolvers: true,
})
export class AuditorLoadType {
  @Field(() => AuditorType)
  auditor!: object;

  @Field(() => [AuditStateCountType], {
    description: 'Audits où il est sollicité ou affecté, par état ; seulement les états où il y en a.',
  })
  auditCounts!: AuditStateCountType[];

  @Field(() => [MonthlyVisitsType], {
    description: 'Visites datées de ces audits, mois par mois ; seulement les mois où il y en a.',
  })
  visits!: MonthlyVisitsType[];

  @Field(() => Int, {
    description:
      'Sollicitations sans réponse, et audits où c’est à l’équipe d’agir, ou à lui comme responsable.',
  })
  openTaskCount!: number;
}

/** Some of them, in the order of names. */
@ObjectType('AuditorLoadPage', {
  description:
    'Page des charges des auditeurs d’une campagne, calculées à l’instant. A page of what auditors have to do.',
  simpleResolvers: true,
})
export class AuditorLoadPage {
  @Field(() => [AuditorLoadType], { description: 'Dans l’ordre des noms.' })
  loads!: AuditorLoadType[];

  @Field(() => Int, { description: 'Nombre d’auditeurs, sur toutes les pages.' })
  totalCount!: number;

  @Field(() => Boolean, { description: 'D’autres suivent.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'À rendre dans after pour la page suivante.' })
  endCursor!: string | null;
}

/** A campaign at a glance. */
@ObjectType('CampaignProgress', {
  description:
    'Campagne d’un coup d’œil : où en sont les audits, ce qui est en retard, qui est attendu. Les audits des services avec lesquels vous avez un lien ne comptent nulle part. A campaign at a glance.',
  simpleResolvers: true,
})
export class CampaignProgressType {
  @Field(() => CalendarDateScalar, { description: 'Jour où cela a été compté (Europe/Paris).' })
  day!: string;

  @Field(() => Int, { description: 'Nombre d’audits.' })
  auditCount!: number;

  @Field(() => Int, { description: 'Audits dont l’étape en cours est en retard.' })
  lateCount!: number;

  @Field(() => [AuditStateCountType], { description: 'Audits par état, tous les états.' })
  states!: AuditStateCountType[];

  @Field(() => [AuditTurnCountType], {
    description: 'Audits par qui doit agir pour qu’ils avancent ; ceux qui sont finis n’attendent personne.',
  })
  turns!: AuditTurnCountType[];

  @Field(() => Int, { description: 'Demandes de preuves qui attendent le service.' })
  openRequestCount!: number;

  @Field(() => Int, { description: 'Dont en retard.' })
  lateRequestCount!: number;

  @Field(() => Int, { description: 'Récusations et appels que personne n’a tranchés.' })
  openRecusalCount!: number;

  @Field(() => Int, { description: 'Dont en retard.' })
  lateRecusalCount!: number;

  @Field(() => Int, { description: 'Affectations gelées par un conflit survenu depuis.' })
  frozenAssignmentCount!: number;

  @Field(() => Int, { description: 'Actions correctives ni vérifiées ni levées.' })
  openActionCount!: number;

  @Field(() => Int, { description: 'Dont en retard.' })
  lateActionCount!: number;

  @Field(() => [ApplicationStateCountType], { description: 'Candidatures par état, tous les états.' })
  applications!: ApplicationStateCountType[];
}
