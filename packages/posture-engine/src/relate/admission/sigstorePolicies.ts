import { KubernetesObject } from '../../model/kubernetesObject';
import {
  JsonObject,
  objectAt,
  objectOrEmpty,
  objectsAt,
  stringAt,
} from '../../read/typedReads';
import { memoByList } from '../memo';
import { refOf } from '../networkPolicies/readPolicy';
import { AdmissionPolicy, readable } from './admissionPolicy';
import { Coverage, strongest, weakest } from './coverage';
import { selectsSomeObjects } from './namespaceSelector';

/** Globs that take in every image. */
const EVERY_IMAGE = new Set(['**', '*', '*/**']);

/** The ClusterImagePolicies of Sigstore's policy controller. One whose authorities let everything pass asks for nothing. */
export const sigstorePolicies = memoByList(
  (policies: readonly KubernetesObject[]): readonly AdmissionPolicy[] =>
    policies.flatMap(policy =>
      readable('Sigstore', policy, () => [read(policy)]),
    ),
);

function read(policy: KubernetesObject): AdmissionPolicy {
  const spec = objectOrEmpty(policy, 'spec', '');
  const always = weakest([
    (stringAt(spec, 'mode', 'spec') ?? 'enforce') === 'enforce'
      ? 'covers'
      : 'no',
    takesPods(spec),
  ]);
  const isForEveryImage = objectsAt(spec, 'images', 'spec').some(({ glob }) =>
    EVERY_IMAGE.has(String(glob)),
  );
  return {
    engine: 'Sigstore',
    ref: refOf(policy),
    checks: asksForSignature(spec) ? { signatures: 'covers' } : {},
    ...(isForEveryImage ? {} : { someImagesOnly: true as const }),
    covers: () => always,
  };
}

/** Every authority may vouch for an image, so that one that always does is enough. */
function asksForSignature(spec: JsonObject): boolean {
  const authorities = objectsAt(spec, 'authorities', 'spec');
  return (
    authorities.length > 0 &&
    !authorities.some((authority, index) => {
      const path = `spec.authorities[${index}]`;
      const fixed = objectAt(authority, 'static', path);
      return fixed && stringAt(fixed, 'action', `${path}.static`) === 'pass';
    })
  );
}

/** Without `match` it is about everything that runs images. */
function takesPods(spec: JsonObject): Coverage {
  const matches = objectsAt(spec, 'match', 'spec');
  if (matches.length === 0) return 'covers';
  return strongest(
    matches.map((match, index) => {
      const path = `spec.match[${index}]`;
      if (stringAt(match, 'resource', path) !== 'pods') return 'no';
      return selectsSomeObjects(match, 'selector', path) ? 'unsure' : 'covers';
    }),
  );
}
