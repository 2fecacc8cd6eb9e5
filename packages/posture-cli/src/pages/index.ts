import {
  allControls,
  FRAMEWORK_TABLES,
  FrameworkId,
  FRAMEWORKS,
} from 'security-posture-engine';
import { cisEditionsPage } from './cisEditionsPage';
import { controlIndexPage } from './controlIndexPage';
import { controlPage } from './controlPage';
import { frameworkIndexPage } from './frameworkIndexPage';
import { frameworkPage } from './frameworkPage';

/** The generated pages of the docs, by their path from the folder `docs`. */
export function generatedPages(): Readonly<Record<string, string>> {
  const controls = allControls();
  const frameworks = Object.keys(FRAMEWORKS) as FrameworkId[];
  return {
    'controls/README.md': controlIndexPage(controls),
    ...Object.fromEntries(
      controls.map(control => [
        `controls/${control.id}.md`,
        controlPage(control),
      ]),
    ),
    'frameworks/README.md': frameworkIndexPage(controls),
    'frameworks/cis-editions.md': cisEditionsPage(controls),
    ...Object.fromEntries(
      frameworks.map(framework => [
        `frameworks/${framework}.md`,
        frameworkPage(
          framework,
          FRAMEWORK_TABLES.filter(one => one.framework === framework),
          controls,
        ),
      ]),
    ),
  };
}
