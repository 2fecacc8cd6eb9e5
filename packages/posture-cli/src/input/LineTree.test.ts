import { lineOfPath } from './LineTree';
import { parseDocuments } from './parseDocuments';

const YAML = `metadata:
  annotations:
    example.org/a.b: x
    example.org/a: y
spec:
  containers:
    - name: web
      ports:
        - containerPort: 80
    -
      name: api
      image: *image
  base: &base
    one: 1
  more:
    <<: *base
    two: 2
`.replace('*image', '"a"');

describe('lineOfPath', () => {
  it.each([
    ['', 11],
    ['metadata', 11],
    ['metadata.annotations.example.org/a.b', 13],
    ['metadata.annotations.example.org/a', 14],
    ['spec.containers', 16],
    ['spec.containers[0]', 17],
    ['spec.containers[0].ports[0].containerPort', 19],
    ['spec.containers[1].name', 21],
    ['spec.containers[1].securityContext.privileged', 21],
    ['spec.containers[2].name', 16],
    ['spec.more.one', 25],
    ['spec.more.two', 27],
    ['status.phase', 11],
  ])('of %s is %i', (path, line) => {
    const [document] = parseDocuments({ text: YAML, line: 11 });
    if (!('lines' in document)) throw new Error(document.message);
    expect(lineOfPath(document.lines, path)).toBe(line);
  });
});
