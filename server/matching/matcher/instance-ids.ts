import type { Instance } from './instance';
import type { InstanceProblem } from './instance-problem';

/**
 * Where an instance names one thing twice, or what it does not have. Empty when all ids are sound. Only the previous plan
 * may name who has left since.
 */
export function idProblems(instance: Instance): InstanceProblem[] {
  const problems: InstanceProblem[] = [];
  const services = new Set(instance.services.map(({ id }) => id));
  const auditors = new Set(instance.auditors.map(({ id }) => id));

  for (const list of ['services', 'auditors'] as const) {
    const seen = new Set<string>();
    for (const [index, { id }] of instance[list].entries()) {
      if (seen.has(id)) problems.push(duplicate([list, index, 'id'], id));
      seen.add(id);
    }
  }
  for (const list of ['conflicts', 'pinned', 'forbidden', 'scores'] as const) {
    for (const [index, [auditor, service]] of (instance[list] ?? []).entries()) {
      if (!auditors.has(auditor)) problems.push(unknown([list, index, 0], 'auditor', auditor));
      if (!services.has(service)) problems.push(unknown([list, index, 1], 'service', service));
    }
  }
  for (const list of ['teamConflicts', 'pastPairs'] as const) {
    for (const [index, pair] of instance[list].entries()) {
      for (const [place, auditor] of pair.entries())
        if (!auditors.has(auditor)) problems.push(unknown([list, index, place], 'auditor', auditor));
      if (pair[0] === pair[1])
        problems.push({
          code: 'INSTANCE_INVALID',
          path: [list, index],
          message: `the auditor "${pair[0]}" cannot be paired with himself`,
        });
    }
  }
  const scored = new Map<string, Set<string>>();
  for (const [index, [auditor, service]] of (instance.scores ?? []).entries()) {
    const before = scored.get(auditor) ?? new Set();
    if (before.has(service)) problems.push(duplicate(['scores', index], `${auditor}, ${service}`));
    scored.set(auditor, before.add(service));
  }
  return problems;
}

const duplicate = (path: InstanceProblem['path'], what: string): InstanceProblem => ({
  code: 'INSTANCE_DUPLICATE',
  path,
  message: `"${what}" stands there already`,
});

const unknown = (path: InstanceProblem['path'], kind: string, id: string): InstanceProblem => ({
  code: 'INSTANCE_UNKNOWN_ID',
  path,
  message: `there is no ${kind} "${id}"`,
});
