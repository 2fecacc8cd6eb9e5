import { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type {
  PreflightItem,
  ReadRule,
} from 'backstage-plugin-security-posture-common';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { CodeBlock } from '../CodeBlock';
import { CopyButton } from '../CopyButton';
import { DataTable } from '../DataTable';
import { checkCommands, missingRules, rulesYaml } from './readRules';
import styles from './ClusterPage.module.css';

/** Controls that a row names. */
const NAMED = 4;

/** Props of {@link RefusedReads}. */
export interface RefusedReadsProps {
  items: readonly PreflightItem[];
}

/** Reads that are refused, what waits for them, and the rules that would allow them. */
export function RefusedReads({ items }: RefusedReadsProps) {
  const { t } = usePostureTranslation();
  const namespaces = [
    ...new Set(items.flatMap(({ rule }) => rule?.namespace ?? [])),
  ];
  const files = [...new Set(items.map(({ grantedBy }) => grantedBy))];
  const rules = missingRules(items);
  return (
    <div className={styles.rights}>
      <DataTable
        label={t('clusters.rights.refusedLabel')}
        columns={[
          {
            id: 'refused',
            header: t('clusters.rights.refused'),
            rowHeader: true,
            cell: item => <RefusedCell item={item} />,
          },
          {
            id: 'waiting',
            header: t('clusters.rights.waiting'),
            cell: ({ controls }) => <Waiting controls={controls} />,
          },
        ]}
        rows={items}
        rowKey={({ name }) => name}
      />
      <div className={styles.grants}>
        {rules.length > 0 && (
          <Grant title={t('clusters.rights.add')} rules={rules} />
        )}
        {namespaces.map(namespace => (
          <Grant
            key={namespace}
            title={t('clusters.rights.addRole', { namespace })}
            rules={missingRules(items, namespace)}
          />
        ))}
        <p className={styles.aside}>
          {t('clusters.rights.subject', { file: files.join(', ') })}
        </p>
      </div>
    </div>
  );
}

function RefusedCell({ item }: { item: PreflightItem }) {
  const { t } = usePostureTranslation();
  const verb = item.rule?.verbs[0];
  return (
    <>
      <code className={styles.code}>
        {verb ? `${verb} ${item.name}` : item.name}
      </code>
      {item.reason && (
        <span className={styles.aside}>
          {t(`shared.reason.${item.reason}`)}
        </span>
      )}
    </>
  );
}

function Waiting({ controls }: { controls: readonly string[] }) {
  const { t } = usePostureTranslation();
  const link = useBoardLink();
  if (controls.length === 0)
    return (
      <span className={styles.secondary}>
        {t('clusters.rights.nothingWaits')}
      </span>
    );
  return (
    <span className={styles.lines}>
      {controls.slice(0, NAMED).map(control => (
        <Link
          key={control}
          href={link('controls', { name: control })}
          className={styles.link}
        >
          {control}
        </Link>
      ))}
      {controls.length > NAMED && (
        <span className={styles.aside}>
          {t('clusters.rights.more', { count: controls.length - NAMED })}
        </span>
      )}
    </span>
  );
}

interface GrantProps {
  title: string;
  rules: readonly ReadRule[];
}

/** Rules to add, and how to see that they work. */
function Grant({ title, rules }: GrantProps) {
  const { t } = usePostureTranslation();
  return (
    <>
      <Copied title={title} text={rulesYaml(rules)} />
      <Copied
        title={t('clusters.rights.checkIt')}
        text={checkCommands(rules)}
      />
    </>
  );
}

function Copied({ title, text }: { title: ReactNode & string; text: string }) {
  return (
    <>
      <div className={styles.caption}>
        <h3 className={styles.subheading}>{title}</h3>
        <CopyButton text={text} />
      </div>
      <CodeBlock
        label={title}
        lines={text.split('\n').map(line => ({ text: line }))}
      />
    </>
  );
}
