import { Manifest } from 'security-posture-demo-cluster';
import {
  readPartOfKind,
  ResourceType,
  SUPPORTING_RESOURCES,
} from 'security-posture-engine';

const CONSTRAINT_KINDS = ['K8sPSPPrivilegedContainer', 'K8sPSPProcMount'];

/** Definitions of every kind that is not Kubernetes' own and that a sweep may list. */
export function customResourceDefinitions(): Manifest[] {
  const kinds = new Map(
    Object.values(SUPPORTING_RESOURCES)
      .filter(isCustom)
      .flatMap(writtenOut)
      .map(kind => [`${kind.plural}.${kind.group}`, kind]),
  );
  return [...kinds].map(([name, kind]) => definitionOf(name, kind));
}

function isCustom(resource: ResourceType): boolean {
  return readPartOfKind(resource) !== 'cluster' && resource.group.includes('.');
}

function writtenOut(resource: ResourceType): readonly ResourceType[] {
  return resource.plural === '*'
    ? CONSTRAINT_KINDS.map(kind => ({
        ...resource,
        kind,
        plural: kind.toLowerCase(),
      }))
    : [resource];
}

function definitionOf(name: string, resource: ResourceType): Manifest {
  const { group, version, plural, kind, namespaced } = resource;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name },
    spec: {
      group,
      scope: namespaced ? 'Namespaced' : 'Cluster',
      names: { plural, kind },
      versions: [{ name: version, served: true, storage: true }],
    },
  };
}
