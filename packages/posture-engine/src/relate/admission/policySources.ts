import { unlessMissing } from '../../kit/unlessMissing';
import { ControlContext, InventoryLists } from '../../model/control';
import { AdmissionPolicy } from './admissionPolicy';
import { connaisseurWebhooks } from './engineWebhooks';
import { gatekeeperConstraints } from './gatekeeperConstraints';
import { kubewardenPolicies } from './kubewardenPolicies';
import { kyvernoCelPolicies } from './kyvernoCelPolicies';
import { kyvernoPolicies } from './kyvernoPolicies';
import { openShiftConstraints, podSecurityPolicies } from './platformPolicies';
import { sigstorePolicies } from './sigstorePolicies';
import { validatingAdmissionPolicies } from './validatingAdmissionPolicies';

/** The lists that tell what policies refuse at admission. A kind that a cluster does not serve is an empty list. */
export const ADMISSION_NEEDS = [
  'validatingAdmissionPolicies',
  'validatingAdmissionPolicyBindings',
  'validatingWebhookConfigurations',
  'kyvernoClusterPolicies',
  'kyvernoPolicies',
  'kyvernoPolicyExceptions',
  'kyvernoValidatingPolicies',
  'kyvernoImageValidatingPolicies',
  'kyvernoCelPolicyExceptions',
  'gatekeeperConstraints',
  'kubewardenClusterAdmissionPolicies',
  'kubewardenAdmissionPolicies',
  'openShiftSecurityContextConstraints',
  'podSecurityPolicies',
  'servedResources',
] as const;

/** The lists that tell besides what verifies images and nothing else. */
export const VERIFIER_NEEDS = [
  'sigstoreClusterImagePolicies',
  'mutatingWebhookConfigurations',
] as const;

/** What a control has to declare to ask what policies refuse. */
export type AdmissionNeed = (typeof ADMISSION_NEEDS)[number];
/** What a control has to declare besides to ask who verifies images. */
export type VerifierNeed = (typeof VERIFIER_NEEDS)[number];

type Source<Need extends AdmissionNeed | VerifierNeed> = (
  lists: Pick<InventoryLists, Need>,
) => readonly AdmissionPolicy[];

/** PodSecurityPolicy was removed in Kubernetes 1.25. */
const WITHOUT_POD_SECURITY_POLICIES = 25;

/** What the API server decides by itself comes first. */
const SOURCES: readonly Source<AdmissionNeed>[] = [
  lists =>
    validatingAdmissionPolicies(
      lists.validatingAdmissionPolicies,
      lists.validatingAdmissionPolicyBindings,
    ),
  lists => openShiftConstraints(lists.openShiftSecurityContextConstraints),
  lists =>
    kyvernoPolicies(
      lists.kyvernoClusterPolicies,
      lists.kyvernoPolicies,
      lists.kyvernoPolicyExceptions,
    ),
  lists =>
    kyvernoCelPolicies(
      lists.kyvernoValidatingPolicies,
      lists.kyvernoImageValidatingPolicies,
      lists.kyvernoCelPolicyExceptions,
    ),
  lists => gatekeeperConstraints(lists.gatekeeperConstraints),
  lists =>
    kubewardenPolicies(
      lists.kubewardenClusterAdmissionPolicies,
      lists.kubewardenAdmissionPolicies,
    ),
];

const VERIFIERS: readonly Source<AdmissionNeed | VerifierNeed>[] = [
  ...SOURCES,
  lists => sigstorePolicies(lists.sigstoreClusterImagePolicies),
  lists => connaisseurWebhooks(lists.mutatingWebhookConfigurations),
];

/** The policies of a cluster, as far as they were read. */
export interface ReadPolicies {
  readonly policies: readonly AdmissionPolicy[];
  /** Throws MissingInput where policies of a kind were not read: to be called where those that were read do not decide. */
  readonly demandAll: () => void;
}

/** The policies of a cluster over pods. */
export function policiesOver(
  context: ControlContext<AdmissionNeed>,
): ReadPolicies {
  const { inventory, kubernetesVersion } = context;
  const sources =
    kubernetesVersion.minor < WITHOUT_POD_SECURITY_POLICIES
      ? [
          ...SOURCES,
          (lists: typeof inventory) =>
            podSecurityPolicies(lists.podSecurityPolicies),
        ]
      : SOURCES;
  return readAll(sources, inventory);
}

/** The policies of a cluster over pods, and what else verifies their images. */
export function verifiersOf(
  context: ControlContext<AdmissionNeed | VerifierNeed>,
): ReadPolicies {
  return readAll(VERIFIERS, context.inventory);
}

function readAll<Need extends AdmissionNeed | VerifierNeed>(
  sources: readonly Source<Need>[],
  lists: Pick<InventoryLists, Need>,
): ReadPolicies {
  const unread: Source<Need>[] = [];
  const policies = sources.flatMap(source => {
    const read = unlessMissing(() => source(lists));
    if (!read) unread.push(source);
    return read ?? [];
  });
  return { policies, demandAll: () => unread.forEach(source => source(lists)) };
}
