import { findControl } from 'security-posture-engine';

/** Link from a page of a framework to that of a control. */
export function controlLink({ id }: { readonly id: string }): string {
  return `[${id}](../controls/${id}.md)`;
}

/** Links to the controls of these ids that the library has. */
export function controlLinks(ids: readonly string[]): string {
  return ids
    .flatMap(id => findControl(id) ?? [])
    .map(controlLink)
    .join(', ');
}
