import { code, container, dateTime, num, report, text, uid, type ReportHead } from './content';
import type { DataSet } from './dicom-writer';

/** A CT acquisition as a maker writes it. */
export interface CtEvent {
  uid?: string;
  protocol?: string;
  type?: Parameters<typeof code>[1];
  ctdi?: string;
  dlp?: string;
  dlpUnit?: string | null;
  phantom?: 'head' | 'body';
  length?: string;
  lengthUnit?: string;
  startedAt?: string;
}

/** A CT acquisition with what its maker gives. */
export function ctEvent(event: CtEvent): DataSet {
  const dose = [
    ...(event.ctdi === undefined ? [] : [num('ctdiVol', event.ctdi, 'mGy')]),
    ...(event.phantom === undefined ? [] : [code('phantom', event.phantom)]),
    ...(event.dlp === undefined
      ? []
      : [num('dlp', event.dlp, event.dlpUnit === undefined ? 'mGy.cm' : event.dlpUnit)]),
  ];
  return container(
    'ctAcquisition',
    ...(event.protocol === undefined ? [] : [text('protocol', event.protocol)]),
    code('region', 'chest'),
    code('ctType', event.type ?? 'spiral'),
    ...(event.startedAt === undefined ? [] : [dateTime('startedAt', event.startedAt)]),
    ...(event.uid === undefined ? [] : [uid('eventUid', event.uid)]),
    container('ctParameters', num('scanningLength', event.length ?? '300', event.lengthUnit ?? 'mm')),
    ...(dose.length > 0 ? [container('ctDose', ...dose)] : []),
  );
}

/** A CT dose report. */
export function ctReport(events: readonly CtEvent[], total?: string, head: ReportHead = {}): DataSet {
  return report(
    head,
    code('procedure', 'ct'),
    ...(total === undefined ? [] : [container('ctAccumulated', num('dlpTotal', total, 'mGy.cm'))]),
    ...events.map(ctEvent),
  );
}

/** A projection event. */
export function xrayEvent(...content: DataSet[]): DataSet {
  return container('event', ...content);
}

/** A projection dose report. */
export function projectionReport(head: ReportHead, ...content: DataSet[]): DataSet {
  return report(head, code('procedure', 'projection'), ...content);
}
