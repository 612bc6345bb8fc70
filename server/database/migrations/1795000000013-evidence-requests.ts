import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import { EVIDENCE_REQUEST_POLICIES } from './evidence-requests/policies';
import { FAMILIES, REQUESTS, VERDICTS } from './evidence-requests/tables';
import { NO_LATER_NOUNS, readingWith } from './trail-chain/reading';
import { watch } from './trail-chain/tables';

const WATCHED: readonly Parameters<typeof watch>[0][] = [
  { isContent: true, table: 'evidence_request' },
  { isContent: true, table: 'evidence_request_criterion', key: 'evidence_request_id' },
  { isContent: true, table: 'evidence_answer' },
  { isContent: true, table: 'answering_evidence', key: 'evidence_answer_id' },
  { isContent: true, table: 'evidence_verdict' },
  { isContent: true, table: 'evidence_validity' },
];

/** What evidence is asked for, how it was taken, how long it holds; and the families of reference texts. */
export class EvidenceRequests1795000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FAMILIES + REQUESTS + VERDICTS);
    for (const [table, policies] of Object.entries(EVIDENCE_REQUEST_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(WATCHED.map(watch).join('\n'));
    await runner.query(readingWith([{ type: 'EvidenceRequest', table: 'evidence_request' }]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(readingWith(NO_LATER_NOUNS));
    await runner.query(`
      drop table evidence_validity, evidence_verdict, answering_evidence, evidence_answer, evidence_request_criterion,
        evidence_request, reference_family;
    `);
  }
}
