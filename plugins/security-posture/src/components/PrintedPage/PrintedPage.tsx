import { ReactNode } from 'react';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { formatPercent } from '../Coverage/formatPercent';
import styles from './PrintedPage.module.css';
import { usePrintTime } from './usePrintTime';

/** What the numbers of a page rest on. */
export interface PrintedBasis {
  /** Version of the control library that judged. */
  library: string;
  /** 0 to 1; null or absent where it is not known. */
  coverage?: number | null;
}

/** Props of {@link PrintedPage}. */
export interface PrintedPageProps {
  /** What the page is of, at the head of the first sheet. */
  title: string;
  /** Absent where nothing was judged, and until that is known. */
  basis?: PrintedBasis;
  children: ReactNode;
}

/**
 * A page as it is printed: black on white, without what surrounds it and without what only a screen is for, under its title,
 * the time and what it rests on, which only the style for print draws. On a screen it changes nothing.
 */
export function PrintedPage({ title, basis, children }: PrintedPageProps) {
  const { t } = usePostureTranslation();
  const time = new Intl.DateTimeFormat(t('shared.locale'), {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(usePrintTime());
  const head = [
    title,
    t('shared.printed.at', { title: t('shared.title'), time }),
    ...(basis ? [basisWords(basis, t)] : []),
  ];
  return (
    <div className={styles.page} data-printed-page={head.join('\n')}>
      {children}
    </div>
  );
}

function basisWords(
  { library, coverage }: PrintedBasis,
  t: PostureTranslate,
): string {
  return typeof coverage === 'number'
    ? t('shared.printed.libraryAndCoverage', {
        library,
        coverage: formatPercent(coverage, t('shared.locale')),
      })
    : t('shared.printed.library', { library });
}
