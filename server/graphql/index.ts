export type { Application, Context } from './context';
export { createContext } from './context';
export { gatewayOf } from './executor';
export { formatError } from './public-error';
export { perform, type Payload, type WriteInput } from './perform';
export { readById, readComputed, readConnection, readMany, readNodes } from './read';
export { sealSchema } from './seal-schema';
export type { SelectionInfo } from './selection';
export { refusedPayload, renderError, type RenderedError } from './render-error';
