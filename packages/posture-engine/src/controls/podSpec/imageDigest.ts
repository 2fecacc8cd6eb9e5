import { defineControl, eachContainer } from '../../kit';
import { imageOf } from '../../read/imageOf';

export const imageDigest = defineControl({
  id: 'image-digest',
  title: 'Images are pinned by digest',
  failureTitle: 'An image is not pinned by its digest',
  why: 'A tag can be moved to another image by whoever may write to the registry; a digest cannot.',
  fix: 'Append the digest to the image: `registry.example.com/web:1.2.3@sha256:…`.',
  severity: 'info',
  category: 'podSpec',
  scope: 'container',
  optional: true,
  frameworks: { nsa: ['P3'], 'nist-800-190': ['4.1.5'] },
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  needs: [],
  reads: '`image` of every container.',
  notes:
    'Digests ask for a tool that renews them. Where admission resolves tags to digests, templates need none.',
  examples: {
    pass: [
      'containers: [{ name: web, image: "web:1.2.3@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }]',
    ],
    fail: ['containers: [{ name: web, image: "web:1.2.3" }]'],
  },
  evaluate: eachContainer(container =>
    imageOf(container).digest?.startsWith('sha256:')
      ? undefined
      : {
          at: 'image',
          message: `the image of container "${container.name}" has no sha256 digest`,
          actual: container.image,
          expected: 'a reference with @sha256:…',
        },
  ),
});
