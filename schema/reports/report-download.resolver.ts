import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { perform, type Context, type SelectionInfo } from '../../server/graphql';
import { downloadReport } from '../../server/reports';
import { DownloadType } from '../evidence/evidence-file.type';
import { payloadOf } from '../relay/write';
import { ReportDownloadInput } from './report-download.inputs';
import { ReportType } from './report.type';

const ReportDownloadPayload = payloadOf('ReportDownloadPayload', {
  report: () => ReportType,
  download: () => DownloadType,
});

/** Reports as files. */
@Resolver()
export class ReportDownloadResolver {
  @Mutation(() => ReportDownloadPayload, {
    description:
      'Avoir une adresse où prendre un rapport en PDF, en HTML ou en JSON : elle sert une fois, pendant une minute. (SERVICE_MANAGER, SERVICE_CONTRIBUTOR, SERVICE_READER, TEAM ; G4 et PUBLIC : aussi COORDINATOR, STEERING_MEMBER)',
  })
  reportDownload(
    @Arg('input', () => ReportDownloadInput) input: ReportDownloadInput,
    @Ctx() context: Context,
    @Info() info: SelectionInfo,
  ) {
    return perform(context, info, input, downloadReport);
  }
}
