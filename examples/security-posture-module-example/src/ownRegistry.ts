import {
  defineControl,
  eachContainer,
  patchContainers,
} from 'security-posture-engine';

const OURS = 'registry.lumen.example';

/** An organisation's own rule: images come through its mirror, which scans them and keeps them. */
export const ownRegistry = defineControl({
  id: 'own-registry',
  title: 'Images come from the registry of Lumen',
  failureTitle: 'An image comes from another registry',
  why: 'An image that does not come through our mirror was scanned by nobody, and is gone on the day its registry is.',
  fix: `Put \`${OURS}/\` before the name of the image: the mirror fetches what it does not have yet.`,
  severity: 'high',
  category: 'image',
  scope: 'container',
  frameworks: { nsa: ['P3'], 'nist-800-190': ['4.1.5'] },
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  needs: [],
  reads: '`image` of every container.',
  examples: {
    pass: [`containers: [{ name: web, image: ${OURS}/shop/web:1 }]`],
    fail: [
      'containers: [{ name: web, image: nginx:1.29 }]',
      `containers: [{ name: web, image: ghcr.io/lumen/web:1 }]`,
      `containers: [{ name: web, image: ${OURS}.evil.example/web:1 }]`,
    ],
  },
  evaluate: eachContainer(({ name, image = '' }) =>
    image.startsWith(`${OURS}/`)
      ? undefined
      : {
          at: 'image',
          message: `container "${name}" does not come from ${OURS}`,
          actual: image,
          expected: `${OURS}/${image}`,
        },
  ),
  patch: violations =>
    patchContainers(violations, ([{ expected }]) => ({ image: expected })),
});
