import { KubernetesObject } from '../../model/kubernetesObject';
import { unlessMalformed } from '../../kit/unlessMalformed';
import { NamespaceFacts } from '../networkPolicies/podFacts';
import { PolicyRef } from '../networkPolicies/policyPart';
import { refOf } from '../networkPolicies/readPolicy';
import { Coverage } from './coverage';

/** What decides over pods beside Pod Security Admission. */
export type PolicyEngine =
  | 'ValidatingAdmissionPolicy'
  | 'Kyverno'
  | 'Gatekeeper'
  | 'Kubewarden'
  | 'PodSecurityPolicy'
  | 'OpenShift'
  | 'Sigstore'
  | 'Connaisseur';

/** What a policy may refuse pods for, as far as controls ask. */
export type PodCheck =
  | 'privileged'
  | 'hostPID'
  | 'hostIPC'
  | 'hostNetwork'
  | 'signatures';

/** The checks without which a pod can take over its node. */
export const NODE_CHECKS = [
  'privileged',
  'hostPID',
  'hostIPC',
  'hostNetwork',
] as const satisfies readonly PodCheck[];

/** The checks that a policy makes; one that is not here it does not make. */
export type PodChecks = Partial<Record<PodCheck, 'covers' | 'unsure'>>;

/** Whether something holds of the pods of a namespace. */
export type NamespaceTest = (namespace: NamespaceFacts) => Coverage;

/** A policy over pods. It may turn out to refuse nothing anywhere: `covers` tells. */
export interface AdmissionPolicy {
  readonly engine: PolicyEngine;
  readonly ref: PolicyRef;
  readonly checks: PodChecks;
  /** Set where it asks only for signatures of images that it names. */
  readonly someImagesOnly?: true;
  /** Whether the pods of a namespace are refused where they break a check; a policy that only warns or reports covers nothing. */
  readonly covers: NamespaceTest;
}

/** What holds in every namespace. */
export const EVERYWHERE: NamespaceTest = () => 'covers';
/** What holds in no namespace. */
export const NOWHERE: NamespaceTest = () => 'no';
/** What cannot be told of any namespace. */
export const PERHAPS: NamespaceTest = () => 'unsure';

/** The same answer for all checks without which a pod can take over its node. */
export function nodeChecks(certainty: 'covers' | 'unsure'): PodChecks {
  return Object.fromEntries(NODE_CHECKS.map(check => [check, certainty]));
}

/** The policies that an object is; one that cannot be read may make any check anywhere. */
export function readable(
  engine: PolicyEngine,
  object: KubernetesObject,
  read: () => readonly AdmissionPolicy[],
): readonly AdmissionPolicy[] {
  return unlessMalformed(read) ?? [unreadable(engine, object)];
}

function unreadable(
  engine: PolicyEngine,
  object: KubernetesObject,
): AdmissionPolicy {
  return {
    engine,
    ref: refOf(object),
    checks: { ...nodeChecks('unsure'), signatures: 'unsure' },
    covers: PERHAPS,
  };
}
