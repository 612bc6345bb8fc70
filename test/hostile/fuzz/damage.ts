import type { Dice } from './dice';
import { hostileNumbers, hostileTexts } from './hostile-texts';
import type { FuzzRequest } from './requests';

type Damage = (dice: Dice, request: FuzzRequest) => FuzzRequest;

const words = (query: string): string[] => query.split(/(\b\w+\b)/);

const damages: readonly Damage[] = [
  // a character less
  (dice, request) => {
    const at = dice.below(request.query.length);
    return { ...request, query: request.query.slice(0, at) + request.query.slice(at + 1) };
  },
  // the end missing
  (dice, request) => ({ ...request, query: request.query.slice(0, dice.below(request.query.length)) }),
  // a word misspelt
  (dice, request) => {
    const parts = words(request.query);
    const at = dice.below(parts.length);
    parts[at] = `${parts[at] ?? ''}x`;
    return { ...request, query: parts.join('') };
  },
  // two words exchanged
  (dice, request) => {
    const parts = words(request.query);
    const [one, other] = [dice.below(parts.length), dice.below(parts.length)];
    [parts[one], parts[other]] = [parts[other] ?? '', parts[one] ?? ''];
    return { ...request, query: parts.join('') };
  },
  // a variable that is something else
  (dice, request) => {
    const names = Object.keys(request.variables);
    if (names.length === 0) return { ...request, operationName: dice.one(hostileTexts) };
    const value = dice.one<unknown>([
      null,
      [],
      {},
      [[]],
      true,
      dice.one(hostileTexts),
      dice.one(hostileNumbers),
    ]);
    return { ...request, variables: { ...request.variables, [dice.one(names)]: value } };
  },
  // a field of a variable that is something else, or that nobody asked for
  (dice, request) => {
    const [name] = Object.keys(request.variables);
    const value = name === undefined ? undefined : request.variables[name];
    if (name === undefined || typeof value !== 'object' || value === null || Array.isArray(value))
      return request;
    const field = dice.percent(80) ? dice.one([...Object.keys(value), 'unasked']) : '__proto__x';
    return {
      ...request,
      variables: { ...request.variables, [name]: { ...value, [field]: dice.one(hostileTexts) } },
    };
  },
  // a directive that hangs on a variable
  (dice, request) => ({
    query: request.query.replace(/ \{/, dice.percent(50) ? ' @skip(if: true) {' : ' @include(if: $none) {'),
    variables: request.variables,
  }),
  // everything twice
  (_dice, request) => ({ ...request, query: `${request.query} ${request.query}` }),
  // a look at the schema beside it
  (_dice, request) => ({ ...request, query: request.query.replace(/\}$/, '__schema { types { name } } }') }),
];

/** The request with one thing in it broken. */
export function damage(dice: Dice, request: FuzzRequest): FuzzRequest {
  return dice.one(damages)(dice, request);
}
