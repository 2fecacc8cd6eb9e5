import { VisuallyHidden } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './CodeBlock.module.css';

/** A line of code, marked where it is the one that fails. */
export interface CodeLine {
  text: string;
  marked?: boolean;
}

/** Props of {@link CodeBlock}. */
export interface CodeBlockProps {
  /** What the code is; read out before it. */
  label: string;
  lines: readonly CodeLine[];
  /** True to break long lines instead of scrolling to their ends. */
  wraps?: boolean;
}

/** Code that scrolls by itself. A marked line is told by bar, arrow, weight and words. */
export function CodeBlock({ label, lines, wraps = false }: CodeBlockProps) {
  const { t } = usePostureTranslation();
  return (
    // A region that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <pre className={styles.block} tabIndex={0} role="group" aria-label={label}>
      <code className={styles.code} data-wraps={wraps}>
        {lines.map((line, index) => (
          <span
            key={index}
            className={styles.line}
            data-marked={line.marked === true}
          >
            {line.marked && (
              <VisuallyHidden>{t('shared.code.failsHere')}</VisuallyHidden>
            )}
            {line.text}
            {'\n'}
          </span>
        ))}
      </code>
    </pre>
  );
}
