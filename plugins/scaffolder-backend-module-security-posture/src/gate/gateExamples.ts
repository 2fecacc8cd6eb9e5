import type { TemplateExample } from '@backstage/plugin-scaffolder-node';

/** What a template writes to use the action. */
export const gateExamples: TemplateExample[] = [
  {
    description: 'Promote a service only if it is ready for production',
    example: `steps:
  - id: gate
    action: security-posture:gate
    name: Is it ready for production?
    input:
      entityRef: component:default/cart
`,
  },
  {
    description: 'Ask about the entity that the user picked',
    example: `steps:
  - id: gate
    action: security-posture:gate
    name: Is it ready for production?
    input:
      entityRef: \${{ parameters.service }}
`,
  },
];
