import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { OutboxStore, WaitingMessage } from '../database/OutboxStore';
import { Message } from './Message';

/** Topic of notifications, by which people silence them. */
const TOPIC = 'security-posture';

/** Topic of the events that other plugins subscribe to. */
const TRANSITION_TOPIC = 'securityPosture.transition';

const MINUTE = 60_000;

/** Messages that are sent in one run. */
const MOST_MESSAGES = 100;

/** How long, in milliseconds, it is tried to send a message. */
const GIVE_UP_AFTER = 24 * 60 * MINUTE;

/** What messages are sent with. */
export interface PostmanEnvironment {
  readonly store: OutboxStore;
  readonly notifications: NotificationService;
  readonly events: EventsService;
  readonly logger: LoggerService;
}

/** Sends what waits in the outbox. */
export class Postman {
  constructor(private readonly environment: PostmanEnvironment) {}

  /**
   * Sends what is due. What cannot be sent is tried again, after twice the time each time, for a day; a portal without
   * notifications is told by events only.
   *
   * @param now - epoch milliseconds
   */
  async deliver(now: number): Promise<void> {
    const { store } = this.environment;
    for (const waiting of await store.listWaiting(now, MOST_MESSAGES)) {
      await this.deliverOne(waiting, now);
    }
  }

  private async deliverOne(
    waiting: WaitingMessage,
    now: number,
  ): Promise<void> {
    const { store, logger } = this.environment;
    const { id, message, attempts, createdAt } = waiting;
    try {
      await this.send(message);
    } catch (error) {
      if (!isAbsent(error) && now - createdAt < GIVE_UP_AFTER) {
        await store.postpone(id, now + 2 ** Math.min(attempts, 6) * MINUTE);
        return;
      }
      const level = isAbsent(error) ? 'debug' : 'warn';
      logger[level](
        `A notification of ${message.event} is not sent: ${stringifyError(
          error,
        )}`,
      );
    }
    await this.publish(message);
    await store.close([id], now);
  }

  private async send(message: Message): Promise<void> {
    const { recipients, except, title, description, link, severity, scope } =
      message;
    await this.environment.notifications.send({
      recipients: {
        type: 'entity',
        entityRef: [...recipients],
        ...(except ? { excludeEntityRef: [...except] } : {}),
      },
      payload: {
        title,
        ...(description ? { description } : {}),
        link,
        severity,
        scope,
        topic: TOPIC,
      },
    });
  }

  /** Within one process, unless the portal's events backend carries it on. Told after the notification, so that it is told once. */
  private async publish({ event, subject }: Message): Promise<void> {
    await this.environment.events.publish({
      topic: TRANSITION_TOPIC,
      eventPayload: { event, ...subject },
    });
  }
}

/** True where the portal has no notifications: its backend then knows no such route. */
function isAbsent(error: unknown): boolean {
  return /\bstatus 404\b/.test(stringifyError(error));
}
