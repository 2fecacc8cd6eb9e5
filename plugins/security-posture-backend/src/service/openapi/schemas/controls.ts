import { FRAMEWORKS } from 'security-posture-engine';
import { flag, listOf, object, oneOf, ref, Schema, text } from '../kit';

/** What a control judges, and what part of that it looks at. */
export const controlSubject: Readonly<Record<string, Schema>> = {
  subject: oneOf([
    'workload',
    'namespace',
    'serviceAccount',
    'roleBinding',
    'node',
    'image',
    'cluster',
  ]),
  scope: oneOf([
    'container',
    'pod',
    'workload',
    'image',
    'serviceAccount',
    'namespace',
    'rbac',
    'node',
    'controlPlane',
    'cluster',
  ]),
};

/** Controls and frameworks. */
export const controlSchemas: Readonly<Record<string, Schema>> = {
  ControlView: object({
    id: text,
    title: text,
    failureTitle: text,
    why: text,
    fix: text,
    severity: ref('Severity'),
    category: ref('Category'),
    ...controlSubject,
    optional: flag,
    frameworks: ref('FrameworkReferences'),
    references: listOf(text),
    reads: text,
    'notes?': text,
    'addedBy?': text,
    examples: object({
      pass: listOf(text),
      fail: listOf(text),
      'notApplicable?': listOf(text),
      'notEvaluated?': listOf(text),
    }),
  }),
  ControlsResponse: object({
    library: text,
    controls: listOf(ref('ControlView')),
  }),
  FrameworkView: object({
    id: oneOf(Object.keys(FRAMEWORKS)),
    title: text,
    controls: listOf(text),
  }),
  FrameworksResponse: object({ frameworks: listOf(ref('FrameworkView')) }),
};
