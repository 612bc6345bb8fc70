/**
 * What solved a run: raised with every change of `matcher/` that may give other plans, and the package that solves its
 * linear programs.
 */
export const SOLVER_VERSION = 'matcher 1, highs 1.15.3';
