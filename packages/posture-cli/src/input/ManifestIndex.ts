import { KubernetesObject } from 'security-posture-engine';
import { lineOfPath } from './LineTree';
import { Manifest } from './Manifest';

/** A line of a manifest. */
export interface ManifestPlace {
  readonly manifest: Manifest;
  readonly line: number;
}

/** Finds the manifests that violations of other subjects name. */
export class ManifestIndex {
  private readonly byName = new Map<string, Manifest>();

  constructor(manifests: readonly Manifest[]) {
    for (const manifest of manifests)
      for (const name of namesOf(manifest.object))
        if (!this.byName.has(name)) this.byName.set(name, manifest);
  }

  /**
   * The place of a path that begins with an object: `Role shop/reader.rules[0]`, `Role shop/reader rules[0]`.
   * Undefined where that object is not in the input. Names may hold dots: the longest that fits is taken.
   */
  placeOf(path: string): ManifestPlace | undefined {
    const ends = [...path.matchAll(/[.[ ]|$/g)].map(({ index }) => index);
    for (const end of ends.reverse()) {
      const manifest = this.byName.get(path.slice(0, end));
      if (manifest) {
        const rest = path.slice(end).replace(/^[. ]/, '');
        return { manifest, line: lineOfPath(manifest.lines, rest) };
      }
    }
    return undefined;
  }
}

/** An object without a namespace is in `default`, or in none. */
function namesOf({ kind, metadata }: KubernetesObject): readonly string[] {
  const { namespace, name } = metadata;
  return namespace
    ? [`${kind} ${namespace}/${name}`]
    : [`${kind} ${name}`, `${kind} default/${name}`];
}
