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
  const all = [
    ...workload.volumes.flatMap(({ secretNames, path }) =>
      secretNames.map(secret => ({ secret, path })),
    ),
    ...workload.containers.flatMap(inEnvironment),
  ];
  for (const one of all) if (!used.has(one.secret)) used.set(one.secret, one);
  return [...used.values()];
}

function inEnvironment(container: Container): readonly UsedSecret[] {
  return [...container.env, ...container.envFrom].flatMap(
    ({ secretName, path }) =>
      secretName
        ? [{ secret: secretName, path, container: container.name }]
        : [],
  );
}
