import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** What a template writes to use the action. */
export const scanExamples: TemplateExample[] = [
  {
    description: 'Go on only without critical and high findings',
    example: `steps:
  - id: scan
    action: security-posture:scan
    name: Are the manifests hardened?
    input:
      path: manifests
`,
  },
  {
    description: 'Demand that a new service is ready for production',
    example: `steps:
  - id: scan
    action: security-posture:scan
    name: Is the new service ready for production?
    input:
      path: manifests/**/*.yaml
      failOn: medium
      requireReady: true
      kubernetesVersion: '1.33'
`,
  },
  {
    description: 'Stop at what the live service does not fail yet',
    example: `steps:
  - id: scan
    action: security-posture:scan
    name: Does the change make anything worse?
    input:
      path:
        - manifests
        - overlays/production.yaml
      entityRef: \${{ parameters.service }}
      failOn: low
`,
  },
];
