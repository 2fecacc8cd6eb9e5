import { CodeBlock } from '../CodeBlock';
import { CopyButton } from '../CopyButton';
import styles from './YamlBlock.module.css';

/** Props of {@link YamlBlock}. */
export interface YamlBlockProps {
  /** What it is; read out before it. */
  label: string;
  yaml: string;
}

/** YAML to be read and copied. */
export function YamlBlock({ label, yaml }: YamlBlockProps) {
  return (
    <div className={styles.yaml}>
      <CodeBlock
        label={label}
        lines={yaml
          .trimEnd()
          .split('\n')
          .map(text => ({ text }))}
      />
      <div className={styles.copy}>
        <CopyButton text={yaml} />
      </div>
    </div>
  );
}
