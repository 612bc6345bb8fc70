import { refuse } from '../../kernel/outcome';
import { normaliseRpps } from '../../kernel/identifiers';

/**
 * Where the register knows the person as an auditor with an RPPS number, an identity with another one is somebody else's.
 * This room stands before that of the auditors, hence the SQL.
 * @throws Refusal IDENTITY_RPPS_MISMATCH
 */
export async function mustFitAuditor(
  sql: <T>(text: string, values: readonly unknown[]) => Promise<T[]>,
  personId: string | null,
  rpps: string | null,
): Promise<void> {
  if (rpps === null || personId === null) return;
  const [auditor] = await sql<{ rpps: string | null }>('select rpps from auditor where person_id = $1', [
    personId,
  ]);
  if (auditor?.rpps && auditor.rpps !== normaliseRpps(rpps))
    refuse('IDENTITY_RPPS_MISMATCH', ['input', 'code']);
}
