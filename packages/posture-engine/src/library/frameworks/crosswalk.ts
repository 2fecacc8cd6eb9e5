import { Control } from '../../model/control';
import { FrameworkItem, FrameworkTable } from './FrameworkTable';

/** An item of a framework, and the controls that answer it. */
export interface AnsweredItem extends FrameworkItem {
  readonly controls: readonly Control[];
}

/** A section of a framework with its answers. */
export interface AnsweredSection {
  readonly title: string;
  readonly items: readonly AnsweredItem[];
}

/** Every item of a framework with the controls of these that answer it, in their order. */
export function crosswalk(
  table: FrameworkTable,
  controls: readonly Control[],
): readonly AnsweredSection[] {
  return table.sections.map(({ title, items }) => ({
    title,
    items: items.map(item => ({
      ...item,
      controls: controls.filter(control =>
        itemsAnswered(control, table).includes(item.id),
      ),
    })),
  }));
}

/** Ids of the items of a table that a control answers. */
export function itemsAnswered(
  { frameworks }: Pick<Control, 'frameworks'>,
  { framework, edition }: Pick<FrameworkTable, 'framework' | 'edition'>,
): readonly string[] {
  return framework === 'cis'
    ? frameworks.cis?.[edition] ?? []
    : frameworks[framework] ?? [];
}
