import {
  NOT_APPLICABLE_REASONS,
  NOT_EVALUATED_REASONS,
  OUTCOMES,
  SEVERITIES,
} from 'security-posture-engine';
import { count, flag, listOf, object, oneOf, Schema, text } from '../kit';

/** Words that more than one area uses. */
export const wordSchemas: Readonly<Record<string, Schema>> = {
  Severity: oneOf(SEVERITIES),
  Outcome: oneOf(OUTCOMES),
  ReasonCode: oneOf([
    ...Object.keys(NOT_EVALUATED_REASONS),
    ...Object.keys(NOT_APPLICABLE_REASONS),
  ]),
  Category: oneOf([
    'podSpec',
    'image',
    'network',
    'rbac',
    'version',
    'controlPlane',
    'node',
  ]),
  Readiness: oneOf(['ready', 'notReady', 'unknown']),
  Grade: { type: ['string', 'null'], enum: ['A', 'B', 'C', 'D', 'F', null] },
  SeverityCounts: object({
    critical: count,
    high: count,
    medium: count,
    low: count,
    info: count,
  }),
  BlockingCounts: object({ critical: count, high: count }),
  FrameworkReferences: object({
    'nsa?': listOf(text),
    'pss-baseline?': listOf(text),
    'pss-restricted?': listOf(text),
    'cis?': { type: 'object', additionalProperties: listOf(text) },
    'nist-800-190?': listOf(text),
    'owasp-k8s?': listOf(text),
  }),
  EvidenceValue: {
    anyOf: [text, { type: 'number' }, flag, listOf(text)],
  },
  Error: {
    type: 'object',
    required: ['error', 'response'],
    properties: {
      error: {
        type: 'object',
        required: ['name', 'message'],
        properties: { name: text, message: text },
      },
      request: { type: 'object' },
      response: {
        type: 'object',
        required: ['statusCode'],
        properties: { statusCode: count },
      },
    },
  },
};
