/** Something in a plan that is not as it should be: where in the result it stands, and what in words. */
export interface PlanProblem {
  path: readonly (string | number)[];
  message: string;
}
