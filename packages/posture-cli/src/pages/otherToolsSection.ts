import { checksOfOtherTools, Control } from 'security-posture-engine';
import { bullets, section } from './markdown';

const TOOL_NAMES: Readonly<Record<string, string>> = {
  kubescape: 'Kubescape',
  trivy: 'Trivy',
};

/** The checks of other tools that ask the same, with what is known to differ. */
export function otherToolsSection({ id }: Control): readonly string[] {
  const checks = checksOfOtherTools(id).map(
    ({ tool, id: check, note }) =>
      `${TOOL_NAMES[tool]} ${check}${note ? `. ${note}` : ''}`,
  );
  return section(
    2,
    'The same in other tools',
    checks.length
      ? [
          'These checks ask for all or a part of it. Their verdicts may differ.',
          bullets(checks),
        ]
      : [],
  );
}
