import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { Violation } from '../model/finding';
import { SubjectRef } from '../model/subject';

/** Characters of a hex key: 128 bits, far beyond any chance of two subjects meeting. */
const KEY_LENGTH = 32;

interface KnownKey {
  readonly cluster: string;
  readonly key: string;
}

/** The key that was last worked out of a subject: each of its findings asks for it. */
const known = new WeakMap<SubjectRef, KnownKey>();

/** A stable key of a subject in its cluster, in hex. */
export function subjectKey(cluster: string, subject: SubjectRef): string {
  const last = known.get(subject);
  if (last?.cluster === cluster) return last.key;
  const key = keyOf(cluster, subject);
  known.set(subject, { cluster, key });
  return key;
}

function keyOf(cluster: string, subject: SubjectRef): string {
  return hashOf([
    cluster,
    subject.type,
    groupOf(subject.apiVersion),
    subject.kind,
    subject.namespace ?? '',
    subject.name,
  ]);
}

/**
 * The stable key of a finding: the same control on the same object in the same cluster keeps it for ever.
 * The version of the object's API does not count, so that an upgrade keeps the key.
 */
export function findingKey(
  cluster: string,
  control: string,
  subject: SubjectRef,
): string {
  return hashOf(['finding', control, subjectKey(cluster, subject)]);
}

/** A hash of what the violations show: container, field and actual value; never of index or text. */
export function evidenceHash(violations: readonly Violation[]): string {
  const evidence = violations
    .map(({ container, field, path, actual }) =>
      JSON.stringify([container ?? '', field ?? path, actual ?? null]),
    )
    .sort();
  return hashOf(evidence);
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function hashOf(parts: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(
    0,
    KEY_LENGTH,
  );
}
