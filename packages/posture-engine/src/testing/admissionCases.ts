/* eslint-disable jest/no-export -- declares the tests of the policies that it is given */
import { inventoryView } from '../evaluate/inventoryView';
import { ControlContext, ExampleSurroundings } from '../model/control';
import { parseKubernetesVersion } from '../model/kubernetesVersion';
import { SUPPORTING_RESOURCES, SupportingResource } from '../model/resources';
import { PodCheck } from '../relate/admission/admissionPolicy';
import { Coverage } from '../relate/admission/coverage';
import { enforcementIn } from '../relate/admission/enforcement';
import {
  AdmissionNeed,
  VerifierNeed,
  verifiersOf,
  policiesOver,
} from '../relate/admission/policySources';
import { namespaceFacts } from '../relate/namespaceFacts';
import { anInventory } from '../examples/anInventory';
import { parseExample } from '../examples/parseExample';

/** One row of a table about what policies refuse in namespace `shop`, which has the label `team: sales`. */
export interface AdmissionCase
  extends Pick<ExampleSurroundings, 'fromCluster' | 'kubernetesVersion'> {
  readonly name: string;
  /** YAML of the policies and of what belongs to them. */
  readonly given: string;
  /** `shop` where it is not given; one that is not in the input has no labels that are known. */
  readonly namespace?: string;
  /** What is asked for; privileged containers where it is not given. */
  readonly check?: PodCheck;
  readonly expected: Coverage;
}

const SHOP = `apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { team: sales } }`;

const NEEDS = [
  ...(Object.keys(SUPPORTING_RESOURCES) as SupportingResource[]),
  'servedResources',
] as const;

/** What policies refuse, by one row. */
export function judgeAdmission({
  given,
  namespace = 'shop',
  check = 'privileged',
  ...options
}: AdmissionCase): Coverage {
  const kubernetesVersion = parseKubernetesVersion(
    options.kubernetesVersion ?? '1.36',
  );
  if (!kubernetesVersion) throw new Error('no version of Kubernetes');
  const inventory = anInventory(parseExample(`${SHOP}\n---\n${given}`), {
    ...options,
    kubernetesVersion,
  });
  const view = inventoryView(inventory, NEEDS);
  const context = {
    inventory: view,
    kubernetesVersion,
  } as unknown as ControlContext<AdmissionNeed | VerifierNeed>;
  return enforcementIn(
    namespaceFacts(namespace, view.namespaces),
    [check],
    check === 'signatures' ? verifiersOf(context) : policiesOver(context),
    context,
  ).state;
}

/** Declares one Jest test per row. */
export function testAdmission(
  title: string,
  rows: readonly AdmissionCase[],
): void {
  describe(`${title}`, () => {
    it.each(rows.map(row => [row.name, row] as const))('%s', (_, row) => {
      expect(judgeAdmission(row)).toBe(row.expected);
    });
  });
}
