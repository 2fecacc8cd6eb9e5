import {
  count,
  flag,
  listOf,
  object,
  oneOf,
  ref,
  Schema,
  text,
  time,
} from '../kit';

const patch = { proven: flag, strategicMerge: text };

/** Findings and their patches. */
export const findingSchemas: Readonly<Record<string, Schema>> = {
  ResourceView: object({
    cluster: text,
    apiVersion: text,
    kind: text,
    'namespace?': text,
    name: text,
    'title?': text,
  }),
  Violation: object({
    path: text,
    'container?': text,
    'field?': text,
    message: text,
    'actual?': ref('EvidenceValue'),
    'expected?': ref('EvidenceValue'),
    'consequenceOf?': text,
  }),
  PatchView: object(patch),
  ResourcePatchView: object({ resource: ref('ResourceView'), ...patch }),
  FindingView: object({
    key: text,
    control: text,
    title: text,
    why: text,
    fix: text,
    severity: ref('Severity'),
    category: ref('Category'),
    outcome: ref('Outcome'),
    'reason?': ref('ReasonCode'),
    'reasonText?': text,
    'note?': text,
    resource: ref('ResourceView'),
    violations: listOf(ref('Violation')),
    'consequenceOf?': text,
    frameworks: ref('FrameworkReferences'),
    openedAt: time,
    'staleSince?': time,
    'closedAt?': time,
    'closedBecause?': oneOf([
      'passed',
      'notApplicable',
      'changed',
      'subjectGone',
    ]),
    'patch?': ref('PatchView'),
  }),
  FindingsResponse: object({
    items: listOf(ref('FindingView')),
    total: count,
    notes: count,
    'nextCursor?': text,
  }),
};
