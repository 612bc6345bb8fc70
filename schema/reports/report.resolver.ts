import { Arg, Ctx, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { issueReportAndRelapses } from '../../server/corrective-actions';
import { perform, performGuess, readById, type Context, type SelectionInfo } from '../../server/graphql';
import {
  answerContradictory,
  closeContradictory,
  proposeAmendment,
  signAmendment,
  signDraftReport,
  signReport,
  submitDraftReport,
  withdrawAmendment,
} from '../../server/reports';
import { AuditMoveInput } from '../audits/audit.inputs';
import { AuditType } from '../audits/audit.type';
import { payloadOf } from '../relay/write';
import { ReportAmendmentProposeInput, ReportSignInput } from './report.inputs';
import { ReportType } from './report.type';

const audit = () => AuditType;
const report = () => ReportType;
const DraftReportSignPayload = payloadOf('DraftReportSignPayload', { audit });
const DraftReportSubmitPayload = payloadOf('DraftReportSubmitPayload', { audit });
const ContradictoryAnswerPayload = payloadOf('ContradictoryAnswerPayload', { audit });
const ContradictoryClosePayload = payloadOf('ContradictoryClosePayload', { audit });
const ReportSignPayload = payloadOf('ReportSignPayload', { audit });
const ReportIssuePayload = payloadOf('ReportIssuePayload', { report, audit });
const ReportAmendmentProposePayload = payloadOf('ReportAmendmentProposePayload', { audit });
const ReportAmendmentSignPayload = payloadOf('ReportAmendmentSignPayload', { report, audit });
const ReportAmendmentWithdrawPayload = payloadOf('ReportAmendmentWithdrawPayload', { audit });

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
    description:
      'Signer le projet tel que vous l’avez lu ; un constat changé ensuite annule la signature. (TEAM)',
  })
  draftReportSign(
    @Arg('input', () => ReportSignInput) input: ReportSignInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { secretBox } = context.application;
    return performGuess(context, info, input, (uow) => signDraftReport(uow, input, secretBox));
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
    description:
      'Signer le rapport tel que vous l’avez lu ; une suite donnée ensuite annule la signature. (TEAM)',
  })
  reportSign(
    @Arg('input', () => ReportSignInput) input: ReportSignInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { secretBox } = context.application;
    return performGuess(context, info, input, (uow) => signReport(uow, input, secretBox));
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

  @Mutation(() => ReportAmendmentProposePayload, {
    description:
      'Proposer un amendement du rapport émis, avec une raison ; rien ne change avant les signatures. (LEAD)',
  })
  reportAmendmentPropose(
    @Arg('input', () => ReportAmendmentProposeInput) input: ReportAmendmentProposeInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, proposeAmendment);
  }

  @Mutation(() => ReportAmendmentSignPayload, {
    description:
      'Signer l’amendement proposé tel que vous l’avez lu ; la dernière signature attendue l’émet, l’ancienne version reste. (TEAM)',
  })
  reportAmendmentSign(
    @Arg('input', () => ReportSignInput) input: ReportSignInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    const { secretBox } = context.application;
    return performGuess(context, info, input, (uow) => signAmendment(uow, input, secretBox));
  }

  @Mutation(() => ReportAmendmentWithdrawPayload, {
    description:
      'Renoncer à l’amendement proposé ; ses signatures tombent. `expectedVersion` : celle de l’amendement. (LEAD)',
  })
  reportAmendmentWithdraw(
    @Arg('input', () => AuditMoveInput) input: AuditMoveInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, withdrawAmendment);
  }
}
