import { KubernetesObject } from '../../model/kubernetesObject';
import {
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { memoByLists } from '../memo';
import { refOf } from '../networkPolicies/readPolicy';
import {
  AdmissionPolicy,
  EVERYWHERE,
  PodChecks,
  readable,
} from './admissionPolicy';
import { weakest } from './coverage';
import { onlyIn } from './namespaceNames';
import { namespaceSelectorAt, selectsSomeObjects } from './namespaceSelector';
import { rulesTakePods } from './resourceRules';

/** What the modules of Kubewarden's own library check, and the settings that let pods through. */
const MODULES: ReadonlyMap<
  string,
  { readonly checks: PodChecks; readonly allowing: readonly string[] }
> = new Map([
  [
    'pod-privileged',
    {
      checks: { privileged: 'covers' },
      allowing: ['skip_init_containers', 'skip_ephemeral_containers'],
    },
  ],
  [
    'host-namespaces-psp',
    {
      checks: { hostPID: 'covers', hostIPC: 'covers', hostNetwork: 'covers' },
      allowing: ['allow_host_pid', 'allow_host_ipc', 'allow_host_network'],
    },
  ],
  [
    'verify-image-signatures',
    { checks: { signatures: 'covers' }, allowing: [] },
  ],
]);

/** The policies of Kubewarden's over pods. */
export const kubewardenPolicies = memoByLists(
  (
    clusterPolicies: readonly KubernetesObject[],
    policies: readonly KubernetesObject[],
  ): readonly AdmissionPolicy[] =>
    [...clusterPolicies, ...policies].flatMap(policy =>
      readable('Kubewarden', policy, () => [read(policy)]),
    ),
);

function read(policy: KubernetesObject): AdmissionPolicy {
  const spec = objectOrEmpty(policy, 'spec', '');
  const { namespace = 'default' } = policy.metadata;
  const inNamespace =
    policy.kind === 'AdmissionPolicy' ? onlyIn(namespace) : EVERYWHERE;
  const selected = namespaceSelectorAt(spec, 'namespaceSelector', 'spec');
  const always = weakest([
    (stringAt(spec, 'mode', 'spec') ?? 'protect') === 'protect'
      ? 'covers'
      : 'no',
    rulesTakePods(spec, 'rules', 'spec'),
    selectsSomeObjects(spec, 'objectSelector', 'spec') ||
    objectsAt(spec, 'matchConditions', 'spec').length > 0
      ? 'unsure'
      : 'covers',
  ]);
  return {
    engine: 'Kubewarden',
    ref: refOf(policy),
    checks: checksOf(spec),
    covers: facts => weakest([always, inNamespace(facts), selected(facts)]),
  };
}

/** `registry://ghcr.io/kubewarden/policies/pod-privileged:v1.0.3` is the module `pod-privileged`. */
function checksOf(spec: JsonObject): PodChecks {
  const module = stringAt(spec, 'module', 'spec') ?? '';
  const name = (module.split('/').pop() ?? '').split(/[:@]/)[0];
  const known = MODULES.get(name.replace(/\.wasm$/, ''));
  if (!known) return {};
  const settings = objectOrEmpty(spec, 'settings', 'spec');
  return known.allowing.some(key => settings[key] === true)
    ? Object.fromEntries(
        Object.keys(known.checks).map(check => [check, 'unsure']),
      )
    : known.checks;
}
