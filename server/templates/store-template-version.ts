import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { identified, insertRows } from './bulk-rows';
import type { LoadedTemplate } from './loaded-templates';
import { TemplateFileError } from './template-file-error';
import { TEMPLATE_STATUSES, type TemplateStatus } from './template-shapes';

interface StoredVersion {
  id: string;
  state: TemplateStatus;
  hash: string;
}

/**
 * Stores one version of a template. A draft is replaced by other content; a version that is published or retired stays
 * as it is, and its status only goes on.
 * @returns how many rows were written
 * @throws TemplateFileError PUBLISHED_CONTENT_CHANGED or STATUS_REVERSED
 */
export async function storeTemplateVersion(
  manager: EntityManager,
  template: LoadedTemplate,
): Promise<number> {
  const { content, contentHash } = template;
  const templateId = await templateIdOf(manager, template);
  const [stored] = templateId
    ? await manager.query<StoredVersion[]>(
        `select id, state, content_hash as hash from template_version where audit_template_id = $1 and number = $2`,
        [templateId, content.version],
      )
    : [];
  if (stored) refuseChange(template, stored);
  if (stored?.hash === contentHash) {
    const moved =
      stored.state === content.status ? 0 : await changeStatus(manager, stored.id, content.status);
    // A draft that this version follows may have been replaced just now.
    return moved + (await insertLineage(manager, content, stored.id));
  }
  if (stored) await removeDraft(manager, stored.id);
  return insertVersion(manager, template, templateId);
}

async function templateIdOf(manager: EntityManager, { content }: LoadedTemplate): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>('select id from audit_template where code = $1', [
    content.code,
  ]);
  return row?.id ?? null;
}

function refuseChange({ file, slug, content, contentHash }: LoadedTemplate, stored: StoredVersion): void {
  const { code, version, status } = content;
  if (stored.state !== 'DRAFT' && stored.hash !== contentHash)
    throw new TemplateFileError({
      code: 'PUBLISHED_CONTENT_CHANGED',
      file,
      path: ['version'],
      problem: `version ${version} of ${code} is already published with other content`,
      remedy: `Put the file back as it was, and write what changes as ${slug}/v${version + 1}.yaml`,
    });
  if (TEMPLATE_STATUSES.indexOf(status) < TEMPLATE_STATUSES.indexOf(stored.state))
    throw new TemplateFileError({
      code: 'STATUS_REVERSED',
      file,
      path: ['status'],
      problem: `version ${version} of ${code} is ${stored.state} and cannot become ${status} again`,
      remedy: `Set it to ${stored.state}, or add ${slug}/v${version + 1}.yaml`,
    });
}

async function changeStatus(
  manager: EntityManager,
  versionId: string,
  status: TemplateStatus,
): Promise<number> {
  await manager.query(
    `update template_version set state = $2, published_at = coalesce(published_at, now()) where id = $1`,
    [versionId, status],
  );
  return 1;
}

/** Nothing but other drafts of the same folder can refer to a draft: campaigns take published versions. */
async function removeDraft(manager: EntityManager, versionId: string): Promise<void> {
  const criteria = 'select id from criterion where template_version_id = $1';
  await manager.query(
    `delete from criterion_lineage where to_criterion_id in (${criteria}) or from_criterion_id in (${criteria})`,
    [versionId],
  );
  await manager.query(`delete from crosswalk where criterion_id in (${criteria})`, [versionId]);
  await manager.query('delete from criterion where template_version_id = $1', [versionId]);
  await manager.query('delete from section where template_version_id = $1', [versionId]);
  await manager.query('delete from template_version where id = $1', [versionId]);
}

async function insertVersion(
  manager: EntityManager,
  template: LoadedTemplate,
  templateId: string | null,
): Promise<number> {
  const { content, slug, contentHash } = template;
  const auditTemplateId = templateId ?? randomUUID();
  if (!templateId)
    await manager.query('insert into audit_template (id, code, slug) values ($1, $2, $3)', [
      auditTemplateId,
      content.code,
      slug,
    ]);
  const versionId = randomUUID();
  await manager.query(
    `insert into template_version (id, audit_template_id, number, state, source_version, title_fr, title_en, modality,
       audit_unit_fr, audit_unit_en, sampling, record_grid, content_hash, published_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, case when $4 = 'DRAFT' then null else now() end)`,
    [
      versionId,
      auditTemplateId,
      content.version,
      content.status,
      content.sourceVersion ?? null,
      content.title.fr,
      content.title.en,
      content.modality,
      content.auditUnit.fr,
      content.auditUnit.en,
      JSON.stringify(content.sampling),
      JSON.stringify(content.recordGrid),
      contentHash,
    ],
  );
  return (templateId ? 1 : 2) + (await insertContent(manager, template, versionId));
}

async function insertContent(
  manager: EntityManager,
  { content }: LoadedTemplate,
  versionId: string,
): Promise<number> {
  const sections = identified(
    content.sections.map(({ code, title }, index) => ({
      template_version_id: versionId,
      code,
      position: index + 1,
      title_fr: title.fr,
      title_en: title.en,
    })),
  );
  const files = content.sections.flatMap((section, s) =>
    section.criteria.map((criterion) => ({ criterion, sectionId: sections[s]?.id })),
  );
  const criteria = identified(
    files.map(({ criterion, sectionId }, index) => ({
      template_version_id: versionId,
      section_id: sectionId,
      code: criterion.code,
      position: index + 1,
      principle: criterion.principle,
      is_critical: criterion.critical,
      weight: criterion.weight,
      scale_code: criterion.scale,
      text_fr: criterion.text.fr,
      text_en: criterion.text.en,
      target: criterion.target,
      evidence: criterion.evidence,
    })),
  );
  await insertRows(manager, 'section', sections);
  await insertRows(manager, 'criterion', criteria);
  return (
    sections.length +
    criteria.length +
    (await insertCrosswalk(manager, content, versionId)) +
    (await insertLineage(manager, content, versionId))
  );
}

/** Which criterion rests on which texts, in the order in which its file names them. */
async function insertCrosswalk(
  manager: EntityManager,
  content: LoadedTemplate['content'],
  versionId: string,
): Promise<number> {
  const named = content.sections.flatMap(({ criteria }) =>
    criteria.flatMap(({ code, references }) =>
      references.map((reference, index) => ({ id: randomUUID(), code, reference, position: index + 1 })),
    ),
  );
  const rows = await manager.query<unknown[]>(
    `insert into crosswalk (id, criterion_id, reference_text_id, position)
     select n.id, c.id, r.id, n.position
     from jsonb_to_recordset($2::jsonb) as n (id uuid, code text, reference text, position int)
     join criterion c on c.template_version_id = $1 and c.code = n.code
     join reference_text r on r.code = n.reference
     returning 1`,
    [versionId, JSON.stringify(named)],
  );
  return rows.length;
}

/**
 * What became of the criteria of the version before; one that keeps its code and says nothing else is the SAME.
 */
async function insertLineage(
  manager: EntityManager,
  content: LoadedTemplate['content'],
  versionId: string,
): Promise<number> {
  if (content.version === 1) return 0;
  const named = content.sections.flatMap(({ criteria }) =>
    criteria.flatMap(({ code, lineage }) =>
      (lineage?.from ?? [code]).map((from) => ({
        id: randomUUID(),
        code,
        from,
        kind: lineage?.kind ?? 'SAME',
      })),
    ),
  );
  const rows = await manager.query<unknown[]>(
    `insert into criterion_lineage (id, from_criterion_id, to_criterion_id, kind)
     select n.id, earlier.id, c.id, n.kind
     from jsonb_to_recordset($2::jsonb) as n (id uuid, code text, "from" text, kind text)
     join criterion c on c.template_version_id = $1 and c.code = n.code
     join template_version v on v.id = $1
     join template_version p on p.audit_template_id = v.audit_template_id and p.number = (
       select max(o.number) from template_version o where o.audit_template_id = v.audit_template_id and o.number < v.number)
     join criterion earlier on earlier.template_version_id = p.id and earlier.code = n."from"
     on conflict (to_criterion_id, from_criterion_id) do nothing
     returning 1`,
    [versionId, JSON.stringify(named)],
  );
  return rows.length;
}
