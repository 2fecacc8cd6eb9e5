import { ReadRule } from 'backstage-plugin-security-posture-common';
import { KUBE_SYSTEM_CONFIG_MAPS, ResourceType } from 'security-posture-engine';

/** What the Role for `kube-system` gives: each ConfigMap that is read, by its name. */
export const KUBE_SYSTEM_RULE: ReadRule = {
  namespace: 'kube-system',
  apiGroups: [''],
  resources: ['configmaps'],
  resourceNames: [...KUBE_SYSTEM_CONFIG_MAPS],
  verbs: ['get'],
};

/** The rule that lets a kind be listed; where lists hold no spec, its objects be read too. */
export function ruleOfKind({
  group,
  plural,
  listedWithoutSpec,
}: ResourceType): ReadRule {
  return {
    apiGroups: [group],
    resources: [plural],
    verbs: listedWithoutSpec ? ['get', 'list'] : ['list'],
  };
}

/** The rule that lets a page of the API server be read. */
export function ruleOfPath(path: string): ReadRule {
  return { nonResourceURLs: [path], verbs: ['get'] };
}
