import { ReactNode } from 'react';
import { Card, CardBody, CardFooter, CardHeader, Text } from '@backstage/ui';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityPostureCard.module.css';

/** Props of {@link CardFrame}. */
export interface CardFrameProps {
  children: ReactNode;
  footer?: ReactNode;
}

/** The card with its title, whatever it shows. */
export function CardFrame({ children, footer }: CardFrameProps) {
  const { t } = usePostureTranslation();
  return (
    <Card className={styles.card}>
      <CardHeader className={styles.header}>
        <Text
          as="h2"
          variant="title-x-small"
          weight="bold"
          className={styles.title}
        >
          {t('shared.title')}
        </Text>
        <Text variant="body-small" color="secondary">
          {t('shared.guide')}
        </Text>
      </CardHeader>
      <CardBody className={styles.body}>{children}</CardBody>
      {footer && <CardFooter className={styles.footer}>{footer}</CardFooter>}
    </Card>
  );
}
