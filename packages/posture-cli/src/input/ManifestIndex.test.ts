import { ManifestIndex } from './ManifestIndex';
import { readManifests } from './readManifests';

const INPUT = `kind: Role
apiVersion: rbac.authorization.k8s.io/v1
metadata: { name: reader, namespace: shop }
rules:
  - verbs: [get]
---
kind: Role
apiVersion: rbac.authorization.k8s.io/v1
metadata: { name: reader.rules, namespace: shop }
---
kind: Service
apiVersion: v1
metadata: { name: web }
spec:
  type: NodePort
`;

async function placeOf(path: string) {
  const { manifests } = await readManifests(
    ['-'],
    (async function* once() {
      yield INPUT;
    })(),
  );
  return new ManifestIndex(manifests).placeOf(path)?.line;
}

describe('ManifestIndex', () => {
  it.each([
    ['an object', 'Role shop/reader', 1],
    ['a path in it', 'Role shop/reader.metadata', 3],
    ['a path after a space', 'Role shop/reader metadata', 3],
    ['an index in it', 'Role shop/reader.spec[0].verbs', 1],
    ['the longest name', 'Role shop/reader.rules', 7],
    ['no namespace', 'Service web.spec.type', 15],
    ['the namespace default', 'Service default/web.spec.type', 15],
    ['another namespace', 'Service shop/web.spec.type', undefined],
    ['what is not there', 'Role shop/writer.rules[0]', undefined],
  ])('finds %s', async (_, path, line) => {
    expect(await placeOf(path)).toBe(line);
  });
});
