import type { ComputedEdge } from '../database/read-model';
import type { FindingReplyKind } from './finding-reply.entity';

/** A piece of evidence as a reply and a report name it: it can be known again without being shown. */
export interface NamedEvidence {
  title: string;
  /** Of its file, hexadecimal; null of links and notes. */
  sha256: string | null;
}

/** One wording of a reply. */
export interface ReplyVersion {
  number: number;
  kind: FindingReplyKind;
  argument: string | null;
  repliedAt: string;
  evidence: NamedEvidence[];
}

/** The evidence of the version `v` of a reply, as a JSON list in the order in which it was added, as SQL. */
const evidenceOf = (v: string): string => `
  (select coalesce(json_agg(json_build_object('title', e.title, 'sha256', coalesce(f.sha256, e.sha256))
      order by e.created_at, e.id), '[]')
    from finding_reply_evidence l
    join evidence e on e.id = l.evidence_id
    left join evidence_file f on f.id = e.id
    where l.finding_reply_version_id = ${v}.id)`;

/** The evidence of the reply `r` as it stands, as SQL: a JSON list of `NamedEvidence`, null where there is no reply. */
export const replyEvidence = (r: string): string => `
  coalesce((select ${evidenceOf('v')} from finding_reply_version v where v.finding_reply_id = ${r}.id
    order by v.number desc limit 1), case when ${r}.id is not null then '[]'::json end)`;

/** When the reply `r` was given as it stands, as SQL. */
export const repliedAt = (r: string): string =>
  `coalesce((select max(v.created_at) from finding_reply_version v where v.finding_reply_id = ${r}.id), ${r}.created_at)`;

/** `FindingReply.versions`: all that the service ever replied to a finding, the first wording first. */
export const replyVersionsEdge: ComputedEdge = {
  kind: 'computed',
  needs: [],
  async compute(replies, { sql }) {
    const rows = await sql<ReplyVersion & { replyId: string }>(
      `select v.finding_reply_id as "replyId", v.number, v.kind, v.argument, v.created_at as "repliedAt",
         ${evidenceOf('v')} as evidence
       from finding_reply_version v where v.finding_reply_id = any($1::uuid[]) order by v.number`,
      [replies.map(({ id }) => id)],
    );
    const byReply = new Map<string, ReplyVersion[]>(replies.map(({ id }) => [id, []]));
    for (const { replyId, ...version } of rows) byReply.get(replyId)?.push(version);
    return replies.map(({ id }) => byReply.get(id) ?? []);
  },
};
