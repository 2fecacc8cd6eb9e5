import { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityViews.module.css';
import { ENTITY_VIEWS, EntityView, viewOf } from './viewState';

/** Props of {@link EntityViews}. */
export interface EntityViewsProps {
  view: EntityView;
  onChange: (view: EntityView) => void;
  /** Beside the word of a view's tab, as "12". */
  counts: Partial<Record<EntityView, number>>;
  /** Draws a view; asked for the one that is open only. */
  children: (view: EntityView) => ReactNode;
}

/** The views of an entity's posture, one of them open. */
export function EntityViews(props: EntityViewsProps) {
  const { view, onChange, counts, children } = props;
  const { t } = usePostureTranslation();
  return (
    <Tabs
      className={styles.views}
      selectedKey={view}
      onSelectionChange={key => onChange(viewOf(String(key)))}
    >
      <TabList aria-label={t('tab.views.label')}>
        {ENTITY_VIEWS.map(id => (
          <Tab key={id} id={id}>
            {wordsOf(t(`tab.views.${id}`), counts[id])}
          </Tab>
        ))}
      </TabList>
      {ENTITY_VIEWS.map(id => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {children(id)}
        </TabPanel>
      ))}
    </Tabs>
  );
}

function wordsOf(word: string, count: number | undefined): string {
  return count === undefined ? word : `${word} ${count}`;
}
