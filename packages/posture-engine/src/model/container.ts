import { MalformedInput, typeInWords } from '../read/malformedInput';
import {
  booleanAt,
  JsonObject,
  numberAt,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../read/typedReads';
import { ContainerSecurityContext } from './securityContext';

/** A sidecar is an init container with `restartPolicy: Always`. Ephemeral ones exist on running pods only. */
export type ContainerKind = 'init' | 'sidecar' | 'app' | 'ephemeral';

/** One environment entry. `value` is for detectors only and never goes into an output. */
export interface EnvironmentEntry {
  readonly path: string;
  readonly name: string;
  readonly value: string | undefined;
  /** Set where the value comes from a Secret key. */
  readonly secretName: string | undefined;
  /** Set where the value comes from a ConfigMap key. */
  readonly configMapName: string | undefined;
}

/** One `envFrom` entry. */
export interface EnvironmentSource {
  readonly path: string;
  readonly secretName: string | undefined;
  readonly configMapName: string | undefined;
}

/** One port of a container. */
export interface ContainerPort {
  readonly path: string;
  readonly hostPort: number | undefined;
  readonly containerPort: number | undefined;
}

/** One mount of a volume in a container. */
export interface VolumeMount {
  readonly path: string;
  readonly name: string | undefined;
  readonly mountPath: string | undefined;
  readonly readOnly: boolean;
  /** True where what is mounted further down is read-only as well. */
  readonly recursiveReadOnly: boolean;
  readonly subPath: string | undefined;
}

/** CPU and memory, as written; undefined where not set. */
export interface ResourceAmounts {
  readonly cpu: string | undefined;
  readonly memory: string | undefined;
}

const PROBES = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;
const HOOKS = ['postStart', 'preStop'] as const;
const HANDLERS = ['httpGet', 'tcpSocket'] as const;

/**
 * One container of a workload, of whichever list it stands in.
 * Reads are lazy and throw MalformedInput where a value has the wrong type.
 */
export class Container {
  private context: ContainerSecurityContext | undefined;
  /** What was read once: many controls ask for the same. */
  private readonly lists: Record<string, readonly unknown[] | undefined> = {};
  private requested: ResourceAmounts | undefined;
  private limited: ResourceAmounts | undefined;

  constructor(
    private readonly json: JsonObject,
    /** Path from the object's root: `spec.template.spec.containers[0]`. */
    readonly path: string,
    readonly kind: ContainerKind,
    private readonly position: number,
  ) {}

  /** The name, or its place in words where it has none. */
  get name(): string {
    const name = this.json.name;
    return typeof name === 'string' && name
      ? name
      : `#${this.position + 1} (no name)`;
  }

  /** True where the container has a name, so that a patch can find it. */
  get isNamed(): boolean {
    return typeof this.json.name === 'string' && this.json.name !== '';
  }

  get image(): string | undefined {
    return stringAt(this.json, 'image', this.path);
  }

  get imagePullPolicy(): string | undefined {
    return stringAt(this.json, 'imagePullPolicy', this.path);
  }

  /** The container's own security context; empty where it has none. */
  get securityContext(): ContainerSecurityContext {
    this.context ??= new ContainerSecurityContext(
      objectOrEmpty(this.json, 'securityContext', this.path),
      `${this.path}.securityContext`,
    );
    return this.context;
  }

  get ports(): readonly ContainerPort[] {
    return this.objects('ports', (port, path) => ({
      path,
      hostPort: numberAt(port, 'hostPort', path),
      containerPort: numberAt(port, 'containerPort', path),
    }));
  }

  get volumeMounts(): readonly VolumeMount[] {
    return this.objects('volumeMounts', (mount, path) => ({
      path,
      name: stringAt(mount, 'name', path),
      mountPath: stringAt(mount, 'mountPath', path),
      readOnly: booleanAt(mount, 'readOnly', path) === true,
      recursiveReadOnly:
        stringAt(mount, 'recursiveReadOnly', path) === 'Enabled',
      subPath:
        stringAt(mount, 'subPath', path) ||
        stringAt(mount, 'subPathExpr', path),
    }));
  }

  /** True where the container uses a volume as a raw block device (`volumeDevices`). */
  get usesRawBlockDevice(): boolean {
    return objectsAt(this.json, 'volumeDevices', this.path).length > 0;
  }

  get requests(): ResourceAmounts {
    this.requested ??= amountsAt(this.json, this.path, 'requests');
    return this.requested;
  }

  get limits(): ResourceAmounts {
    this.limited ??= amountsAt(this.json, this.path, 'limits');
    return this.limited;
  }

  get env(): readonly EnvironmentEntry[] {
    return this.objects('env', (entry, path) => {
      const from = objectOrEmpty(entry, 'valueFrom', path);
      return {
        path,
        name: stringAt(entry, 'name', path) ?? '',
        value: stringAt(entry, 'value', path),
        secretName: sourceName(from, 'secretKeyRef', `${path}.valueFrom`),
        configMapName: sourceName(from, 'configMapKeyRef', `${path}.valueFrom`),
      };
    });
  }

  get envFrom(): readonly EnvironmentSource[] {
    return this.objects('envFrom', (source, path) => ({
      path,
      secretName: sourceName(source, 'secretRef', path),
      configMapName: sourceName(source, 'configMapRef', path),
    }));
  }

  /** Entry point and arguments, for detectors only: they never go into an output. */
  get commandLine(): {
    readonly command: readonly string[];
    readonly args: readonly string[];
  } {
    return {
      command: stringsAt(this.json, 'command', this.path),
      args: stringsAt(this.json, 'args', this.path),
    };
  }

  /** True where the kubelet asks the container whether it lives, or whether it may be sent traffic. */
  hasProbe(probe: 'livenessProbe' | 'readinessProbe'): boolean {
    return objectAt(this.json, probe, this.path) !== undefined;
  }

  /** `host` of every probe and lifecycle hook that sets one. */
  get probeHosts(): readonly {
    readonly path: string;
    readonly host: string;
  }[] {
    const lifecycle = objectAt(this.json, 'lifecycle', this.path);
    return [
      ...PROBES.flatMap(probe => handlerHosts(this.json, probe, this.path)),
      ...(lifecycle
        ? HOOKS.flatMap(hook =>
            handlerHosts(lifecycle, hook, `${this.path}.lifecycle`),
          )
        : []),
    ];
  }

  private objects<T>(
    key: string,
    read: (item: JsonObject, path: string) => T,
  ): readonly T[] {
    let list = this.lists[key] as readonly T[] | undefined;
    if (!list) {
      list = objectsAt(this.json, key, this.path).map((item, index) =>
        read(item, `${this.path}.${key}[${index}]`),
      );
      this.lists[key] = list;
    }
    return list;
  }
}

function sourceName(
  object: JsonObject,
  key: string,
  path: string,
): string | undefined {
  const source = objectAt(object, key, path);
  return source && (stringAt(source, 'name', `${path}.${key}`) ?? '');
}

function handlerHosts(object: JsonObject, key: string, path: string) {
  const handlers = objectAt(object, key, path);
  if (!handlers) return [];
  return HANDLERS.flatMap(handler => {
    const action = objectAt(handlers, handler, `${path}.${key}`);
    const host =
      action && stringAt(action, 'host', `${path}.${key}.${handler}`);
    return host ? [{ path: `${path}.${key}.${handler}.host`, host }] : [];
  });
}

/** Amounts of a container's or a pod's `resources`. A number counts as its text, as the API server reads it. */
export function amountsAt(
  owner: JsonObject,
  path: string,
  key: 'requests' | 'limits',
): ResourceAmounts {
  const resources = objectOrEmpty(owner, 'resources', path);
  const amounts = objectOrEmpty(resources, key, `${path}.resources`);
  return {
    cpu: amountAt(amounts, 'cpu', `${path}.resources.${key}`),
    memory: amountAt(amounts, 'memory', `${path}.resources.${key}`),
  };
}

function amountAt(
  amounts: JsonObject,
  key: string,
  path: string,
): string | undefined {
  const value = amounts[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  throw new MalformedInput(`${path}.${key}`, 'an amount', typeInWords(value));
}
