import { ERASURE, erasure, type ErasedBesides } from '../trail-chain/erasure';

const again = (functions: string): string =>
  functions.replaceAll('create function', 'create or replace function');

/** Recorded facts about an erased person go, and what alerts said of him. */
export const FACTS_ERASED: ErasedBesides = {
  tables: ['conflict_fact', 'conflict_alert'],
  links: ['other_person_id'],
  statements: `
      delete from conflict_fact where person_id = erased or other_person_id = erased;
      update conflict_alert set facts = '[]', version = version + 1, updated_at = now()
        where auditor_id = any(auditors);`,
};

export const ERASE_FACTS = again(erasure(FACTS_ERASED));

/** The way back. */
export const ERASE_WITHOUT_FACTS = again(ERASURE);
