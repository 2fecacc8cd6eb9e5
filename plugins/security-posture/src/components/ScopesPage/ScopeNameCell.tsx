import { CSSProperties } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiArrowRightSLine,
  RiLoader4Line,
} from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ScopeName, scopeName } from '../ScopeName';
import { TreeRow } from './openRows';
import styles from './ScopesPage.module.css';

/** Props of {@link ScopeNameCell}. */
export interface ScopeNameCellProps {
  tree: TreeRow;
  onToggle: (ref: string) => void;
}

/** The name of a scope at its place: indented, with the button that shows or hides what is below it. */
export function ScopeNameCell({ tree, onToggle }: ScopeNameCellProps) {
  const { t } = usePostureTranslation();
  const { row, level, open, loading } = tree;
  return (
    <span
      className={styles.name}
      data-indented={open !== undefined || level > 0}
      style={{ '--scope-level': level } as CSSProperties}
    >
      {open !== undefined && <Toggle tree={tree} onToggle={onToggle} />}
      <span className={styles.nameWords}>
        <ScopeName
          entityRef={row.ref}
          title={row.title}
          strong={open !== undefined}
        />
        {row.parent !== undefined && <Parent tree={tree} />}
      </span>
      {loading && (
        <VisuallyHidden role="status">
          {t('scopes.loadingBelow', { scope: scopeName(row.ref, row.title) })}
        </VisuallyHidden>
      )}
    </span>
  );
}

/** What it is below: shown where the rows around do not tell, else for those who do not see the indent. */
function Parent({ tree: { row, level } }: Pick<ScopeNameCellProps, 'tree'>) {
  const { t } = usePostureTranslation();
  const parent = scopeName(row.parent!);
  return level === 0 ? (
    <span className={styles.second}>{t('scopes.cell.partOf', { parent })}</span>
  ) : (
    <VisuallyHidden>{t('scopes.cell.below', { parent })}</VisuallyHidden>
  );
}

function Toggle({
  tree: { row, open, loading },
  onToggle,
}: ScopeNameCellProps) {
  const { t } = usePostureTranslation();
  const Arrow = open ? RiArrowDownSLine : RiArrowRightSLine;
  const Icon = loading ? RiLoader4Line : Arrow;
  return (
    <button
      type="button"
      className={styles.toggle}
      aria-expanded={open}
      aria-label={t(open ? 'scopes.close' : 'scopes.open', {
        scope: scopeName(row.ref, row.title),
      })}
      onClick={() => onToggle(row.ref)}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  );
}
