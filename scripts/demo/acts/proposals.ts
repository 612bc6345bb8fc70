import { MeasuresDocument, type GradeValue } from '../generated/operations';
import type { Client } from '../client';
import type { Case } from '../stage';

/** What the complete measures of an audit propose to an auditor, by criterion. */
export async function proposalsTo(client: Client, { id }: Case): Promise<Map<string, GradeValue>> {
  const { audit } = await client.query(MeasuresDocument, { auditId: id, stage: 'AUDITOR' });
  return new Map(
    (audit?.measures ?? []).flatMap(({ criterion, isComplete, proposedValue }) =>
      criterion && isComplete && proposedValue ? [[criterion.id, proposedValue]] : [],
    ),
  );
}
