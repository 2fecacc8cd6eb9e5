import { defineControl, eachContainer } from '../../kit';
import { imageOf, isLatest } from '../../read/imageOf';

export const imageTag = defineControl({
  id: 'image-tag',
  title: 'Images are named by a version',
  failureTitle: 'An image has no tag, or the tag latest',
  why: 'Under `latest` two pods of one workload may run two programs, nobody can say which, and a roll-back changes nothing.',
  fix: 'Name the version of the image, best with its digest: `registry.example.com/web:1.2.3@sha256:…`.',
  severity: 'low',
  category: 'podSpec',
  scope: 'container',
  frameworks: { nsa: ['P3'], 'nist-800-190': ['4.1.5', '4.2.2'] },
  references: ['https://kubernetes.io/docs/concepts/containers/images/'],
  needs: [],
  reads:
    '`image` of every container. A reference without tag means `latest`. Where there is a digest, the tag decides nothing.',
  examples: {
    pass: [
      'containers: [{ name: web, image: "registry.example.com:5000/web:1.2.3" }]',
      'containers: [{ name: web, image: "web@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" }]',
    ],
    fail: [
      'containers: [{ name: web, image: "registry.example.com:5000/web" }]',
      'containers: [{ name: web, image: "web:latest" }]',
    ],
  },
  evaluate: eachContainer(container => {
    const reference = imageOf(container);
    if (!isLatest(reference)) return undefined;
    return {
      at: 'image',
      message: `the image of container "${container.name}" ${
        reference.tag ? 'has the tag latest' : 'has no tag'
      }`,
      actual: container.image,
      expected: 'a version, or a digest',
    };
  }),
});
