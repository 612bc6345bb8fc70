export { TrailEntry } from './trail-entry.entity';
export { writeTrail } from './write-trail';
