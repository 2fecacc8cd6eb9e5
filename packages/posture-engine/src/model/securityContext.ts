import {
  booleanAt,
  JsonObject,
  numberAt,
  numbersAt,
  objectAt,
  objectsAt,
  stringAt,
  stringsAt,
} from '../read/typedReads';

/** A seccomp or AppArmor profile. An object without a type is a bad value, not an absent one. */
export interface ProfileSetting {
  readonly type: string | undefined;
  readonly localhostProfile: string | undefined;
}

/** SELinux options as they are written; absent parts are undefined. */
export interface SeLinuxOptions {
  readonly type: string | undefined;
  readonly user: string | undefined;
  readonly role: string | undefined;
  readonly level: string | undefined;
}

/**
 * The fields that a pod's and a container's security context share, as written.
 * Every read throws MalformedInput where the value has the wrong type.
 */
export class SharedSecurityContext {
  constructor(
    protected readonly json: JsonObject,
    /** Path of this security context from the object's root. */
    readonly path: string,
  ) {}

  get runAsNonRoot(): boolean | undefined {
    return booleanAt(this.json, 'runAsNonRoot', this.path);
  }

  get runAsUser(): number | undefined {
    return numberAt(this.json, 'runAsUser', this.path);
  }

  get runAsGroup(): number | undefined {
    return numberAt(this.json, 'runAsGroup', this.path);
  }

  get seccompProfile(): ProfileSetting | undefined {
    return this.profile('seccompProfile');
  }

  get appArmorProfile(): ProfileSetting | undefined {
    return this.profile('appArmorProfile');
  }

  get seLinuxOptions(): SeLinuxOptions | undefined {
    const options = objectAt(this.json, 'seLinuxOptions', this.path);
    if (!options) return undefined;
    const path = `${this.path}.seLinuxOptions`;
    return {
      type: stringAt(options, 'type', path),
      user: stringAt(options, 'user', path),
      role: stringAt(options, 'role', path),
      level: stringAt(options, 'level', path),
    };
  }

  /** `windowsOptions.hostProcess`. */
  get hostProcess(): boolean | undefined {
    const options = objectAt(this.json, 'windowsOptions', this.path);
    return (
      options &&
      booleanAt(options, 'hostProcess', `${this.path}.windowsOptions`)
    );
  }

  /** `windowsOptions.runAsUserName`. */
  get runAsUserName(): string | undefined {
    const options = objectAt(this.json, 'windowsOptions', this.path);
    return (
      options &&
      stringAt(options, 'runAsUserName', `${this.path}.windowsOptions`)
    );
  }

  private profile(key: string): ProfileSetting | undefined {
    const profile = objectAt(this.json, key, this.path);
    if (!profile) return undefined;
    const path = `${this.path}.${key}`;
    return {
      type: stringAt(profile, 'type', path),
      localhostProfile: stringAt(profile, 'localhostProfile', path),
    };
  }
}

/** A pod's security context: the shared fields and those that only a pod has. */
export class PodSecurityContext extends SharedSecurityContext {
  get fsGroup(): number | undefined {
    return numberAt(this.json, 'fsGroup', this.path);
  }

  /** Empty where not set. Items that are no numbers make it malformed. */
  get supplementalGroups(): readonly number[] {
    return numbersAt(this.json, 'supplementalGroups', this.path);
  }

  get sysctls(): readonly { readonly name: string | undefined }[] {
    return objectsAt(this.json, 'sysctls', this.path).map((sysctl, index) => ({
      name: stringAt(sysctl, 'name', `${this.path}.sysctls[${index}]`),
    }));
  }
}

/** A container's security context: the shared fields and those that only a container has. */
export class ContainerSecurityContext extends SharedSecurityContext {
  get privileged(): boolean | undefined {
    return booleanAt(this.json, 'privileged', this.path);
  }

  get allowPrivilegeEscalation(): boolean | undefined {
    return booleanAt(this.json, 'allowPrivilegeEscalation', this.path);
  }

  get readOnlyRootFilesystem(): boolean | undefined {
    return booleanAt(this.json, 'readOnlyRootFilesystem', this.path);
  }

  get procMount(): string | undefined {
    return stringAt(this.json, 'procMount', this.path);
  }

  /** `capabilities.add`, exactly as written; empty where not set. */
  get addedCapabilities(): readonly string[] {
    return this.capabilities('add');
  }

  /** `capabilities.drop`, exactly as written; empty where not set. */
  get droppedCapabilities(): readonly string[] {
    return this.capabilities('drop');
  }

  private capabilities(key: 'add' | 'drop'): readonly string[] {
    const capabilities = objectAt(this.json, 'capabilities', this.path);
    return capabilities
      ? stringsAt(capabilities, key, `${this.path}.capabilities`)
      : [];
  }
}
