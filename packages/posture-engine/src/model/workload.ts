import { MalformedInput, typeInWords } from '../read/malformedInput';
import {
  booleanAt,
  isJsonObject,
  JsonObject,
  listAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringMapAt,
} from '../read/typedReads';
import {
  amountsAt,
  Container,
  ContainerKind,
  ResourceAmounts,
} from './container';
import { KubernetesObject } from './kubernetesObject';
import { PodSecurityContext } from './securityContext';
import { SubjectRef } from './subject';
import { Volume, volumeAt } from './volume';

const NOTHING: JsonObject = Object.freeze({});

/** Where the pod template lies in each kind that has one; a Pod is its own template. */
const TEMPLATE_PATHS: Readonly<Record<string, string>> = {
  Pod: '',
  Deployment: 'spec.template',
  StatefulSet: 'spec.template',
  DaemonSet: 'spec.template',
  ReplicaSet: 'spec.template',
  ReplicationController: 'spec.template',
  Job: 'spec.template',
  CronJob: 'spec.jobTemplate.spec.template',
};

const API_VERSIONS: Readonly<Record<string, RegExp>> = {
  Pod: /^v1$/,
  ReplicationController: /^v1$/,
  Deployment: /^apps\//,
  StatefulSet: /^apps\//,
  DaemonSet: /^apps\//,
  ReplicaSet: /^apps\//,
  Job: /^batch\//,
  CronJob: /^batch\//,
};

/** True for an object that runs pods. */
export function isWorkloadObject(object: {
  readonly apiVersion: string;
  readonly kind: string;
}): boolean {
  return API_VERSIONS[object.kind]?.test(object.apiVersion) ?? false;
}

/** Dotted path of the pod template of a kind; empty for a Pod. Undefined for what runs no pods. */
export function templatePathOf(kind: string): string | undefined {
  return Object.prototype.hasOwnProperty.call(TEMPLATE_PATHS, kind)
    ? TEMPLATE_PATHS[kind]
    : undefined;
}

/**
 * Anything that runs pods, seen through one shape.
 * Raw pod specs are not on the type, so that no control can forget a list of containers.
 * Reads are lazy and throw MalformedInput where a value has the wrong type.
 */
export class Workload {
  readonly subject: SubjectRef;
  /** Path of the pod spec from the object's root: `spec` or `spec.template.spec`. */
  readonly specPath: string;
  /** Path of the pod template's metadata from the object's root. */
  readonly templateMetadataPath: string;
  private readonly template: JsonObject | MalformedInput;
  private spec: JsonObject | undefined;
  private allContainers: readonly Container[] | undefined;
  private podContext: PodSecurityContext | undefined;
  private allVolumes: readonly Volume[] | undefined;
  private labelsOfPods: Readonly<Record<string, string>> | undefined;
  private annotationsOfPods: Readonly<Record<string, string>> | undefined;
  private forWindows: boolean | undefined;

  /**
   * `object` is the workload as it was read.
   * `ephemeral` are containers that were added to its running pods.
   */
  constructor(
    private readonly object: KubernetesObject,
    private readonly ephemeral: readonly JsonObject[] = [],
  ) {
    const { apiVersion, kind, metadata } = object;
    this.subject = {
      type: 'workload',
      apiVersion,
      kind,
      ...(metadata.namespace ? { namespace: metadata.namespace } : {}),
      name: metadata.name,
    };
    const templatePath = templatePathOf(kind) ?? 'spec.template';
    this.specPath = templatePath ? `${templatePath}.spec` : 'spec';
    this.templateMetadataPath = templatePath
      ? `${templatePath}.metadata`
      : 'metadata';
    this.template = walk(object, templatePath);
  }

  /** The namespace; `default` where a manifest names none. */
  get namespace(): string {
    return this.subject.namespace ?? 'default';
  }

  get uid(): string | undefined {
    return this.object.metadata.uid;
  }

  /** The object's own labels. */
  get labels(): Readonly<Record<string, string>> {
    return this.object.metadata.labels ?? {};
  }

  /** Labels of the pods that it makes. */
  get podLabels(): Readonly<Record<string, string>> {
    this.labelsOfPods ??= stringMapAt(
      this.templateMetadata(),
      'labels',
      this.templateMetadataPath,
    );
    return this.labelsOfPods;
  }

  /** The labels by which it knows its pods; empty where it has no selector, or one that Kubernetes makes. */
  get selectorLabels(): Readonly<Record<string, string>> {
    const { apiVersion, spec } = this.object;
    if (!apiVersion.startsWith('apps/') || !isJsonObject(spec)) return {};
    return stringMapAt(
      objectOrEmpty(spec, 'selector', 'spec'),
      'matchLabels',
      'spec.selector',
    );
  }

  /** Annotations of the pods that it makes, for rules only: their values never go into an output. */
  get podAnnotations(): Readonly<Record<string, string>> {
    this.annotationsOfPods ??= stringMapAt(
      this.templateMetadata(),
      'annotations',
      this.templateMetadataPath,
    );
    return this.annotationsOfPods;
  }

  /** The object's own annotations, for rules only: their values never go into an output. */
  get annotations(): Readonly<Record<string, string>> {
    return stringMapAt(this.object.metadata, 'annotations', 'metadata');
  }

  /** All containers: init containers and sidecars, app containers, ephemeral ones, in the order of the lists. */
  get containers(): readonly Container[] {
    this.allContainers ??= [
      ...this.containersOf('initContainers'),
      ...this.containersOf('containers'),
      ...this.containersOf('ephemeralContainers'),
      ...this.ephemeral.map(
        (json, index) =>
          new Container(
            json,
            `spec.ephemeralContainers[${index}]`,
            'ephemeral',
            index,
          ),
      ),
    ];
    return this.allContainers;
  }

  get hostPID(): boolean | undefined {
    return booleanAt(this.podSpec, 'hostPID', this.specPath);
  }

  get hostIPC(): boolean | undefined {
    return booleanAt(this.podSpec, 'hostIPC', this.specPath);
  }

  get hostNetwork(): boolean | undefined {
    return booleanAt(this.podSpec, 'hostNetwork', this.specPath);
  }

  get hostUsers(): boolean | undefined {
    return booleanAt(this.podSpec, 'hostUsers', this.specPath);
  }

  /** `spec.os.name === "windows"`, and nothing else, says that a pod is for Windows. */
  get isWindows(): boolean {
    this.forWindows ??= this.readOs() === 'windows';
    return this.forWindows;
  }

  /** True where the node selector asks for Windows, which alone exempts from nothing. */
  get selectsWindowsNodes(): boolean {
    return (
      stringMapAt(this.podSpec, 'nodeSelector', this.specPath)[
        'kubernetes.io/os'
      ] === 'windows'
    );
  }

  get runtimeClassName(): string | undefined {
    return stringAt(this.podSpec, 'runtimeClassName', this.specPath);
  }

  /** `serviceAccountName`, or the deprecated `serviceAccount`; undefined where neither is set. */
  get serviceAccountName(): string | undefined {
    return (
      stringAt(this.podSpec, 'serviceAccountName', this.specPath) ||
      stringAt(this.podSpec, 'serviceAccount', this.specPath) ||
      undefined
    );
  }

  get automountServiceAccountToken(): boolean | undefined {
    return booleanAt(
      this.podSpec,
      'automountServiceAccountToken',
      this.specPath,
    );
  }

  /** The pod's own security context; empty where it has none. */
  get securityContext(): PodSecurityContext {
    this.podContext ??= new PodSecurityContext(
      objectOrEmpty(this.podSpec, 'securityContext', this.specPath),
      `${this.specPath}.securityContext`,
    );
    return this.podContext;
  }

  get volumes(): readonly Volume[] {
    this.allVolumes ??= objectsAt(this.podSpec, 'volumes', this.specPath).map(
      (volume, index) => volumeAt(volume, `${this.specPath}.volumes[${index}]`),
    );
    return this.allVolumes;
  }

  /** Names of the claims that a StatefulSet makes for each pod. */
  get volumeClaimTemplates(): readonly string[] {
    const spec = isJsonObject(this.object.spec) ? this.object.spec : NOTHING;
    return objectsAt(spec, 'volumeClaimTemplates', 'spec').map(
      (claim, index) =>
        stringAt(
          objectOrEmpty(
            claim,
            'metadata',
            `spec.volumeClaimTemplates[${index}]`,
          ),
          'name',
          `spec.volumeClaimTemplates[${index}].metadata`,
        ) ?? '',
    );
  }

  /** Pod-level requests (`spec.resources.requests`). */
  get podRequests(): ResourceAmounts {
    return amountsAt(this.podSpec, this.specPath, 'requests');
  }

  /** Pod-level limits (`spec.resources.limits`). */
  get podLimits(): ResourceAmounts {
    return amountsAt(this.podSpec, this.specPath, 'limits');
  }

  /** The object as it was read, for proving patches. */
  toObject(): KubernetesObject {
    return this.object;
  }

  private get podSpec(): JsonObject {
    this.spec ??= this.readPodSpec();
    return this.spec;
  }

  private readPodSpec(): JsonObject {
    if (this.template instanceof MalformedInput) throw this.template;
    const spec = this.template.spec;
    if (isJsonObject(spec)) return spec;
    throw new MalformedInput(this.specPath, 'a pod spec', typeInWords(spec));
  }

  private readOs(): string | undefined {
    const os = objectOrEmpty(this.podSpec, 'os', this.specPath);
    return stringAt(os, 'name', `${this.specPath}.os`);
  }

  private templateMetadata(): JsonObject {
    if (this.template instanceof MalformedInput) throw this.template;
    return objectOrEmpty(
      this.template,
      'metadata',
      this.templateMetadataPath.replace(/\.?metadata$/, ''),
    );
  }

  private containersOf(list: string): Container[] {
    return listAt(this.podSpec, list, this.specPath).map((json, index) => {
      const path = `${this.specPath}.${list}[${index}]`;
      if (!isJsonObject(json))
        throw new MalformedInput(path, 'a container', typeInWords(json));
      return new Container(json, path, kindOf(list, json), index);
    });
  }
}

function kindOf(list: string, container: JsonObject): ContainerKind {
  if (list === 'containers') return 'app';
  if (list === 'ephemeralContainers') return 'ephemeral';
  return container.restartPolicy === 'Always' ? 'sidecar' : 'init';
}

function walk(object: JsonObject, path: string): JsonObject | MalformedInput {
  let here: JsonObject = object;
  let walked = '';
  for (const step of path ? path.split('.') : []) {
    const next = here[step];
    walked = walked ? `${walked}.${step}` : step;
    if (!isJsonObject(next))
      return new MalformedInput(walked, 'an object', typeInWords(next));
    here = next;
  }
  return here;
}
