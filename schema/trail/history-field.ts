import { EdgeField } from '../relay/edge-field';
import { TrailEntryConnection } from './trail-entry.type';

/** Declares the history of a noun. */
export function HistoryField(): PropertyDecorator {
  return EdgeField(() => TrailEntryConnection, {
    description: 'Ce qui a été fait sur cet objet, autant que vous pouvez le savoir.',
  });
}
