import { Category, Control } from 'security-posture-engine';
import { page, section, table } from './markdown';
import { CATEGORY_TITLES } from './words';

/** The list of all controls, by category. */
export function controlIndexPage(controls: readonly Control[]): string {
  const categories = Object.keys(CATEGORY_TITLES) as Category[];
  return page([
    '# The control library',
    `${controls.length} controls. Those marked optional are judged and listed, and count only in a profile that names them. \`posture controls ID\` prints the page of a control.`,
    ...categories.flatMap(category =>
      section(
        2,
        CATEGORY_TITLES[category],
        tableOf(controls.filter(control => control.category === category)),
      ),
    ),
  ]);
}

function tableOf(controls: readonly Control[]): readonly string[] {
  const rows = controls.map(({ id, title, severity, optional }) => [
    `[${id}](${id}.md)`,
    optional ? `${title} (optional)` : title,
    severity,
  ]);
  return rows.length
    ? [table(['control', 'requirement', 'severity'], rows)]
    : [];
}
