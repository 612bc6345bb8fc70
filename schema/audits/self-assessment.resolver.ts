import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { gradeSelf, gradesSelf, submitSelfAssessment } from '../../server/audits';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { payloadOf } from '../relay/write';
import { AuditType } from './audit.type';
import { GradeRecordInput, GradesRecordInput, SelfAssessmentSubmitInput } from './grade.inputs';
import { GradeRowResultType, GradeType } from './grade.type';

const GradeSelfPayload = payloadOf('GradeSelfPayload', { grade: () => GradeType });
const GradesSelfPayload = payloadOf('GradesSelfPayload', {
  grades: () => [GradeType],
  rows: () => [GradeRowResultType],
});
const SelfAssessmentSubmitPayload = payloadOf('SelfAssessmentSubmitPayload', { audit: () => AuditType });

/** The service judges itself before the visit. */
@Resolver()
export class SelfAssessmentResolver {
  @Mutation(() => GradeSelfPayload, {
    description:
      'S’auto-évaluer sur un critère, ou changer sa réponse. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  gradeSelf(
    @Arg('input', () => GradeRecordInput) input: GradeRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, gradeSelf);
  }

  @Mutation(() => GradesSelfPayload, {
    description: 'S’auto-évaluer sur jusqu’à 200 critères d’un coup. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR)',
  })
  gradesSelf(
    @Arg('input', () => GradesRecordInput) input: GradesRecordInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, gradesSelf);
  }

  @Mutation(() => SelfAssessmentSubmitPayload, {
    description: 'Remettre l’auto-évaluation à l’équipe d’audit. (SERVICE_MANAGER)',
  })
  selfAssessmentSubmit(
    @Arg('input', () => SelfAssessmentSubmitInput) input: SelfAssessmentSubmitInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, submitSelfAssessment);
  }
}
