import { AskedFor } from 'backstage-plugin-security-posture-common';
import {
  Control,
  FRAMEWORK_TABLES,
  FRAMEWORKS,
  FrameworkTable,
  itemsAnswered,
} from 'security-posture-engine';

/** What frameworks ask for that a control answers, in their words. */
export function askedFor(control: Control): AskedFor[] {
  return FRAMEWORK_TABLES.flatMap(table => {
    const answered = new Set(itemsAnswered(control, table));
    const items = itemsOf(table).filter(({ id }) => answered.has(id));
    return items.length ? [{ ...headOf(table), items }] : [];
  });
}

function headOf({ framework, edition, source }: FrameworkTable) {
  return { framework, title: FRAMEWORKS[framework], edition, source };
}

function itemsOf({ sections }: FrameworkTable): AskedFor['items'] {
  return sections.flatMap(section =>
    section.items.map(({ id, title }) => ({ id, title })),
  );
}
