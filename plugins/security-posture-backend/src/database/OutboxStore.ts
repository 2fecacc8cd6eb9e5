import { ReadinessThresholds } from 'security-posture-engine';
import { ToldClusterChange } from '../notify/clusterMessage';
import { OwnerStanding } from '../notify/digestMessage';
import { Standing, Transition } from '../notify/entityMessage';
import { ToldExemption, ToldStep } from '../notify/exemptionMessage';
import { Message } from '../notify/Message';

/** An entity as it stands, with how it stood when it was looked at last; nothing where it is new. */
export type Sighting = Omit<Transition, 'before'> & {
  readonly before?: Standing;
};

/** What is read one after another: rows with ids that rise. */
export type NewsSource = 'exemption_events' | 'changes';

/** An exemption as it is stored: its control still has to be put in words. */
export type StoredExemption = Omit<ToldExemption, 'title'> & {
  readonly control: string;
};

/** A step of an exemption as it is stored. */
export type StoredStep = Omit<ToldStep, 'exemption'> & {
  readonly exemption: StoredExemption;
};

/** A message that waits. */
export interface WaitingMessage {
  readonly id: number;
  readonly message: Message;
  /** How often it could not be sent. */
  readonly attempts: number;
  readonly createdAt: number;
}

/** What has to be told, and what was. Times are epoch milliseconds. */
export interface OutboxStore {
  /** Entities that stand in another way than when they were looked at last, at most `limit`. */
  listSightings(
    now: number,
    thresholds: ReadinessThresholds,
    limit: number,
  ): Promise<readonly Sighting[]>;
  /** Remembers how entities stand, together with the messages on it. */
  saveSightings(
    sightings: readonly Sighting[],
    messages: readonly Message[],
    now: number,
  ): Promise<void>;
  /** The last row of a source that was looked at; where none ever was, all there are count as looked at. */
  position(source: NewsSource): Promise<number>;
  /** Steps of exemptions after a position, the oldest first; those of the last seconds wait, for they may come out of order. */
  listSteps(after: number, now: number): Promise<readonly StoredStep[]>;
  /** Clusters that went silent or answer again after a position, and the last row that was looked at. */
  listClusterChanges(
    after: number,
    now: number,
  ): Promise<{ changes: readonly ToldClusterChange[]; last: number }>;
  /** Remembers how far a source was looked at, together with the messages on it. */
  savePosition(
    source: NewsSource,
    id: number,
    messages: readonly Message[],
    now: number,
  ): Promise<void>;
  /** Exemptions in force that end before a time. */
  listEnding(now: number, before: number): Promise<readonly StoredExemption[]>;
  /** How the services of each owner stand. */
  listOwners(
    now: number,
    thresholds: ReadinessThresholds,
  ): Promise<readonly OwnerStanding[]>;
  /** Puts messages in; one whose key was there before is left out. */
  add(messages: readonly Message[], now: number): Promise<void>;
  /** Messages that are due, the oldest first. */
  listWaiting(now: number, limit: number): Promise<readonly WaitingMessage[]>;
  /** Remembers that messages were sent, or will never be. */
  close(ids: readonly number[], now: number): Promise<void>;
  /** Tries a message again later. */
  postpone(id: number, dueAt: number): Promise<void>;
  /** Forgets messages that were closed before a time. */
  deleteClosed(before: number): Promise<void>;
}
