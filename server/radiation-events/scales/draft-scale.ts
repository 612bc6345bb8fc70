import type { UnitOfWork } from '../../database/unit-of-work';
import { authorise } from '../../identity';
import { refuse } from '../../kernel/outcome';
import { requireStateOf } from '../../kernel/require-state';
import { ScaleDefinition } from './scale-definition.entity';
import { scaleDefinitionStates } from './scale-definition.states';
import type { ScaleAxis } from './scale-file';

/** A level as it is drafted. */
export interface ScaleLevelInput {
  code: string;
  labelFr: string;
  labelEn: string;
  criterionFr: string;
  criterionEn: string;
}

/** What a draft says. It is said whole. */
export interface ScaleDraft {
  titleFr: string;
  titleEn: string;
  noteFr: string;
  noteEn: string;
  levels: readonly ScaleLevelInput[];
  axes: readonly ScaleAxis[];
}

/** A new scale, or another version of one. */
export interface ScaleDefinitionDraftInput extends ScaleDraft {
  id?: string | null;
  code: string;
}

/** Another wording of a draft. */
export interface ScaleDefinitionUpdateInput extends ScaleDraft {
  scaleDefinitionId: string;
  expectedVersion: number;
}

/**
 * Drafts a scale for events. A code that is there already gets its next version.
 * @throws Refusal FORBIDDEN, SCALE_LEVEL_TWICE, ID_TAKEN
 */
export async function draftScale(
  uow: UnitOfWork,
  input: ScaleDefinitionDraftInput,
): Promise<{ scaleDefinition: string }> {
  authorise(uow, 'scaleDefinitionDraft');
  await uow.sql(`select pg_advisory_xact_lock(hashtext('vis-a-vis event scales'))`);
  const [last] = await uow.sql<{ number: number }>(
    'select coalesce(max(number), 0) as number from scale_definition where code = $1',
    [input.code],
  );
  const scaleDefinition = await uow.insert(ScaleDefinition, {
    ...(input.id ? { id: input.id } : {}),
    ...contentOf(input),
    code: input.code,
    number: (last?.number ?? 0) + 1,
    state: scaleDefinitionStates.initial,
    draftedById: uow.viewer.accountId,
  });
  uow.record({ act: 'scaleDefinitionDraft', objectType: 'ScaleDefinition', objectId: scaleDefinition });
  return { scaleDefinition };
}

/**
 * Rewrites a draft; from its trial on a scale changes no more.
 * @throws Refusal NOT_FOUND, STALE_VERSION, FORBIDDEN, ILLEGAL_TRANSITION, SCALE_LEVEL_TWICE
 */
export async function updateScaleDraft(
  uow: UnitOfWork,
  input: ScaleDefinitionUpdateInput,
): Promise<{ scaleDefinition: string }> {
  const scale = await uow.require(
    ScaleDefinition,
    input.scaleDefinitionId,
    ['input', 'scaleDefinitionId'],
    input.expectedVersion,
  );
  authorise(uow, 'scaleDefinitionUpdate');
  requireStateOf(scaleDefinitionStates, scale, ['DRAFT']);
  await uow.change(ScaleDefinition, scale, contentOf(input));
  uow.record({ act: 'scaleDefinitionUpdate', objectType: 'ScaleDefinition', objectId: scale.id });
  return { scaleDefinition: scale.id };
}

function contentOf({ levels, axes, titleFr, titleEn, noteFr, noteEn }: ScaleDraft): Partial<ScaleDefinition> {
  levels.forEach(({ code }, index) => {
    if (levels.findIndex((level) => level.code === code) !== index)
      refuse('SCALE_LEVEL_TWICE', ['input', 'levels', String(index), 'code'], { level: code });
  });
  return {
    titleFr,
    titleEn,
    noteFr,
    noteEn,
    levels: levels.map(({ code, labelFr, labelEn, criterionFr, criterionEn }) => ({
      code,
      label: { fr: labelFr, en: labelEn },
      criterion: { fr: criterionFr, en: criterionEn },
    })),
    axes: [...new Set(axes)],
  };
}
