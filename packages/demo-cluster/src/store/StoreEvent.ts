import { StoredObject } from './StoredObject';

/** One change of one object. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resourceVersion: number;
  /** The new state; of a deletion the last one, at the deletion's version. */
  object: StoredObject;
  /** The state before, unless it was added. */
  previous?: StoredObject;
}
