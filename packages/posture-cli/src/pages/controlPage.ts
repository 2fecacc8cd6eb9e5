import {
  Control,
  FRAMEWORK_TABLES,
  FRAMEWORKS,
  FrameworkTable,
  itemsAnswered,
  WORKLOAD_SCOPES,
} from 'security-posture-engine';
import { exampleSections } from './exampleSections';
import { fixSections } from './fixSections';
import { bullets, page, section, table } from './markdown';
import { otherToolsSection } from './otherToolsSection';
import { prose } from './prose';
import { readSections } from './readSections';
import { sourceOfControl } from './sourceOfControl';
import { SCOPE_WORDS } from './words';

/** All about one control, as Markdown: its page in the docs, and what `posture controls ID` prints. */
export function controlPage(control: Control): string {
  const { title, failureTitle, why, references, notes } = control;
  return page([
    `# ${title}`,
    factsOf(control),
    why,
    `Where it fails, a finding says: _${failureTitle}_.`,
    ...fixSections(control),
    ...readSections(control),
    ...section(
      2,
      'Known false positives and disputes',
      notes ? [prose(notes)] : [],
    ),
    ...exampleSections(control),
    ...section(2, 'Frameworks', frameworksOf(control)),
    ...otherToolsSection(control),
    ...section(2, 'References', [bullets(references.map(url => `<${url}>`))]),
    '---',
    `Generated from [the control's file](${sourceOfControl(
      control,
    )}) by \`yarn generate\`.`,
  ]);
}

function factsOf(control: Control): string {
  const { id, severity, scope } = control;
  return bullets([
    `**Id:** \`${id}\``,
    `**Severity:** ${severity}`,
    `**Judges:** ${SCOPE_WORDS[scope]}`,
    `**Counts in:** ${profileOf(control)}`,
  ]);
}

function profileOf({ optional, scope }: Control): string {
  const profile = WORKLOAD_SCOPES.includes(scope) ? 'workload' : 'cluster';
  return optional
    ? 'no profile unless one names it: it is optional, judged and listed'
    : `the profile \`${profile}\``;
}

function frameworksOf(control: Control): readonly string[] {
  const rows = FRAMEWORK_TABLES.flatMap(one => rowsOf(control, one));
  return rows.length ? [table(['framework', 'item', 'title'], rows)] : [];
}

function rowsOf(control: Control, one: FrameworkTable): readonly string[][] {
  const answered = itemsAnswered(control, one);
  const { framework, edition } = one;
  const name = `${FRAMEWORKS[framework]}${
    framework === 'cis' ? ` ${edition}` : ''
  }`;
  return one.sections
    .flatMap(({ items }) => items)
    .filter(({ id }) => answered.includes(id))
    .map(({ id, title }) => [
      `[${name}](../frameworks/${framework}.md)`,
      id,
      title,
    ]);
}
