import { ResourceType } from 'security-posture-engine';

/**
 * What a list is called in the account of a sweep: its plural name, with the group where it is not one of Kubernetes' own,
 * for two groups may use one name.
 */
export function listNameOf({
  group,
  plural,
  fieldSelector,
}: ResourceType): string {
  const isOwn = !group.includes('.') || group.endsWith('.k8s.io');
  const name = isOwn ? plural : `${plural}.${group}`;
  return fieldSelector ? `${name} (${fieldSelector})` : name;
}
