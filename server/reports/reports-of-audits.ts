import type { ComputedEdge, Edge } from '../database/read-model';
import { CONFIRMATIONS } from './confirmation';
import { contentsToSign, openAmendments } from './content-to-sign';
import type { SignedDocument } from './report-signature.entity';
import { treatmentTableEdge } from './treatment-table';

/** What an auditor reads before he signs it. */
export interface ReportPreview {
  document: SignedDocument;
  number: number;
  /** Canonical JSON (RFC 8785). */
  content: string;
  contentSha256: string;
  /** The sentence to type, in the language of who asks. */
  confirmation: string;
}

/** `Audit.reportPreview(document)`: for the team; null where there is nothing to sign. */
const previewEdge: ComputedEdge = {
  kind: 'computed',
  needs: ['state'],
  compute: async (audits, { viewer, sqlOfActs }, args) => {
    const document = args['document'] as SignedDocument;
    // The field has an argument, so that the policy table leaves it to the edge who is answered.
    const own = audits.filter(({ id }) => viewer.assignedAudits.has(id));
    // As the act reads it: whoever signs must read the very words that are frozen, and reads them all in the report.
    const contents = await contentsToSign(
      sqlOfActs,
      own.map((audit) => ({ id: audit.id, state: String(audit['state']) })),
      document,
    );
    const byAudit = new Map(own.map(({ id }, index) => [id, contents[index]]));
    return audits.map(({ id }): ReportPreview | null => {
      const toSign = byAudit.get(id);
      if (!toSign) return null;
      const { number, content, sha256 } = toSign;
      const confirmation = CONFIRMATIONS[document][viewer.locale];
      return { document, number, content, contentSha256: sha256, confirmation };
    });
  },
};

/** `Audit.openAmendment`: for the team. */
const amendmentEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  compute: async (audits, { sql }) => {
    const open = await openAmendments(
      sql,
      audits.map(({ id }) => id),
    );
    return audits.map(({ id }) => open.get(id) ?? null);
  },
};

/** What this room hangs on types of rooms before it, by type and field. */
export const reportsEdges: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  Audit: {
    reportPreview: previewEdge,
    openAmendment: amendmentEdge,
    treatmentTable: treatmentTableEdge,
  },
};
