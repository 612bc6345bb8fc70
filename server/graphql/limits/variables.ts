import { within } from './excess';

/**
 * Holds the variables of a request against the limits, whatever their types: the lists in them, how deep they nest, how
 * many values they have.
 * @param isSignedIn who is not has nothing to import, so his texts are short
 * @throws Excess
 */
export function checkVariables(variables: unknown, isSignedIn: boolean): void {
  if (typeof variables !== 'object' || variables === null) return;
  let values = 0;
  let characters = 0;

  function look(value: unknown, depth: number): void {
    values += 1;
    within('VARIABLES_TOO_LARGE', values);
    if (typeof value === 'string') {
      characters += value.length;
      if (!isSignedIn) within('TEXT_TOO_LONG', characters);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    within('QUERY_TOO_DEEP', depth);
    if (Array.isArray(value)) {
      within('LIST_TOO_LONG', value.length);
      for (const entry of value) look(entry, depth + 1);
      return;
    }
    for (const name in value) look((value as Record<string, unknown>)[name], depth + 1);
  }
  look(variables, 0);
}
