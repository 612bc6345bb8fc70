import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../row-level-security';
import {
  DROP_FROZEN_FUNCTIONS,
  FROZEN_FUNCTIONS,
  FROZEN_OWNERSHIP,
  FROZEN_TRIGGERS,
  UNFREEZE,
} from './signatures/frozen';
import { NOT_REVISING, REVISING, SIGNATURE_POLICIES } from './signatures/policies';
import { FIRST_VERSIONS, SIGNATURE_TABLES } from './signatures/tables';
import { readingWith } from './trail-chain/reading';
import { watch } from './trail-chain/tables';

const NOUNS = [{ type: 'EvidenceRequest', table: 'evidence_request' }];

/** Signatures over the canonical content, versions of replies, amendments; and what is refused once a report is issued. */
export class Signatures1795000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGNATURE_TABLES + FIRST_VERSIONS);
    for (const [table, policies] of Object.entries(SIGNATURE_POLICIES)) {
      await runner.query(protect(table, policies));
    }
    await runner.query(REVISING + FROZEN_FUNCTIONS + FROZEN_OWNERSHIP + FROZEN_TRIGGERS);
    await runner.query(
      Object.keys(SIGNATURE_POLICIES)
        .map((table) => watch({ table, isContent: true }))
        .join('\n'),
    );
    // The acts of an amendment are told to the team.
    await runner.query(readingWith(NOUNS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${UNFREEZE}
      ${NOT_REVISING}
      drop table report_amendment, report_signature, finding_reply_evidence, finding_reply_version,
        campaign_contradictory_rule;
      ${DROP_FROZEN_FUNCTIONS}
    `);
  }
}
