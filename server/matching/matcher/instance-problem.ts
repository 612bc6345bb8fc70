/**
 * What may be wrong with an instance: it is no JSON; a value has the wrong form, is missing, unknown or out of range; an
 * id that names nothing; one thing named twice; pins that no plan can keep.
 */
export const INSTANCE_PROBLEM_CODES = [
  'INSTANCE_NOT_JSON',
  'INSTANCE_INVALID',
  'INSTANCE_UNKNOWN_ID',
  'INSTANCE_DUPLICATE',
  'INSTANCE_PINS_CONTRADICT',
] as const;
export type InstanceProblemCode = (typeof INSTANCE_PROBLEM_CODES)[number];

/** One thing that is wrong with an instance: a stable code, where it stands (`['services', 3, 'weeks', 0]`), and why. */
export interface InstanceProblem {
  code: InstanceProblemCode;
  path: readonly (string | number)[];
  message: string;
}

/** A place as people write it: `services[3].weeks[0]`. */
export function placeOf(path: InstanceProblem['path']): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('');
}

/** A problem as one line: `services[3].weeks[0]: an ISO week is written like 2027-W03 (INSTANCE_INVALID)`. */
export function problemLine({ code, path, message }: InstanceProblem): string {
  return `${path.length > 0 ? `${placeOf(path)}: ` : ''}${message} (${code})`;
}
