import { ReactNode, Suspense, useState } from 'react';
import { Button, Skeleton, VisuallyHidden } from '@backstage/ui';
import { RiLineChartLine, RiTable2 } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { TabSection } from '../TabSection';
import styles from './ChartSection.module.css';

/** Props of {@link ChartSection}. */
export interface ChartSectionProps {
  title: ReactNode;
  /** What the picture shows, in a sentence; stands beneath the title and is what the picture is read out as. */
  sentence: string;
  /** The picture; may be loaded lazily. */
  chart: ReactNode;
  /** The same numbers as a table. */
  table: ReactNode;
  /** True where the sentence is what matters most: it is larger than the text around it. */
  prominent?: boolean;
  /** What is shown first; the picture where it is not said. */
  startsAs?: 'chart' | 'table';
  /** Stands beneath the picture: what its marks mean. */
  beneath?: ReactNode;
  /** Height of the picture in pixels, kept free while it loads. */
  height: number;
}

/** A chart with its sentence and, one press away, its numbers as a table. */
export function ChartSection(props: ChartSectionProps) {
  const { title, sentence, prominent, chart, table, height } = props;
  const { startsAs, beneath } = props;
  const { t } = usePostureTranslation();
  const [asTable, setAsTable] = useState(startsAs === 'table');
  return (
    <TabSection
      title={title}
      flush={asTable}
      actions={
        <Button
          size="small"
          variant="tertiary"
          iconStart={asTable ? <RiLineChartLine /> : <RiTable2 />}
          onPress={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'shared.chart.asChart' : 'shared.chart.asTable')}
        </Button>
      }
    >
      <p
        className={styles.sentence}
        data-flush={asTable}
        data-prominent={prominent}
      >
        {sentence}
      </p>
      {asTable ? (
        table
      ) : (
        <div role="img" aria-label={sentence} style={{ height }}>
          <Suspense fallback={<ChartSkeleton height={height} />}>
            {chart}
          </Suspense>
        </div>
      )}
      {!asTable && beneath}
    </TabSection>
  );
}

function ChartSkeleton({ height }: { height: number }) {
  const { t } = usePostureTranslation();
  return (
    <>
      <VisuallyHidden>{t('shared.chart.loading')}</VisuallyHidden>
      <Skeleton width="100%" height={height} />
    </>
  );
}
