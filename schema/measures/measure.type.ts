import { ArgsType, Field, Float, Int, InputType, ObjectType } from 'type-graphql';
import type { GradeValue } from '../../server/audits';
import {
  DOSE_POSITIONS_PROPOSED,
  MEASURE_SOURCES,
  MEASURE_STAGES,
  TARGET_DECISIONS,
  type MeasureSource,
  type MeasureStage,
  type TargetDecision,
} from '../../server/measures';
import { AuditType } from '../audits/audit.type';
import { GRADE_VALUE } from '../audits/grade-words';
import { AuditorType } from '../auditors/auditor.type';
import { connectionOf, PageArgs } from '../relay/connection';
import { enumeration } from '../relay/enumeration';
import { Node } from '../relay/node';
import { InstantScalar } from '../scalars/scalars';
import { CriterionType } from '../templates/criterion.type';

export const MEASURE_STAGE = enumeration(MEASURE_STAGES, 'MeasureStage', 'À qui est une mesure.', {
  AUDITOR: 'À un auditeur, à l’aveugle comme sa cotation.',
  CONSENSUS: 'À l’équipe d’audit.',
});
