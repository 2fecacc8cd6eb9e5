import {
  ExemptionCategory,
  ExemptionScope,
} from 'backstage-plugin-security-posture-common';
import { Manifest } from 'security-posture-demo-cluster';

/** When something happened: so many days before today, at a time of day in UTC. */
export interface StoryTime {
  readonly daysAgo: number;
  /** `14:30`. */
  readonly at: string;
}

/** A change of a demo cluster, told by what takes it back. */
export interface ClusterChange extends StoryTime {
  readonly cluster: string;
  /** What happened, for who reads the story. */
  readonly what: string;
  /** Objects that came with it: `apps/v1 Deployment payments/payouts`. */
  readonly came?: readonly string[];
  /** Objects that went with it, whole. */
  readonly went?: readonly Manifest[];
  /** Of objects that it changed the state before it, as strategic-merge patches of the state after it. */
  readonly before?: readonly Manifest[];
  /** Version of the API server before it: `v1.33.13`. */
  readonly versionBefore?: string;
  /** Whether the cluster answers from then on; until another change says so, it does. */
  readonly answersFromNowOn?: boolean;
}

/** A time to come or past, in days from today. */
interface Ending {
  readonly endsInDays: number;
}

/** What somebody asks to have exempted, and how. */
export interface Asking extends Ending {
  /** How later steps call it. */
  readonly name: string;
  /** Name of the component. */
  readonly entity: string;
  readonly control: string;
  readonly cluster: string;
  readonly workload: string;
  readonly scope: ExemptionScope;
  readonly category: ExemptionCategory;
  readonly reason: string;
  readonly compensatingControl?: string;
  readonly link?: string;
}

/** What somebody states of a cluster. */
export interface Attesting extends Ending {
  readonly cluster: string;
  readonly control: string;
  readonly outcome: 'pass' | 'fail';
  readonly statement: string;
  readonly link?: string;
}

/** What a person did: one of asking, attesting and deciding on what was asked. */
export interface PersonStep extends StoryTime, Partial<Ending> {
  /** Name of the User entity. */
  readonly by: string;
  readonly asks?: Asking;
  readonly attests?: Attesting;
  /** Names of what was asked. */
  readonly approves?: string;
  readonly denies?: string;
  readonly revokes?: string;
  /** Words that go along with a decision. */
  readonly note?: string;
}

/** All that happened, in no order. */
export interface Story {
  readonly changes: readonly ClusterChange[];
  readonly steps: readonly PersonStep[];
}
