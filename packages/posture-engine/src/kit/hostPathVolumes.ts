import { Container, VolumeMount } from '../model/container';
import { ControlContext } from '../model/control';
import { Judgement } from '../model/finding';
import { Volume } from '../model/volume';
import { Workload } from '../model/workload';
import { Breach } from './breach';
import { keyedPlace } from './keyedPlace';
import { podAndContainers } from './podAndContainers';

/** A volume that is a place on the node. */
export type HostPathVolume = Volume & { readonly hostPath: string };

/** One mount of such a volume. */
export interface HostPathMount {
  readonly mount: VolumeMount;
  readonly volume: HostPathVolume;
  readonly container: Container;
}

/** What is wrong with a volume on the node, and with a mount of it. */
export interface HostPathRules {
  volume(
    volume: HostPathVolume,
    context: ControlContext<never>,
  ): Breach | undefined;
  mount(
    mounted: HostPathMount,
    context: ControlContext<never>,
  ): Breach | undefined;
}

type HostPathJudge = (
  workload: Workload,
  context: ControlContext<never>,
) => Judgement;

/**
 * Lifts a rule about the volumes that are places on the node.
 * A mount of such a volume is a violation of its own, so that a patch can take out both.
 * `withoutAny` is the judgement of a workload that has none.
 */
export function eachHostPath(
  rules: HostPathRules,
  withoutAny: () => Judgement,
): HostPathJudge {
  const judge = podAndContainers({
    pod: (workload, context) =>
      hostPathVolumes(workload).flatMap(
        volume => rules.volume(volume, context) ?? [],
      ),
    container: (container, workload, context) =>
      hostPathMounts(container, workload).flatMap(
        mounted => rules.mount(mounted, context) ?? [],
      ),
  });
  return (workload, context) =>
    workload.volumes.some(isHostPath) ? judge(workload, context) : withoutAny();
}

/** The mounts of a container that show it a place on the node. */
export function hostPathMounts(
  container: Container,
  workload: Workload,
): readonly HostPathMount[] {
  const volumes = hostPathVolumes(workload);
  return container.volumeMounts.flatMap(mount => {
    const volume = volumes.find(({ name }) => name === mount.name);
    return volume ? [{ mount, volume, container }] : [];
  });
}

/** The breach that a volume on the node is; `problem` says what is wrong with the place. */
export function hostPathBreach(
  volume: HostPathVolume,
  problem: string,
): Breach {
  const type = volume.hostPathType ? ` (${volume.hostPathType})` : '';
  return {
    at: keyedPlace('volumes', volume.name, 'hostPath.path'),
    path: `${volume.path}.hostPath.path`,
    message: `volume "${volume.name ?? ''}" is ${
      volume.hostPath
    }${type} of the node, ${problem}`,
    actual: volume.hostPath,
    expected: 'no such volume',
  };
}

/** The breach that a mount is whose volume is one. */
export function hostPathMountBreach({
  mount,
  volume,
  container,
}: HostPathMount): Breach {
  const mode = mount.readOnly ? 'read-only' : 'writable';
  return {
    at: keyedPlace('volumeMounts', mount.mountPath),
    path: mount.path,
    message: `container "${container.name}" mounts volume "${
      volume.name ?? ''
    }" ${mode}`,
    actual: mode,
    expected: 'no such mount',
  };
}

function hostPathVolumes(workload: Workload): readonly HostPathVolume[] {
  return workload.volumes.filter(isHostPath);
}

function isHostPath(volume: Volume): volume is HostPathVolume {
  return volume.hostPath !== undefined;
}
