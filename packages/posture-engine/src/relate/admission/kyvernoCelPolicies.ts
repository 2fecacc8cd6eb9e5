import { KubernetesObject } from '../../model/kubernetesObject';
import {
  booleanAt,
  JsonObject,
  objectOrEmpty,
  objectsAt,
  stringAt,
  stringsAt,
} from '../../read/typedReads';
import { memoByLists } from '../memo';
import { refOf } from '../networkPolicies/readPolicy';
import { AdmissionPolicy, PodChecks, readable } from './admissionPolicy';
import { celChecksAt, expressionsAt } from './celChecks';
import { Coverage, weakest } from './coverage';
import { unlessExcepted } from './kyvernoExceptions';
import { matchTest } from './resourceRules';

const VERIFIES = /\bverify(?:Image|Attestation)Signatures\s*\(/;

/** Kyverno's policies in CEL: ValidatingPolicies, and ImageValidatingPolicies, which ask for signatures. */
export const kyvernoCelPolicies = memoByLists(
  (
    validating: readonly KubernetesObject[],
    imageValidating: readonly KubernetesObject[],
    exceptions: readonly KubernetesObject[],
  ): readonly AdmissionPolicy[] =>
    [...validating, ...imageValidating].flatMap(policy =>
      readable('Kyverno', policy, () => read(policy, exceptions)),
    ),
);

function read(
  policy: KubernetesObject,
  exceptions: readonly KubernetesObject[],
): readonly AdmissionPolicy[] {
  const spec = objectOrEmpty(policy, 'spec', '');
  const matched = matchTest(
    objectOrEmpty(spec, 'matchConstraints', 'spec'),
    'spec.matchConstraints',
    'no',
  );
  const always = weakest([
    denies(spec),
    isAtAdmission(spec) ? 'covers' : 'no',
    objectsAt(spec, 'matchConditions', 'spec').length > 0 ? 'unsure' : 'covers',
  ]);
  const excepted = unlessExcepted(policy.metadata.name, '', exceptions);
  const isAboutImages = policy.kind === 'ImageValidatingPolicy';
  return [
    {
      engine: 'Kyverno',
      ref: refOf(policy),
      checks: isAboutImages ? imageChecks(spec) : celChecksAt(spec, 'spec'),
      ...(isAboutImages && namesSomeImages(spec)
        ? { someImagesOnly: true as const }
        : {}),
      covers: namespace =>
        weakest([always, matched(namespace), excepted(namespace)]),
    },
  ];
}

/** Without actions it is the version of Kyverno that decides. */
function denies(spec: JsonObject): Coverage {
  const actions = stringsAt(spec, 'validationActions', 'spec');
  if (actions.length === 0) return 'unsure';
  return actions.includes('Deny') ? 'covers' : 'no';
}

function isAtAdmission(spec: JsonObject): boolean {
  const evaluation = objectOrEmpty(spec, 'evaluation', 'spec');
  const admission = objectOrEmpty(evaluation, 'admission', 'spec.evaluation');
  const mode = stringAt(evaluation, 'mode', 'spec.evaluation');
  return (
    (mode === undefined || mode === 'Kubernetes') &&
    booleanAt(admission, 'enabled', 'spec.evaluation.admission') !== false
  );
}

function imageChecks(spec: JsonObject): PodChecks {
  return expressionsAt(spec, 'validations', 'spec').some(text =>
    VERIFIES.test(text),
  )
    ? { signatures: 'covers' }
    : {};
}

function namesSomeImages(spec: JsonObject): boolean {
  const references = objectsAt(spec, 'matchImageReferences', 'spec');
  return references.length > 0 && !references.some(({ glob }) => glob === '*');
}
