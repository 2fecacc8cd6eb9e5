import { Violation } from 'security-posture-engine';
import { lineOfPath } from '../input/LineTree';
import { ManifestIndex, ManifestPlace } from '../input/ManifestIndex';
import { JudgedSubject } from '../scan/JudgedSubject';

/** A path or field in another object than the subject: `Role shop/reader.rules[0]`, `DaemonSet shop/web image`. */
const ELSEWHERE = /^[A-Z][A-Za-z]* \S+/;

/** Where a violation lies: in the object that it names, else in that of its subject. Undefined where that is in no file. */
export function placeOf(
  { path, field = '' }: Violation,
  { manifest }: Pick<JudgedSubject, 'manifest'>,
  manifests: ManifestIndex,
): ManifestPlace | undefined {
  if (ELSEWHERE.test(path)) return manifests.placeOf(path);
  const [named] = ELSEWHERE.exec(field) ?? [];
  const elsewhere = named && manifests.placeOf(`${named}.${path}`);
  if (elsewhere) return elsewhere;
  return manifest && { manifest, line: lineOfPath(manifest.lines, path) };
}
