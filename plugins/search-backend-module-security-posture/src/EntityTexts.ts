import type { ExplorerRow } from 'backstage-plugin-security-posture-common';

/** Lines that a document holds at most; the gravest findings come first. */
const MOST_LINES = 200;

/** The open findings of each entity in words, a line for each control and what fails it. */
export class EntityTexts {
  private readonly lines = new Map<string, Set<string>>();

  /** Takes a finding in. Findings come gravest first. */
  add({ entities, control, title, severity, resource }: ExplorerRow): void {
    const where = [resource.namespace, resource.name].filter(Boolean).join('/');
    const line = `${title} (${severity}, ${control}): ${resource.kind} ${where} in ${resource.cluster}`;
    for (const entity of entities) {
      const known = this.lines.get(entity) ?? new Set();
      if (known.size < MOST_LINES) known.add(line);
      this.lines.set(entity, known);
    }
  }

  /** Ref and text of each entity. */
  *entries(): Generator<[string, string]> {
    for (const [entity, lines] of this.lines) {
      yield [entity, [...lines].join('\n')];
    }
  }
}
