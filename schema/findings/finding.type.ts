import { Field, Int, ObjectType } from 'type-graphql';
import type { FindingKind, FindingSeverity, FindingState } from '../../server/findings';
import { AuditType } from '../audits/audit.type';
import { AuditorType } from '../auditors/auditor.type';
import { CorrectiveActionConnection } from '../corrective-actions/corrective-action.type';
import { connectionOf } from '../relay/connection';
import { EdgeField } from '../relay/edge-field';
import { Node } from '../relay/node';
import { TransitionType } from '../relay/transition.type';
import { InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';
import { FindingPrecedentType } from './finding-precedent.type';
import { FindingReplyType } from './finding-reply.type';
import { FINDING_KIND, FINDING_SEVERITY, FINDING_STATE } from './finding-words';
import { HistoryField } from '../trail/history-field';

/** What the team states. */
@ObjectType('Finding', {
  implements: Node,
  description: 'Constat de l’équipe d’audit. What the audit team states.',
  simpleResolvers: true,
})
export class FindingType extends Node {
  @Field(() => AuditType, { nullable: true })
  audit!: object | null;

  @Field(() => CriterionType, {
    nullable: true,
    description: 'Critère concerné ; null si le constat n’en vise aucun en particulier.',
  })
  criterion!: object | null;

  @Field(() => Int, { description: 'Numéro dans l’audit, à partir de 1.' })
  number!: number;

  @Field(() => FINDING_KIND)
  kind!: FindingKind;

  @Field(() => FINDING_SEVERITY, { nullable: true, description: 'Pour une non-conformité seulement.' })
  severity!: FindingSeverity | null;

  @Field(() => FINDING_STATE)
  state!: FindingState;

  @Field(() => String, { description: 'Le constat, tel qu’il vaut maintenant.' })
  statement!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Le constat tel qu’il a été communiqué au service ; gardé pour toujours.',
  })
  draftedStatement!: string | null;

  @Field(() => FINDING_SEVERITY, { nullable: true, description: 'La gravité telle que communiquée.' })
  draftedSeverity!: FindingSeverity | null;

  @Field(() => AuditorType, {
    nullable: true,
    description: 'Qui l’a rédigé (pour l’équipe et la coordination).',
  })
  author!: object | null;

  @Field(() => FindingReplyType, { nullable: true, description: 'Réponse du service.' })
  reply!: object | null;

  @EdgeField(() => CorrectiveActionConnection, { description: 'Actions correctives que vous pouvez voir.' })
  correctiveActions!: object;

  @Field(() => [FindingPrecedentType], {
    description:
      'Ce que des audits antérieurs du service ont constaté sur le même critère, ou sur celui dont il vient, et ce qui en est advenu.',
  })
  precedents!: object[];

  @Field(() => Boolean, {
    description: 'Une action sur un constat antérieur comparable avait été vérifiée ou jugée efficace.',
  })
  isRelapse!: boolean;

  @Field(() => [TransitionType], { description: 'Ce que vous pouvez faire maintenant, ou pourquoi non.' })
  availableTransitions!: TransitionType[];

  @HistoryField()
  history!: object;

  @Field(() => Int)
  version!: number;

  @Field(() => InstantScalar)
  createdAt!: string;

  @Field(() => InstantScalar)
  updatedAt!: string;
}

export const FindingConnection = connectionOf('Finding', () => FindingType);
