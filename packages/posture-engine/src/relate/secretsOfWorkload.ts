import { Container } from '../model/container';
import { Workload } from '../model/workload';

/** A Secret that a workload uses, and the first place that says so. */
export interface UsedSecret {
  readonly secret: string;
  readonly path: string;
  readonly container?: string;
}

/** The Secrets that the volumes and the environment of a workload name, each once. */
export function secretsOfWorkload(workload: Workload): readonly UsedSecret[] {
  const used = new Map<string, UsedSecret>();
  for (const { secretNames, path } of workload.volumes)
    for (const secret of secretNames) addTo(used, { secret, path });
  for (const container of workload.containers) {
    addSecretsOf(container.env, container, used);
    addSecretsOf(container.envFrom, container, used);
  }
  return [...used.values()];
}

function addSecretsOf(
  entries: Container['env'] | Container['envFrom'],
  { name }: Container,
  used: Map<string, UsedSecret>,
): void {
  for (const { secretName, path } of entries)
    if (secretName) addTo(used, { secret: secretName, path, container: name });
}

function addTo(used: Map<string, UsedSecret>, one: UsedSecret): void {
  if (!used.has(one.secret)) used.set(one.secret, one);
}
