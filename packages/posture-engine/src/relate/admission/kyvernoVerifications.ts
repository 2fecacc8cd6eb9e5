import {
  booleanAt,
  JsonObject,
  listAt,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { NamespaceTest, PodChecks } from './admissionPolicy';
import { kyvernoActionAt } from './kyvernoActions';

/** One entry of `verifyImages` of a rule of Kyverno's. */
export interface Verification {
  readonly checks: PodChecks;
  readonly someImagesOnly?: true;
  readonly enforced: NamespaceTest;
}

/** The entries that ask for a signature: one without attestors, or that is not required, asks for none. */
export function verificationsAt(
  spec: JsonObject,
  rule: JsonObject,
  path: string,
): readonly Verification[] {
  return objectsAt(rule, 'verifyImages', path).flatMap((entry, index) => {
    const place = `${path}.verifyImages[${index}]`;
    if (!asksForSignature(entry, place)) return [];
    return [
      {
        checks: { signatures: 'covers' as const },
        ...(namesSomeImages(entry, place)
          ? { someImagesOnly: true as const }
          : {}),
        enforced: kyvernoActionAt(spec, entry, place),
      },
    ];
  });
}

function asksForSignature(entry: JsonObject, path: string): boolean {
  return (
    booleanAt(entry, 'required', path) !== false &&
    (listAt(entry, 'attestors', path).length > 0 ||
      stringAt(entry, 'key', path) !== undefined ||
      objectsAt(entry, 'attestations', path).some(
        (one, index) =>
          listAt(one, 'attestors', `${path}.attestations[${index}]`).length > 0,
      ))
  );
}

function namesSomeImages(entry: JsonObject, path: string): boolean {
  const image = stringAt(entry, 'image', path);
  const references = [
    ...(image === undefined ? [] : [image]),
    ...stringsAt(entry, 'imageReferences', path),
  ];
  return (
    !references.includes('*') ||
    listAt(entry, 'skipImageReferences', path).length > 0
  );
}
