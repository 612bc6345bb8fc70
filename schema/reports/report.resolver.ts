import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { issueReportAndRelapses } from '../../server/corrective-actions';
import { perform, readById, type Context, type SelectionInfo } from '../../server/graphql';
import {
  amendReport,
  answerContradictory,
  closeContradictory,
  signDraftReport,
  signReport,
  submitDraftReport,
} from '../../server/reports';
import { AuditMoveInput } from '../audits/audit.inputs';
import { AuditType } from '../audits/audit.type';
import { payloadOf } from '../relay/write';
import { ReportAmendInput } from './report.inputs';
import { ReportType } from './report.type';

const audit = () => AuditType;
const report = () => ReportType;
const DraftReportSignPayload = payloadOf('DraftReportSignPayload', { audit });
const DraftReportSubmitPayload = payloadOf('DraftReportSubmitPayload', { audit });
const ContradictoryAnswerPayload = payloadOf('ContradictoryAnswerPayload', { audit });
const ContradictoryClosePayload = payloadOf('ContradictoryClosePayload', { audit });
const ReportSignPayload = payloadOf('ReportSignPayload', { audit });
const ReportIssuePayload = payloadOf('ReportIssuePayload', { report, audit });
const ReportAmendPayload = payloadOf('ReportAmendPayload', { report, audit });

/** From the draft to the issued report. */
@Resolver()
export class ReportResolver {
  @Query(() => ReportType, {
    nullable: true,
    description: 'Un rapport émis ; null s’il est absent ou caché.',
  })
  report(@Arg('id', () => ID) id: string, @Ctx() context: Context, @Info() info: SelectionInfo) {
    return readById(context, 'Report', id, info);
  }

  @Mutation(() => DraftReportSignPayload, {
    description: 'Signer le projet tel qu’il est ; un constat changé ensuite annule la signature. (TEAM)',
  })
  draftReportSign(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, signDraftReport);
  }

  @Mutation(() => DraftReportSubmitPayload, {
    description: 'Remettre le projet au service : ses constats lui sont communiqués, son délai court. (LEAD)',
  })
  draftReportSubmit(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, submitDraftReport);
  }

  @Mutation(() => ContradictoryAnswerPayload, {
    description: 'Déclarer que le service n’a plus rien à ajouter. (SERVICE_MANAGER)',
  })
  contradictoryAnswer(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, answerContradictory);
  }

  @Mutation(() => ContradictoryClosePayload, {
    description:
      'Clore la phase contradictoire : réponses reçues, rien à ajouter, ou délai écoulé. (LEAD, COORDINATOR)',
  })
  contradictoryClose(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, closeContradictory);
  }

  @Mutation(() => ReportSignPayload, {
    description: 'Signer le rapport tel qu’il est ; une suite donnée ensuite annule la signature. (TEAM)',
  })
  reportSign(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, signReport);
  }

  @Mutation(() => ReportIssuePayload, {
    description: 'Émettre le rapport : contenu figé, avec son empreinte, version 1. (LEAD)',
  })
  reportIssue(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, issueReportAndRelapses);
  }

  @Mutation(() => ReportAmendPayload, {
    description: 'Émettre une nouvelle version du rapport, avec une raison ; l’ancienne reste. (LEAD)',
  })
  reportAmend(
    @Arg('input', () => ReportAmendInput) input: ReportAmendInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, amendReport);
  }
}
