import { JsonObject } from '../objects/Manifest';
import { createdAt } from './completeMetadata';
import { digestOf, numberOf, uidOf } from './derive';
import { LiveContext } from './LiveContext';
import { Container, PodSpec } from './PodSpec';

/** How a pod stands: running, or done as those of jobs are. */
export type PodOutcome = 'running' | 'succeeded';

/**
 * The status that the kubelet reports; pending where no node fits.
 *
 * @param id - makes times, addresses and digests
 */
export function podStatus(
  spec: PodSpec,
  id: string,
  outcome: PodOutcome,
  context: LiveContext,
): JsonObject {
  if (!spec.nodeName) {
    return pendingStatus(id, context);
  }
  const startTime = createdAt('Pod', id, context);
  const hostIP = addressOf('10.0', `${context.cluster}/${spec.nodeName}`);
  const podIP = spec.hostNetwork ? hostIP : addressOf('10.244', id);
  const done = outcome === 'succeeded';
  return {
    phase: done ? 'Succeeded' : 'Running',
    conditions: conditionsOf(startTime, done),
    hostIP,
    hostIPs: [{ ip: hostIP }],
    podIP,
    podIPs: [{ ip: podIP }],
    startTime,
    ...(spec.initContainers && {
      initContainerStatuses: spec.initContainers.map(container =>
        containerStatus(
          container,
          id,
          startTime,
          done || container.restartPolicy !== 'Always',
        ),
      ),
    }),
    containerStatuses: spec.containers.map(container =>
      containerStatus(container, id, startTime, done),
    ),
    qosClass: qosClassOf(spec),
  };
}

/** The image reference with a digest, as a container runtime resolves it. */
export function imageIdOf(image: string): string {
  const [reference, digest] = image.split('@');
  const repository = reference.replace(/:[^/:]+$/, '');
  return `${qualify(repository)}@${digest ?? digestOf(image)}`;
}

function qualify(repository: string): string {
  const [first] = repository.split('/');
  if (repository.includes('/') && /[.:]|^localhost$/.test(first)) {
    return repository;
  }
  return repository.includes('/')
    ? `docker.io/${repository}`
    : `docker.io/library/${repository}`;
}

function pendingStatus(id: string, context: LiveContext): JsonObject {
  const lastTransitionTime = createdAt('Pod', id, context);
  return {
    phase: 'Pending',
    conditions: [
      {
        type: 'PodScheduled',
        status: 'False',
        lastProbeTime: null,
        lastTransitionTime,
        reason: 'Unschedulable',
        message: 'no node fits',
      },
    ],
    qosClass: 'BestEffort',
  };
}

function conditionsOf(time: string, done: boolean): JsonObject[] {
  const ready = done
    ? { status: 'False', reason: 'PodCompleted' }
    : { status: 'True' };
  const states: [string, JsonObject][] = [
    ['PodReadyToStartContainers', { status: done ? 'False' : 'True' }],
    ['Initialized', { status: 'True' }],
    ['Ready', ready],
    ['ContainersReady', ready],
    ['PodScheduled', { status: 'True' }],
  ];
  return states.map(([type, state]) => ({
    type,
    ...state,
    lastProbeTime: null,
    lastTransitionTime: time,
  }));
}

function containerStatus(
  { name, image, volumeMounts }: Container,
  id: string,
  time: string,
  done: boolean,
): JsonObject {
  const containerID = `containerd://${digestOf(`${id}/${name}`).slice(7)}`;
  const terminated = {
    exitCode: 0,
    reason: 'Completed',
    startedAt: time,
    finishedAt: time,
    containerID,
  };
  return {
    name,
    state: done ? { terminated } : { running: { startedAt: time } },
    lastState: {},
    ready: !done,
    restartCount: numberOf(`${id}/${name}/restarts`) % 20 === 0 ? 1 : 0,
    image,
    imageID: imageIdOf(image),
    containerID,
    started: !done,
    ...(volumeMounts && {
      volumeMounts: volumeMounts.map(
        ({ name: volume, mountPath, readOnly }) => ({
          name: volume,
          mountPath,
          ...(readOnly ? { readOnly, recursiveReadOnly: 'Disabled' } : {}),
        }),
      ),
    }),
  };
}

function qosClassOf(spec: PodSpec): string {
  const all = [...(spec.initContainers ?? []), ...spec.containers];
  const resources = all.map(container => container.resources ?? {});
  if (resources.every(({ limits, requests }) => !limits && !requests)) {
    return 'BestEffort';
  }
  const guaranteed = resources.every(({ limits, requests }) =>
    ['cpu', 'memory'].every(
      key => limits?.[key] !== undefined && limits[key] === requests?.[key],
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}

function addressOf(prefix: string, id: string): string {
  const bytes = uidOf(`${id}/address`).slice(0, 4);
  const third = Number.parseInt(bytes.slice(0, 2), 16);
  const fourth = Number.parseInt(bytes.slice(2), 16);
  return `${prefix}.${third}.${1 + (fourth % 254)}`;
}
