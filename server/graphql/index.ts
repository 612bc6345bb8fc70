export type { Application, Context } from './context';
export { accountOf, createContext } from './context';
export { gatewayOf } from './executor';
export { formatError } from './public-error';
export { performGuess } from './perform-guess';
export { countOutward, performOutward } from './perform-outward';
export { performSignIn, signInPartsOf } from './perform-sign-in';
export { perform, type Payload, type WriteInput } from './perform';
export {
  pageOfList,
  readById,
  readComputed,
  readConnection,
  readMany,
  readNodes,
  type ListedRow,
} from './read';
export { sealSchema } from './seal-schema';
export type { SelectionInfo } from './selection';
export { renderError, type RenderedError } from './render-error';
export { presumedViewers } from './presumed-viewers';
export { documentsOf } from './limits/documents';
export { gateOf, type Admission, type Gate, type TurnedAway } from './limits/gate';
export {
  RATE_LIMITS,
  TOKENS_AT_MOST,
  VALIDATION_ERRORS_AT_MOST,
  WEBHOOK_REQUESTS,
  WEBHOOK_REQUESTS_WINDOW_MS,
  type RateLimits,
} from './limits/limits';
export { rateLimiter } from './limits/rate-limiter';
