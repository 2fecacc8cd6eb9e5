import { Control } from 'security-posture-engine';

const CONTROLS = '../../packages/posture-engine/src/controls';

/** Link from a page of the docs to the file of a control: its folder is its category, its name the id in camelCase. */
export function sourceOfControl({
  id,
  category,
}: Pick<Control, 'id' | 'category'>): string {
  const name = id.replace(/-([a-z0-9])/g, (_, first: string) =>
    first.toUpperCase(),
  );
  return `${CONTROLS}/${category}/${name}.ts`;
}
