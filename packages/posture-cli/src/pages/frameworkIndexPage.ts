import {
  ADVICE_SENTENCES,
  Control,
  crosswalk,
  FRAMEWORK_TABLES,
  FRAMEWORKS,
} from 'security-posture-engine';
import { controlLinks } from './controlLink';
import { bullets, page, table } from './markdown';

/** The frameworks with how much of each the controls answer, and the advice that people hear without reading one. */
export function frameworkIndexPage(controls: readonly Control[]): string {
  return page([
    '# Frameworks',
    'Each page says what a framework asks for, which controls answer it, and what none does.',
    table(['framework', 'edition', 'items', 'answered'], rowsOf(controls)),
    '## Advice in plain sentences',
    'What essays and articles on hardening tell their readers, and the controls that answer it.',
    bullets(
      ADVICE_SENTENCES.map(
        ({ id, sentence, controls: answers }) =>
          `${sentence} (${id}): ${controlLinks(answers) || 'no control'}`,
      ),
    ),
  ]);
}

function rowsOf(controls: readonly Control[]): readonly string[][] {
  return FRAMEWORK_TABLES.map(one => {
    const items = crosswalk(one, controls).flatMap(section => section.items);
    const answered = items.filter(item => item.controls.length);
    return [
      `[${FRAMEWORKS[one.framework]}](${one.framework}.md)`,
      one.edition,
      String(items.length),
      String(answered.length),
    ];
  });
}
