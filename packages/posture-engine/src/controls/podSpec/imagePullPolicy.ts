import { Container } from '../../model/container';
import { defineControl, eachContainer, patchContainers } from '../../kit';
import { imageOf, isLatest } from '../../read/imageOf';

export const imagePullPolicy = defineControl({
  id: 'image-pull-policy',
  title: 'Images that a tag names are always looked up',
  failureTitle: 'A node may run an older image of the same tag',
  why: 'A node that keeps an image asks neither whether the tag has moved nor whether this pod may have the image.',
  fix: 'Set `imagePullPolicy: Always`, or pin the image by its digest.',
  severity: 'info',
  category: 'podSpec',
  scope: 'container',
  optional: true,
  frameworks: {
    nsa: ['P3'],
    cis: { '1.12': ['1.2.11'] },
    'nist-800-190': ['4.2.2'],
  },
  references: [
    'https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy',
  ],
  needs: [],
  reads:
    '`imagePullPolicy` and `image` of every container. Unset means `Always` for the tag `latest` or none, else `IfNotPresent`.',
  notes:
    'An image that is pinned by digest passes whatever the policy: other tools report it without need. `Always` asks the registry for the digest and downloads only what is missing.',
  examples: {
    pass: [
      'containers: [{ name: web, image: "web:1.2.3", imagePullPolicy: Always }]',
      'containers: [{ name: web, image: "web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }]',
    ],
    fail: ['containers: [{ name: web, image: "web:1.2.3" }]'],
  },
  evaluate: eachContainer(container => {
    const { digest } = imageOf(container);
    if (digest !== undefined || policyOf(container) === 'Always')
      return undefined;
    const actual = container.imagePullPolicy;
    return {
      at: 'imagePullPolicy',
      message: `the image of container "${container.name}" is named by a tag and not always looked up`,
      ...(actual ? { actual } : {}),
      expected: 'Always',
    };
  }),
  patch: violations =>
    patchContainers(violations, () => ({ imagePullPolicy: 'Always' })),
});

function policyOf(container: Container): string {
  return (
    container.imagePullPolicy ||
    (isLatest(imageOf(container)) ? 'Always' : 'IfNotPresent')
  );
}
