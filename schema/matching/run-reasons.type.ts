import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { ProposedSeat } from '../../server/matching';
import { SEAT } from '../audits/assignment.type';
import { AuditType } from '../audits/audit.type';
import { AuditorType } from '../auditors/auditor.type';
import { enumeration } from '../relay/enumeration';

const VERDICT = enumeration(
  ['IN_PLAN', 'EXCLUDED', 'BLOCKED', 'POSSIBLE'],
  'WhyNotVerdict',
  'Ce qu’il en est d’une paire absente du plan.',
  {
    IN_PLAN: 'La paire est dans le plan.',
    EXCLUDED: 'Aucun plan ne peut la contenir.',
    BLOCKED: 'Aucun plan qui laisse le reste tel quel.',
    POSSIBLE: 'Possible, à un prix.',
  },
);

const SCOPE = enumeration(
  ['WHOLE_PLAN', 'NEIGHBOURHOOD', 'NOT_PROVED'],
  'ReasonScope',
  'Jusqu’où va ce qui est affirmé d’autres plans.',
  {
    WHOLE_PLAN: 'Tous les plans.',
    NEIGHBOURHOOD: 'Les plans qui laissent le reste tel quel.',
    NOT_PROVED: 'Pas entièrement prouvé.',
  },
);

/** A reason, with its points where it has some. */
@ObjectType('MatchingReason', {
  description: 'Raison, en mots et en points. A reason, in words and points.',
  simpleResolvers: true,
})
export class MatchingReasonType {
  @Field(() => String, { description: 'Code stable.' })
  code!: string;

  @Field(() => String, { description: 'La même raison, dans votre langue.' })
  sentence!: string;

  @Field(() => Float, { nullable: true, description: 'Points gagnés ou perdus.' })
  points!: number | null;
}

/** Somebody who could take a seat instead. */
@ObjectType('PlanSubstitute', {
  description: 'Remplaçant possible pour un siège d’un plan. Somebody who could take a seat of a plan.',
  simpleResolvers: true,
})
export class PlanSubstituteType {
  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => AuditorType, { nullable: true, description: 'Qui laisse le siège ; null s’il est vide.' })
  replaces!: object | null;

  @Field(() => String, { nullable: true, description: 'Semaine ISO de la visite.' })
  week!: string | null;

  @Field(() => Float, { description: 'Sa valeur sur ce siège, moins celle de qui il remplace.' })
  valueDifference!: number;

  @Field(() => Float, { description: 'Ce que le plan entier y gagne ou y perd, en points.' })
  change!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Ce qui doit changer d’abord ; null s’il peut venir dans le plan tel quel.',
  })
  first!: string | null;
}

/** Why a plan puts an auditor on an audit. */
@ObjectType('Why', {
  description: 'Pourquoi le plan place un auditeur sur un audit. Why a plan has a pair.',
  simpleResolvers: true,
})
export class WhyType {
  @Field(() => SEAT)
  seat!: ProposedSeat;

  @Field(() => String, { nullable: true, description: 'Semaine ISO de la visite.' })
  week!: string | null;

  @Field(() => Float, { description: 'Ce que vaut la paire, en points.' })
  value!: number;

  @Field(() => [MatchingReasonType], { description: 'D’où vient cette valeur : la somme est exacte.' })
  valueParts!: MatchingReasonType[];

  @Field(() => [MatchingReasonType], {
    description: 'Ce que le plan perdrait sans lui : la somme est worth.',
  })
  planParts!: MatchingReasonType[];

  @Field(() => Float, { description: 'Ce que le plan perdrait s’il partait et que personne ne venait.' })
  worth!: number;

  @Field(() => [PlanSubstituteType], { description: 'Qui pourrait venir à sa place, le mieux d’abord.' })
  alternatives!: object[];
}

/** An auditor who serves elsewhere than before. */
@ObjectType('MatchingMove', {
  description: 'Auditeur qui passe d’un audit à un autre. An auditor who moves.',
  simpleResolvers: true,
})
export class MatchingMoveType {
  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => AuditType, { nullable: true, description: 'Audit qu’il quitte ; null s’il arrive.' })
  from!: object | null;

  @Field(() => AuditType, {
    nullable: true,
    description: 'Audit qu’il rejoint ; null s’il n’est plus appelé.',
  })
  to!: object | null;
}

/** Where an auditor serves instead. */
@ObjectType('ServesElsewhere', {
  description: 'Audit où un auditeur est placé. An audit on which an auditor serves.',
  simpleResolvers: true,
})
export class ServesElsewhereType {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => SEAT)
  seat!: ProposedSeat;

  @Field(() => String, { nullable: true, description: 'Semaine ISO de la visite.' })
  week!: string | null;

  @Field(() => Float, { description: 'Sa valeur là, en points.' })
  value!: number;

  @Field(() => Float, { description: 'Ce que le plan perdrait s’il en partait.' })
  worth!: number;
}

/** Who sits where an auditor could. */
@ObjectType('InHisPlace', {
  description: 'Qui occupe le siège. Who sits on the seat.',
  simpleResolvers: true,
})
export class InHisPlaceType {
  @Field(() => AuditorType, { nullable: true })
  auditor!: object | null;

  @Field(() => Float, { description: 'Sa valeur là, en points.' })
  value!: number;
}

/** Why a plan does not put an auditor on an audit. */
@ObjectType('WhyNot', {
  description: 'Pourquoi le plan ne place pas un auditeur sur un audit. Why a plan does not have a pair.',
  simpleResolvers: true,
})
export class WhyNotType {
  @Field(() => VERDICT, { description: 'Ce qu’il en est.' })
  verdict!: keyof typeof VERDICT;

  @Field(() => String, { description: 'Ce qu’il en est, en une phrase.' })
  sentence!: string;

  @Field(() => [MatchingReasonType], { description: 'Ce qui exclut la paire de tout plan.' })
  hard!: MatchingReasonType[];

  @Field(() => [MatchingReasonType], { description: 'Ce qui s’y oppose dans ce plan.' })
  inPlan!: MatchingReasonType[];

  @Field(() => Float, { description: 'Ce que vaudrait la paire, en points.' })
  value!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Ce que le plan perdrait avec elle, tout le reste au mieux ; null si aucun plan n’a été trouvé.',
  })
  loss!: number | null;

  @Field(() => SCOPE, { description: 'Jusqu’où cette perte est prouvée.' })
  scope!: keyof typeof SCOPE;

  @Field(() => [MatchingMoveType], { description: 'Qui changerait d’audit pour elle.' })
  moves!: object[];

  @Field(() => [ServesElsewhereType], { description: 'Où l’auditeur est placé.' })
  elsewhere!: object[];

  @Field(() => [InHisPlaceType], { description: 'Qui occupe les sièges qu’il pourrait prendre.' })
  inHisPlace!: object[];
}

/** A rule or limit that keeps a seat empty. */
@ObjectType('SeatLimit', {
  description: 'Règle ou limite qui laisse un siège vide. A rule or limit that keeps a seat empty.',
  simpleResolvers: true,
})
export class SeatLimitType {
  @Field(() => String, { description: 'Code stable : règle de conflit ou limite.' })
  limit!: string;

  @Field(() => String, { description: 'La même, dans votre langue.' })
  sentence!: string;

  @Field(() => [AuditorType], { description: 'Auditeurs qu’elle écarte.' })
  auditors!: object[];
}

/** A change that would fill a seat. */
@ObjectType('SeatRelaxation', {
  description: 'Changement qui pourvoirait un siège. A change that would fill a seat.',
  simpleResolvers: true,
})
export class SeatRelaxationType {
  @Field(() => String, { description: 'Code stable de ce changement.' })
  kind!: string;

  @Field(() => String, { description: 'Le même, dans votre langue.' })
  sentence!: string;

  @Field(() => Float, { description: 'Ce que le plan entier y gagne, en points.' })
  gain!: number;

  @Field(() => Int, { description: 'Sièges que ce changement pourvoit dans le plan entier.' })
  filled!: number;
}

/** A required seat that nobody takes. */
@ObjectType('SeatShortfall', {
  description: 'Siège demandé que personne ne prend. A required seat that stays empty.',
  simpleResolvers: true,
})
export class SeatShortfallType {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => SEAT)
  seat!: ProposedSeat;

  @Field(() => Int, { description: 'Combien il en manque.' })
  missing!: number;

  @Field(() => String, { description: 'Le siège vide, en une phrase.' })
  sentence!: string;

  @Field(() => [SeatLimitType], {
    description: 'Le plus petit ensemble de règles et de limites qui, ensemble, laissent le siège vide.',
  })
  blocking!: object[];

  @Field(() => [SeatRelaxationType], { description: 'Ce qui le pourvoirait, le moins coûteux d’abord.' })
  relaxations!: SeatRelaxationType[];
}
