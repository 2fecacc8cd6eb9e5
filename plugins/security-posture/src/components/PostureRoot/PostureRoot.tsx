import { ReactNode } from 'react';
import styles from './PostureRoot.module.css';

/** Props of {@link PostureRoot}. */
export interface PostureRootProps {
  children: ReactNode;
}

/** The root element around everything that the plugin shows. It mends the tokens that are too pale on a dark card. */
export function PostureRoot({ children }: PostureRootProps) {
  return (
    <div className={styles.root} data-plugin-id="security-posture">
      {children}
    </div>
  );
}
