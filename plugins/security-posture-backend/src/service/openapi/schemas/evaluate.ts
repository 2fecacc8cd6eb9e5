import {
  MOST_EVALUATED_FINDINGS,
  MOST_PROPOSED_PATCHES,
} from 'backstage-plugin-security-posture-common';
import { count, flag, listOf, object, oneOf, ref, Schema, text } from '../kit';

/** A name of Kubernetes, or a ref. */
const name: Schema = { type: 'string', minLength: 1, maxLength: 800 };
const filled: Schema = { type: 'string', minLength: 1 };

/** Manifests in, findings out. */
export const evaluateSchemas: Readonly<Record<string, Schema>> = {
  EvaluateRequest: object({
    manifests: filled,
    'kubernetesVersion?': { type: 'string', maxLength: 40 },
    'entityRef?': name,
    'patches?': {
      ...listOf(ref('ProposedPatch')),
      maxItems: MOST_PROPOSED_PATCHES,
    },
  }),
  ProposedPatch: object({
    kind: name,
    'namespace?': name,
    name,
    patch: filled,
  }),
  ManifestResource: object({
    apiVersion: text,
    kind: text,
    'namespace?': text,
    name: text,
  }),
  EvaluatedFinding: object({
    control: text,
    title: text,
    fix: text,
    severity: ref('Severity'),
    outcome: oneOf(['fail', 'notEvaluated']),
    'reason?': ref('ReasonCode'),
    'reasonText?': text,
    'note?': text,
    resource: ref('ManifestResource'),
    violations: listOf(ref('Violation')),
    'consequenceOf?': text,
    'standing?': oneOf(['new', 'alreadyFailing']),
    'exempted?': flag,
  }),
  UnevaluatedControl: object({
    control: text,
    title: text,
    severity: ref('Severity'),
    reason: ref('ReasonCode'),
    reasonText: text,
    'note?': text,
  }),
  FixedFinding: object({
    key: text,
    control: text,
    title: text,
    severity: ref('Severity'),
    cluster: text,
    resource: ref('ManifestResource'),
  }),
  LiveComparison: object({
    entityRef: text,
    state: ref('PostureState'),
    new: count,
    alreadyFailing: count,
    exempted: count,
    fixed: listOf(ref('FixedFinding')),
  }),
  PatchVerdict: object({
    resource: ref('ManifestResource'),
    verdict: oneOf(['fixes', 'breaks', 'changesNothing', 'notApplicable']),
    fixes: listOf(text),
    breaks: listOf(text),
    refusals: listOf(text),
    'problem?': text,
  }),
  EvaluateResponse: object({
    kubernetesVersion: text,
    library: text,
    objects: count,
    workloads: count,
    score: ref('ScoreView'),
    readiness: ref('Readiness'),
    reasons: listOf(ref('ReadinessReason')),
    open: ref('SeverityCounts'),
    findings: {
      ...listOf(ref('EvaluatedFinding')),
      maxItems: MOST_EVALUATED_FINDINGS,
    },
    findingsTotal: count,
    notEvaluated: listOf(ref('UnevaluatedControl')),
    'comparison?': ref('LiveComparison'),
    'patches?': listOf(ref('PatchVerdict')),
  }),
};
