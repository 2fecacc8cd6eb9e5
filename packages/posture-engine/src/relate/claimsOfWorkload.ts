import { KubernetesObject } from '../model/kubernetesObject';
import { LivePod } from '../model/livePod';
import { Workload } from '../model/workload';
import { inNamespace } from './inNamespace';
import { podsOfWorkload } from './podsOfWorkload';

/** A PersistentVolumeClaim that a workload uses, and the place in the workload that says so. */
export interface UsedClaim {
  readonly claim: string;
  readonly path: string;
  /** List and key of the item at that place. */
  readonly list: 'volumes' | 'volumeClaimTemplates';
  readonly key: string | undefined;
}

/** What tells the claims of a workload; running pods are read only where a claim could be theirs. */
export interface ClaimInventory {
  readonly persistentVolumeClaims: readonly KubernetesObject[];
  readonly livePods: readonly LivePod[];
}

/**
 * The claims that a workload uses: those that its volumes name, `<template>-<name>-<ordinal>` of a StatefulSet's templates,
 * and `<pod>-<volume>` of its ephemeral volumes.
 */
export function claimsOfWorkload(
  workload: Workload,
  inventory: ClaimInventory,
): readonly UsedClaim[] {
  return [
    ...namedClaims(workload),
    ...templateClaims(workload, inventory),
    ...ephemeralClaims(workload, inventory),
  ];
}

function namedClaims(workload: Workload): UsedClaim[] {
  return workload.volumes.flatMap(({ claimName, path, name }) =>
    claimName
      ? {
          claim: claimName,
          path: `${path}.persistentVolumeClaim.claimName`,
          list: 'volumes',
          key: name,
        }
      : [],
  );
}

function templateClaims(
  workload: Workload,
  inventory: ClaimInventory,
): UsedClaim[] {
  return workload.volumeClaimTemplates.flatMap((template, index) => {
    const prefix = `${template}-${workload.subject.name}-`;
    return claimsIn(workload.namespace, inventory)
      .map(({ metadata }) => metadata.name)
      .filter(
        name =>
          name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)),
      )
      .map(claim => ({
        claim,
        path: `spec.volumeClaimTemplates[${index}]`,
        list: 'volumeClaimTemplates',
        key: template,
      }));
  });
}

function ephemeralClaims(
  workload: Workload,
  inventory: ClaimInventory,
): UsedClaim[] {
  return workload.volumes
    .filter(({ source, name }) => source === 'ephemeral' && name)
    .flatMap(volume =>
      claimsIn(workload.namespace, inventory)
        .filter(claim => isEphemeralOf(workload, volume.name, claim, inventory))
        .map(({ metadata }) => ({
          claim: metadata.name,
          path: `${volume.path}.ephemeral`,
          list: 'volumes',
          key: volume.name,
        })),
    );
}

function isEphemeralOf(
  workload: Workload,
  volume: string | undefined,
  { metadata }: KubernetesObject,
  inventory: ClaimInventory,
): boolean {
  const pod = metadata.ownerReferences?.find(
    ({ kind }) => kind === 'Pod',
  )?.name;
  if (!pod || metadata.name !== `${pod}-${volume}`) return false;
  const { subject } = workload;
  if (subject.kind === 'Pod') return pod === subject.name;
  return (
    pod.startsWith(`${subject.name}-`) &&
    podsOfWorkload(subject, inventory.livePods).some(({ name }) => name === pod)
  );
}

function claimsIn(
  namespace: string,
  { persistentVolumeClaims }: ClaimInventory,
): readonly KubernetesObject[] {
  return inNamespace(persistentVolumeClaims, namespace);
}
