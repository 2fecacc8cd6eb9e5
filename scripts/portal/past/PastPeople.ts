import {
  FindingView,
  SecurityPostureClient,
} from 'backstage-plugin-security-posture-common';
import { signIn } from '../../backends/signIn';
import { Asking, Attesting, PersonStep } from './Story';
import { storyEnd } from './storyTime';

/** The people of the demo company, who do what the story tells over the API. */
export class PastPeople {
  private readonly clients = new Map<string, Promise<SecurityPostureClient>>();
  /** Ids of exemptions by the names that the story gives them. */
  private readonly exemptions = new Map<string, string>();

  /** @param today - the time from which the story is told, in epoch milliseconds */
  constructor(
    private readonly baseUrl: string,
    private readonly today: number,
  ) {}

  /** Does what a person did. Rejects where the API does not take it. */
  async take(step: PersonStep): Promise<void> {
    const client = await this.clientOf(step.by);
    const { asks, attests, approves, denies, revokes, note, endsInDays } = step;
    const decision = note ? { note } : {};
    if (asks) await this.ask(client, asks);
    if (attests) await this.attest(client, attests);
    if (approves)
      await client.approveExemption(this.idOf(approves), {
        ...decision,
        ...(endsInDays === undefined
          ? {}
          : { expiresAt: this.isoEnd(endsInDays) }),
      });
    if (denies) await client.denyExemption(this.idOf(denies), decision);
    if (revokes) await client.revokeExemption(this.idOf(revokes), decision);
  }

  private async ask(
    client: SecurityPostureClient,
    asking: Asking,
  ): Promise<void> {
    const { name, entity, control, cluster, workload, endsInDays, ...rest } =
      asking;
    const entityRef = `component:default/${entity}`;
    const { id } = await client.requestExemption({
      ...rest,
      expiresAt: this.isoEnd(endsInDays),
      entityRef,
      findingKey: (await findingOf(client, entityRef, asking)).key,
    });
    this.exemptions.set(name, id);
  }

  private async attest(
    client: SecurityPostureClient,
    { endsInDays, ...rest }: Attesting,
  ): Promise<void> {
    await client.attest({ ...rest, expiresAt: this.isoEnd(endsInDays) });
  }

  private isoEnd(endsInDays: number): string {
    return new Date(storyEnd(endsInDays, this.today)).toISOString();
  }

  private idOf(name: string): string {
    const id = this.exemptions.get(name);
    if (!id) throw new Error(`Nobody asked for ${name} before`);
    return id;
  }

  private clientOf(person: string): Promise<SecurityPostureClient> {
    const known = this.clients.get(person) ?? this.signIn(person);
    this.clients.set(person, known);
    return known;
  }

  private async signIn(person: string): Promise<SecurityPostureClient> {
    const token = await signIn(this.baseUrl, person);
    return new SecurityPostureClient({
      discoveryApi: {
        getBaseUrl: async pluginId => `${this.baseUrl}/api/${pluginId}`,
      },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: { ...init?.headers, authorization: `Bearer ${token}` },
          }),
      },
    });
  }
}

/** The open finding of a control on a workload of an entity. */
async function findingOf(
  client: SecurityPostureClient,
  entityRef: string,
  { control, cluster, workload }: Asking,
): Promise<FindingView> {
  const { items } = await client.getEntityFindings(entityRef, {
    control,
    cluster,
    outcomes: ['fail'],
  });
  const found = items.find(({ resource }) => resource.name === workload);
  if (!found)
    throw new Error(`${control} does not fail on ${workload} in ${cluster}`);
  return found;
}
