import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  AddedClusterReader,
  AddedImporter,
  AddedProfile,
  AddedReadinessPolicy,
  ClusterReader,
  ReadinessPolicy,
  ReportImporter,
  SecurityPostureClusterReaderExtensionPoint,
  SecurityPostureControlsExtensionPoint,
  SecurityPostureImportersExtensionPoint,
  SecurityPostureProfilesExtensionPoint,
  SecurityPostureReadinessPoliciesExtensionPoint,
} from 'backstage-plugin-security-posture-node';
import {
  AddedControls,
  BASE_LIBRARY,
  Control,
  flawOfControl,
} from 'security-posture-engine';
import { OWN_IMPORTERS } from '../importers/Importers';
import { AddedById } from './AddedById';
import { chooseReader, KUBERNETES_READER } from './chooseReader';
import { DEFAULT_POLICY, choosePolicy } from './choosePolicy';
import { Extensions } from './Extensions';
import { extendJudging } from './extendJudging';

/** Takes what backend modules add before the plugin starts. */
export class ModuleAdditions
  implements
    SecurityPostureClusterReaderExtensionPoint,
    SecurityPostureControlsExtensionPoint,
    SecurityPostureImportersExtensionPoint,
    SecurityPostureProfilesExtensionPoint,
    SecurityPostureReadinessPoliciesExtensionPoint
{
  private readonly additions: AddedControls[] = [];
  private readonly controls = new AddedById<Control>(
    'control',
    new Set(BASE_LIBRARY.controls.map(({ id }) => id)),
  );
  private readonly readers = new AddedById<ClusterReader>(
    'cluster reader',
    new Set([KUBERNETES_READER]),
  );
  private readonly importers = new AddedById<ReportImporter>(
    'importer',
    new Set(OWN_IMPORTERS.map(({ id }) => id)),
  );
  private readonly profiles = new AddedById<AddedProfile>(
    'profile',
    new Set(['workload', 'cluster']),
  );
  private readonly policies = new AddedById<ReadinessPolicy>(
    'readiness policy',
    new Set([DEFAULT_POLICY]),
  );

  addControls(added: AddedControls): void {
    if (!added.version)
      throw new InputError(
        `Module ${added.module} cannot add controls: it has to say their version`,
      );
    for (const control of added.controls)
      this.controls.add(added.module, control.id, control, flawOfControl);
    this.additions.push(added);
  }

  addClusterReader({ module, id, reader }: AddedClusterReader): void {
    this.readers.add(module, id, reader);
  }

  addImporter({ module, importer }: AddedImporter): void {
    this.importers.add(module, importer.id, importer, ({ read }) =>
      typeof read === 'function' ? undefined : 'it has no read function',
    );
  }

  addProfile(added: AddedProfile): void {
    this.profiles.add(added.module, added.profile.id, added);
  }

  addReadinessPolicy({ module, policy }: AddedReadinessPolicy): void {
    this.policies.add(module, policy.id, policy, flawOfPolicy);
  }

  /**
   * What the plugin works with, as the configuration chooses. From now on nothing more can be added.
   * Throws an InputError with a sentence that names the module or the key.
   */
  close(config: Config): Extensions {
    const controls = this.controls.close();
    const reader = chooseReader(config, this.readers.close());
    return {
      judging: extendJudging(config, this.additions, this.profiles.close()),
      addedBy: new Map([...controls].map(([id, { module }]) => [id, module])),
      importers: [
        ...OWN_IMPORTERS,
        ...[...this.importers.close().values()].map(({ thing }) => thing),
      ],
      readinessPolicy: choosePolicy(config, this.policies.close()),
      ...(reader ? { reader } : {}),
    };
  }
}

function flawOfPolicy({
  coverage,
  freshness,
}: ReadinessPolicy): string | undefined {
  if (!(coverage >= 0 && coverage <= 1))
    return 'its coverage has to be between 0 and 1';
  return freshness > 0 && Number.isFinite(freshness)
    ? undefined
    : 'its freshness has to be a number of milliseconds above 0';
}
