import canonicalize from 'canonicalize';
import type { NoteVerifier } from '../../trail';
import { openAttestation } from '../attestation/attestation-note';
import { freezeDocument } from '../document/freeze';
import { variantOf, type VariantDocument } from '../document/redact';
import {
  REPORT_AUDIENCES,
  REPORT_DOCUMENT_VERSION,
  type PlanDocument,
  type ReportDocument,
} from '../document/report-document';
import {
  hashCheck,
  readDocument,
  right,
  textOf,
  wrong,
  type Check,
  type ReadDocument,
} from './read-document';

/** What somebody has to verify a document with; nothing of it is asked from the platform. */
export interface Held {
  /** Hash of the document that was kept. */
  sha256?: string;
  /** The plan that goes with a report, and its hash. */
  plan?: { file: Uint8Array; sha256?: string };
  /** The whole report that a variant was made from. */
  report?: Uint8Array;
  /** Public keys of the trail that one takes. */
  keys?: readonly NoteVerifier[];
}

/**
 * Verifies a report, a variant of one, or an attestation, whichever the file holds, offline. The document is genuine when
 * every check is right: what one holds to check it with has to be given, so that nothing passes for want of a look.
 */
export function verifyDocument(file: Uint8Array, held: Held): Check[] {
  try {
    return checksOf(file, held);
  } catch {
    // A document of this platform has all its parts; what trips over a missing one was made or changed by somebody else.
    return [wrong('parts of the document are missing or are not what they should be: take it again, whole')];
  }
}

/** Options of the command, by what is held. */
const OPTIONS: Readonly<Record<keyof Held, string>> = {
  sha256: '--sha256',
  plan: '--plan',
  report: '--report',
  keys: '--keys',
};

/** What was given and says nothing of a document would else look as if it had been looked at. */
function unused(noun: string, held: Held, used: readonly (keyof Held)[]): Check[] {
  return (Object.keys(OPTIONS) as (keyof Held)[])
    .filter((key) => held[key] !== undefined && !used.includes(key))
    .map((key) => wrong(`${OPTIONS[key]} is not what ${noun} is checked with: leave it out`));
}

function checksOf(file: Uint8Array, held: Held): Check[] {
  const text = textOf(file);
  if (text?.startsWith('vis-a-vis/attestation/'))
    return [verifyAttestation(text, held.keys), ...unused('an attestation', held, ['keys'])];
  const { document, check } = readDocument(text);
  if (!document) return [check];
  switch ((document.value['schema'] as { name?: unknown } | null)?.name) {
    case 'vis-a-vis/report':
      return [check, ...verifyReport(document, held), ...unused('a report', held, ['sha256', 'plan'])];
    case 'vis-a-vis/report-variant':
      return [check, ...verifyVariant(document, held), ...unused('a variant', held, ['sha256', 'report'])];
    case 'vis-a-vis/plan':
      return [check, wrong('this is a plan: give the report first, and this file with --plan')];
    default:
      return [check, wrong('this is no report, no variant of one and no attestation')];
  }
}

function verifyReport({ value, sha256 }: ReadDocument, held: Held): Check[] {
  const hash = hashCheck('report', sha256, held.sha256, '--sha256');
  const report = value as unknown as ReportDocument;
  if (report.schema.version !== REPORT_DOCUMENT_VERSION)
    return [hash, unknownVersion('reports', report.schema.version)];
  return [hash, ...bodyChecks(report), ...(held.plan ? planChecks(held.plan, report, sha256) : [])];
}

function unknownVersion(nouns: string, version: unknown): Check {
  return wrong(`version ${String(version)} of ${nouns} is not known to this program`);
}

function bodyChecks({ body, bodySha256, signatures }: ReportDocument): Check[] {
  const found = freezeDocument(body).sha256;
  const others = signatures.filter((signature) => signature.bodySha256 !== found);
  return [
    found === bodySha256
      ? right(`what it says has the hash that was signed (${found})`)
      : wrong('what it says is not what its hash was taken from: the report was changed'),
    signatures.length > 0 && others.length === 0
      ? right(`${signatures.length} signatures, each of these very words`)
      : wrong('not all signatures are of what it says: the report was changed, or put together by hand'),
  ];
}

function planChecks(held: NonNullable<Held['plan']>, report: ReportDocument, sha256: string): Check[] {
  const { document, check } = readDocument(textOf(held.file));
  const plan = document?.value as unknown as PlanDocument | undefined;
  if (!document || plan?.schema.name !== 'vis-a-vis/plan')
    return [document ? wrong('the file of --plan is no plan') : wrong(`plan: ${check.says}`)];
  if (plan.schema.version !== 1) return [unknownVersion('plans', plan.schema.version)];
  return [
    right('plan: canonical form (RFC 8785)'),
    hashCheck('plan', document.sha256, held.sha256, '--plan-sha256'),
    chainCheck(plan.report, report, sha256),
  ];
}

/** The plan names the version of the report that was in force when it was accepted: this one, or the one before it. */
function chainCheck(named: PlanDocument['report'], report: ReportDocument, sha256: string): Check {
  const before = report.amendment?.amends;
  if (named.sha256 === sha256 && named.number === report.number)
    return right(`the plan belongs to this report (version ${report.number})`);
  if (before && named.sha256 === before.sha256 && named.number === before.number)
    return right(`the plan belongs to version ${before.number}, which this one amends`);
  return wrong(`the plan names version ${named.number} of another report (${named.sha256}): give that one`);
}

function verifyVariant({ value, sha256 }: ReadDocument, held: Held): Check[] {
  const variant = value as unknown as VariantDocument;
  const hash = hashCheck('variant', sha256, held.sha256, '--sha256');
  if (variant.schema.version !== 1) return [hash, unknownVersion('variants', variant.schema.version)];
  const whole = `version ${variant.report.number} of the report (${variant.report.sha256})`;
  if (!held.report) return [hash, right(`made for ${variant.audience} from ${whole}`)];
  const { document, check } = readDocument(textOf(held.report));
  if (!document) return [hash, wrong(`report: ${check.says}`)];
  if (document.sha256 !== variant.report.sha256)
    return [hash, wrong(`the file of --report is not ${whole}: it has ${document.sha256}`)];
  const report = document.value as unknown as ReportDocument;
  return [hash, ...bodyChecks(report), partCheck(variant, report, document.sha256)];
}

function partCheck(variant: VariantDocument, report: ReportDocument, sha256: string): Check {
  const isPart =
    REPORT_AUDIENCES.includes(variant.audience) &&
    canonicalize(variantOf(report, sha256, variant.audience)) === canonicalize(variant);
  return isPart
    ? right(`it says what ${variant.audience} may read of that report, and nothing else`)
    : wrong(`it is not what ${variant.audience} may read of that report`);
}

function verifyAttestation(text: string, keys: Held['keys']): Check {
  if (!keys?.length)
    return wrong(
      'nothing to check the signature with: give --keys with the file of /.well-known/trail-keys.json',
    );
  const opened = openAttestation(text, keys);
  if (!opened)
    return wrong('none of these keys signed this attestation as it is: it was changed, or is of elsewhere');
  const { auditedService, template, visitOn, reportIssuedOn } = opened.content;
  const by = opened.signedBy.map(({ name, keyId }) => `${name} ${keyId}`).join(', ');
  return right(
    `${auditedService.name} was audited on ${visitOn} (${template.code} v${template.version}) and received its report on ${reportIssuedOn}; signed by ${by}`,
  );
}
