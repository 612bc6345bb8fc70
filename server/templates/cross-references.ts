import type { TemplateSources } from './loaded-templates';
import { TemplateFileError } from './template-file-error';
import type { FilePath, TemplateFileErrorCode } from './template-file-error';
import { newestPublished } from './template-versions';
import type { CriterionFile, EvidenceKindFile, EvidenceNeedFile, ScaleFile } from './template-shapes';
import type { YamlSource } from './yaml-source';

/** What one file may name in another. */
interface Names {
  scales: ReadonlyMap<string, ScaleFile>;
  evidence: ReadonlyMap<string, EvidenceKindFile>;
  references: ReadonlySet<string>;
  examTypes: ReadonlySet<string>;
}

/** Refuses the place in the source that a check looks at. */
type Refuse = (code: TemplateFileErrorCode, path: FilePath, problem: string, remedy: string) => never;

/**
 * Checks that every code named in a file exists where it is defined, and that both sides agree.
 * @throws TemplateFileError UNKNOWN_SCALE, UNKNOWN_EVIDENCE, UNKNOWN_REFERENCE, CROSSWALK_MISMATCH and the like
 */
export function checkCrossReferences(sources: TemplateSources): void {
  const names: Names = {
    scales: byCode(sources.scales.content.scales),
    evidence: byCode(sources.evidence.content.evidenceKinds),
    references: codesOf(sources.references.content.referenceTexts),
    examTypes: codesOf(sources.vocabulary.content.examTypes),
  };
  checkVerificationLevels(sources);
  checkFamilies(sources);
  checkScales(sources);
  for (const source of sources.templates) {
    const refuse = refusing(source);
    checkExamTypes(source.content.sampling.examCodes, ['sampling', 'examCodes'], names, refuse);
    source.content.sections.forEach(({ criteria }, s) =>
      criteria.forEach((criterion, c) =>
        checkCriterion(criterion, ['sections', s, 'criteria', c], names, refuse),
      ),
    );
  }
  checkCrosswalk(sources, names);
  checkSettings(sources);
}

function checkVerificationLevels({ references }: TemplateSources): void {
  const { verificationLevels, referenceTexts } = references.content;
  const known = codesOf(verificationLevels);
  const refuse = refusing(references);
  referenceTexts.forEach(({ verification }, i) => {
    if (!known.has(verification))
      refuse(
        'UNKNOWN_VERIFICATION_LEVEL',
        ['referenceTexts', i, 'verification'],
        `"${verification}" is not a verification level`,
        `Use one of ${[...known].join(', ')}`,
      );
  });
}

function checkFamilies({ references }: TemplateSources): void {
  const { families, referenceTexts } = references.content;
  const known = codesOf(families);
  const refuse = refusing(references);
  referenceTexts.forEach(({ family }, i) => {
    if (!known.has(family))
      refuse(
        'UNKNOWN_FAMILY',
        ['referenceTexts', i, 'family'],
        `"${family}" is not a family of texts`,
        `Use one of ${[...known].join(', ')}, or add it to families`,
      );
  });
}

function checkScales({ scales }: TemplateSources): void {
  const refuse = refusing(scales);
  scales.content.scales.forEach(({ values, numerator, denominator }, i) => {
    checkValues(numerator, values, ['scales', i, 'numerator'], refuse);
    checkValues(denominator, values, ['scales', i, 'denominator'], refuse);
  });
}

function checkCriterion(criterion: CriterionFile, path: FilePath, names: Names, refuse: Refuse): void {
  const scale = names.scales.get(criterion.scale);
  if (!scale)
    return refuse(
      'UNKNOWN_SCALE',
      [...path, 'scale'],
      `"${criterion.scale}" is not a scale`,
      `Use one of ${[...names.scales.keys()].join(', ')}, or add it to scales.yaml`,
    );
  const { metric, value, counted } = criterion.target;
  if (!scale.metrics.includes(metric))
    refuse(
      'METRIC_NOT_ON_SCALE',
      [...path, 'target', 'metric'],
      `${metric} cannot be measured on the scale ${scale.code}`,
      `Use ${scale.metrics.join(' or ')}, or another scale`,
    );
  if (metric === 'CONFORMITY')
    checkValues([String(value)], scale.values, [...path, 'target', 'value'], refuse);
  checkValues(counted, scale.values, [...path, 'target', 'counted'], refuse);
  criterion.evidence.forEach((need, e) => checkEvidence(need, [...path, 'evidence', e], names, refuse));
  criterion.references.forEach((code, r) => {
    if (!names.references.has(code))
      refuse(
        'UNKNOWN_REFERENCE',
        [...path, 'references', r],
        `"${code}" is not a reference text`,
        'Correct it, or add it to reference-texts.yaml',
      );
  });
}

function checkEvidence(need: EvidenceNeedFile, path: FilePath, names: Names, refuse: Refuse): void {
  const kind = names.evidence.get(need.ref);
  if (!kind)
    return refuse(
      'UNKNOWN_EVIDENCE',
      [...path, 'ref'],
      `"${need.ref}" is not a kind of evidence`,
      'Correct it, or add it to evidence-catalogue.yaml',
    );
  if (kind.type !== need.type)
    refuse(
      'EVIDENCE_TYPE_MISMATCH',
      [...path, 'type'],
      `${need.ref} is ${kind.type} in evidence-catalogue.yaml, not ${need.type}`,
      'Make both agree',
    );
  checkExamTypes(need.examCodes, [...path, 'examCodes'], names, refuse);
}

function checkExamTypes(codes: string[] | undefined, path: FilePath, names: Names, refuse: Refuse): void {
  codes?.forEach((code, i) => {
    if (!names.examTypes.has(code))
      refuse(
        'UNKNOWN_EXAM_TYPE',
        [...path, i],
        `"${code}" is not a type of examination`,
        'Correct it, or add it to examTypes in vocabulary.yaml',
      );
  });
}

/** @param path of the list, or of the one value when it is given alone */
function checkValues(
  given: string[] | undefined,
  values: ScaleFile['values'],
  path: FilePath,
  refuse: Refuse,
): void {
  const known = codesOf(values);
  const unknown = given?.find((code) => !known.has(code));
  if (unknown !== undefined)
    refuse(
      'UNKNOWN_SCALE_VALUE',
      path,
      `"${unknown}" is not a value of the scale`,
      `Use ${[...known].join(', ') || 'a scale that has values'}`,
    );
}

function checkCrosswalk(sources: TemplateSources, names: Names): void {
  const refuse = refusing(sources.crosswalk);
  const stated = sources.crosswalk.content.byReference;
  const expected = criteriaByReference(sources);
  for (const [reference, criteria] of Object.entries(stated)) {
    const path = ['byReference', reference];
    if (!names.references.has(reference))
      refuse(
        'UNKNOWN_REFERENCE',
        path,
        `"${reference}" is not a reference text`,
        'Correct it, or add it to reference-texts.yaml',
      );
    const extra = criteria.findIndex((code) => !expected.get(reference)?.has(code));
    if (extra !== -1)
      refuse(
        'CROSSWALK_MISMATCH',
        [...path, extra],
        `${criteria[extra]} does not refer to ${reference} in any published template`,
        'Remove it here, or add the reference to the criterion',
      );
  }
  for (const [reference, criteria] of expected) {
    const missing = [...criteria].find((code) => !stated[reference]?.includes(code));
    if (missing !== undefined)
      refuse(
        'CROSSWALK_MISMATCH',
        ['byReference', reference],
        `${missing} refers to ${reference} but is not listed`,
        'Add it here, or remove the reference from the criterion',
      );
  }
}

function criteriaByReference(sources: TemplateSources): Map<string, Set<string>> {
  const criteria = new Map<string, Set<string>>();
  for (const { content } of newestPublished(sources.templates)) {
    for (const { code, references } of content.sections.flatMap((section) => section.criteria)) {
      for (const reference of references) {
        criteria.set(reference, (criteria.get(reference) ?? new Set<string>()).add(code));
      }
    }
  }
  return criteria;
}

function checkSettings({ deadlines }: TemplateSources): void {
  const refuse = refusing(deadlines);
  deadlines.content.settings.forEach(({ value, minimum, maximum }, i) => {
    if (value < minimum || value > maximum)
      refuse(
        'SETTING_OUT_OF_BOUNDS',
        ['settings', i, 'value'],
        `${value} is not between ${minimum} and ${maximum}`,
        'Change the value or its bounds',
      );
  });
}

function refusing(source: YamlSource): Refuse {
  return (code, path, problem, remedy) => {
    throw new TemplateFileError({
      code,
      file: source.file,
      path,
      line: source.lineOf(path),
      problem,
      remedy,
    });
  };
}

function byCode<Item extends { code: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.code, item]));
}

function codesOf(items: readonly { code: string }[]): Set<string> {
  return new Set(items.map(({ code }) => code));
}
