import { ReactNode } from 'react';
import { VisuallyHidden } from '@backstage/ui';
import type { ScopeRow } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { Coverage } from '../Coverage';
import {
  ExemptedCell,
  LowestCell,
  OldestCell,
  PercentileCell,
  ReadyChangeCell,
} from '../ScopesPage/ScopeCells';
import { OpenLinks } from './OpenLinks';
import styles from './ScopePostureTab.module.css';

/** The numbers of a group, system or domain, each with what it counts. */
export function ScopeFacts({ scope }: { scope: ScopeRow }) {
  const { t } = usePostureTranslation();
  return (
    <section>
      <VisuallyHidden>
        <h3>{t('scopes.tab.facts')}</h3>
      </VisuallyHidden>
      <dl className={styles.facts}>
        <Fact term={t('scopes.tab.lowest')}>
          <LowestCell row={scope} />
        </Fact>
        <Fact
          term={t('scopes.tab.p10')}
          explained={t('scopes.tab.p10Explained')}
        >
          <PercentileCell row={scope} />
        </Fact>
        <Fact term={t('scopes.tab.open')}>
          <OpenLinks scope={scope} />
        </Fact>
        <Fact term={t('scopes.tab.oldest')}>
          <OldestCell row={scope} />
        </Fact>
        <Fact term={t('scopes.tab.exempted')}>
          <ExemptedCell row={scope} />
        </Fact>
        <Fact term={t('scopes.tab.ready30d')}>
          <ReadyChangeCell row={scope} />
        </Fact>
        <Fact term={t('scopes.tab.coverage')}>
          <Coverage value={scope.coverage} />
        </Fact>
      </dl>
    </section>
  );
}

interface FactProps {
  term: string;
  explained?: string;
  children: ReactNode;
}

function Fact({ term, explained, children }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {children}
        {explained && <span className={styles.explained}>{explained}</span>}
      </dd>
    </div>
  );
}
