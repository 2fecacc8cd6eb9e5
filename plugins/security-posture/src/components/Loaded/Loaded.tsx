import { ReactNode } from 'react';
import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { Resource } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { FailureNotice, FailureState } from '../FailureState';
import styles from './Loaded.module.css';

/** Props of {@link Loaded}. */
export interface LoadedProps<T> {
  resource: Resource<T>;
  /** Height in pixels that is kept free until there is an answer. */
  height: number;
  children: (data: T) => ReactNode;
}

/** An answer once it is there; until then its room, or why there is none. An old answer stays, and says that it is old. */
export function Loaded<T>({ resource, height, children }: LoadedProps<T>) {
  const { t } = usePostureTranslation();
  const { data, failure, refresh } = resource;
  if (data === undefined) {
    return failure ? (
      <div className={styles.padded}>
        <FailureState failure={failure} onRetry={refresh} />
      </div>
    ) : (
      <div className={styles.padded} role="status">
        <VisuallyHidden>{t('shared.loading')}</VisuallyHidden>
        <Skeleton width="100%" height={height} />
      </div>
    );
  }
  return (
    <>
      {failure && (
        <div className={styles.padded}>
          <FailureNotice failure={failure} onRetry={refresh} />
        </div>
      )}
      {children(data)}
    </>
  );
}
