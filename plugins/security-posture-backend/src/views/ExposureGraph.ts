import {
  ExposureEdge,
  ExposureNode,
} from 'backstage-plugin-security-posture-common';

/** The nodes and edges of an exposure, each once. */
export class ExposureGraph {
  private readonly known = new Map<string, ExposureNode>();
  private readonly edgesByKey = new Map<string, ExposureEdge>();

  get nodes(): ExposureNode[] {
    return [...this.known.values()];
  }

  get edges(): ExposureEdge[] {
    return [...this.edgesByKey.values()];
  }

  /** Adds a thing of a cluster, and answers with its id. */
  add(node: Omit<ExposureNode, 'id'>): string {
    const { type, cluster, kind, namespace = '', name } = node;
    const id = [type, cluster, kind, namespace, name].join('/');
    if (!this.known.has(id)) this.known.set(id, { id, ...node });
    return id;
  }

  connect(from: string, to: string): void {
    this.edgesByKey.set(`${from} ${to}`, { from, to });
  }
}
