import { Button, Link } from '@backstage/ui';
import { RiBookmarkLine, RiDeleteBinLine, RiEditLine } from '@remixicon/react';
import { useState } from 'react';
import { filtersText } from '../../model/explorerFilters';
import { useBoardLink } from '../../routing';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { BUILT_IN_VIEWS } from './builtInViews';
import { ExplorerPageState } from './useExplorerState';
import { SavedViews, useSavedViews } from './useSavedViews';
import { ViewNameDialog } from './ViewNameDialog';
import styles from './FindingsPage.module.css';

/** The views that everybody has and those of the user, each as a link; the one that is shown can be saved, renamed or deleted. */
export function ViewsBar({ state }: { state: ExplorerPageState }) {
  const { t } = usePostureTranslation();
  const saved = useSavedViews();
  const shown = filtersText(state.filters);
  const builtIn = BUILT_IN_VIEWS.map(({ id, filters }) => ({
    name: t(`findings.views.${id}`),
    filters,
  }));
  return (
    <div className={styles.views}>
      <nav className={styles.viewList} aria-label={t('findings.views.label')}>
        {[...builtIn, ...saved.views].map(({ name, filters }) => (
          <ViewLink
            key={`${name} ${filters}`}
            name={name}
            filters={filters}
            current={filters === shown}
          />
        ))}
      </nav>
      <ViewActions
        shown={shown}
        saved={saved}
        isBuiltIn={builtIn.some(({ filters }) => filters === shown)}
      />
    </div>
  );
}

interface ViewLinkProps {
  name: string;
  filters: string;
  current: boolean;
}

function ViewLink({ name, filters, current }: ViewLinkProps) {
  const link = useBoardLink();
  const query = Object.fromEntries(new URLSearchParams(filters));
  return (
    <Link
      className={styles.view}
      href={link('findings', { query })}
      aria-current={current ? 'page' : undefined}
    >
      {name}
    </Link>
  );
}

interface ViewActionsProps {
  /** The filters of the address. */
  shown: string;
  saved: SavedViews;
  isBuiltIn: boolean;
}

function ViewActions({ shown, saved, isBuiltIn }: ViewActionsProps) {
  const { t } = usePostureTranslation();
  const [naming, setNaming] = useState(false);
  const own = saved.views.find(({ filters }) => filters === shown);
  if (isBuiltIn && !own) return null;
  const keep = (name: string) => {
    if (own) saved.rename(own.name, name);
    else saved.save({ name, filters: shown });
    setNaming(false);
  };
  return (
    <div className={styles.viewActions}>
      <Button
        size="small"
        variant="secondary"
        iconStart={own ? <RiEditLine /> : <RiBookmarkLine />}
        onPress={() => setNaming(true)}
      >
        {t(own ? 'findings.views.rename' : 'findings.views.save')}
      </Button>
      {own && (
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiDeleteBinLine />}
          onPress={() => saved.remove(own.name)}
        >
          {t('findings.views.delete')}
        </Button>
      )}
      {naming && (
        <ViewNameDialog
          name={own?.name ?? ''}
          onKeep={keep}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  );
}
