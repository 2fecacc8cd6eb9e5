import { ReadinessThresholds } from 'security-posture-engine';
import {
  OutboxStore,
  Sighting,
  StoredExemption,
} from '../database/OutboxStore';
import { ControlIndex } from '../views/PostureSettings';
import { clusterMessage } from './clusterMessage';
import { digestMessage } from './digestMessage';
import { entityMessage } from './entityMessage';
import {
  endingMessage,
  REMINDER_DAYS,
  stepMessage,
  ToldExemption,
} from './exemptionMessage';
import { Message } from './Message';
import { NotificationSettings } from './NotificationSettings';

const DAY = 86_400_000;

/** Hour of the day (UTC) from which on teams get their summary. */
const DIGEST_HOUR = 6;

/** Entities that are looked at in one step. */
const MOST_SIGHTINGS = 200;

/** What messages are made from. */
export interface NewsroomEnvironment {
  readonly store: OutboxStore;
  readonly settings: NotificationSettings;
  readonly thresholds: ReadinessThresholds;
  /** Refs of the groups that decide on exemptions. */
  readonly approvers: readonly string[];
  readonly controls: ControlIndex;
}

/** Looks for what has changed since it looked last, and puts messages on it into the outbox. What it looks at first is no news. */
export class Newsroom {
  constructor(private readonly environment: NewsroomEnvironment) {}

  /** @param now - epoch milliseconds */
  async look(now: number): Promise<void> {
    await this.lookAtEntities(now);
    await this.lookAtExemptions(now);
    await this.lookAtClusters(now);
    await this.remind(now);
    await this.sumUp(now);
  }

  private async lookAtEntities(now: number): Promise<void> {
    const { store, thresholds } = this.environment;
    for (;;) {
      const sightings = await store.listSightings(
        now,
        thresholds,
        MOST_SIGHTINGS,
      );
      const messages = present(sightings.map(one => messageOn(one, now)));
      await store.saveSightings(sightings, messages, now);
      if (sightings.length < MOST_SIGHTINGS) return;
    }
  }

  private async lookAtExemptions(now: number): Promise<void> {
    const { store, approvers } = this.environment;
    const steps = await store.listSteps(
      await store.position('exemption_events'),
      now,
    );
    const last = steps.at(-1);
    if (!last) return;
    const messages = steps.map(({ exemption, ...step }) =>
      stepMessage({ ...step, exemption: this.inWords(exemption) }, approvers),
    );
    await store.savePosition(
      'exemption_events',
      last.id,
      present(messages),
      now,
    );
  }

  private async lookAtClusters(now: number): Promise<void> {
    const { store, settings } = this.environment;
    const after = await store.position('changes');
    const { changes, last } = await store.listClusterChanges(after, now);
    if (last === after) return;
    const messages = changes.map(change =>
      clusterMessage(change, settings.clusterRecipients),
    );
    await store.savePosition('changes', last, present(messages), now);
  }

  /** Of the reminders whose time has come, only the latest: one that nobody could be sent is no use any more. */
  private async remind(now: number): Promise<void> {
    const { store } = this.environment;
    const [first] = REMINDER_DAYS;
    const ending = await store.listEnding(now, now + first * DAY);
    const messages = ending.map(exemption => {
      const left = (exemption.expiresAt - now) / DAY;
      const days = REMINDER_DAYS.findLast(limit => left <= Math.max(limit, 1))!;
      return endingMessage(this.inWords(exemption), days);
    });
    await store.add(present(messages), now);
  }

  private async sumUp(now: number): Promise<void> {
    const { store, settings, thresholds } = this.environment;
    const time = new Date(now);
    const weekday = time.getUTCDay() || 7;
    if (weekday !== settings.digestDay || time.getUTCHours() < DIGEST_HOUR) {
      return;
    }
    const owners = await store.listOwners(now, thresholds);
    await store.add(present(owners.map(one => digestMessage(one, now))), now);
  }

  private inWords({ control, ...exemption }: StoredExemption): ToldExemption {
    const { controls } = this.environment;
    return {
      ...exemption,
      title: controls.get(control)?.failureTitle ?? control,
    };
  }
}

function messageOn(
  { before, ...sighting }: Sighting,
  now: number,
): Message | undefined {
  return before ? entityMessage({ ...sighting, before }, now) : undefined;
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value): value is T => value !== undefined);
}
