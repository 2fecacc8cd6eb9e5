import { lazy, useMemo } from 'react';
import useMediaQuery from '@material-ui/core/useMediaQuery';
import { useEntity } from '@backstage/plugin-catalog-react';
import type {
  ExposureNodeType,
  ExposureResponse,
} from 'backstage-plugin-security-posture-common';
import { useEntityExposure } from '../../api/useEntityDetails';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ChartSection } from '../ChartSection';
import { Loaded } from '../Loaded';
import { TabSection } from '../TabSection';
import { ExposureNotes } from './ExposureNotes';
import { exposureSentence } from './exposureSentence';
import { ExposureTable } from './ExposureTable';
import { DrawnExposure, graphOf } from './graphOf';

/** The picture comes with a layout engine, so it is loaded when it is looked at. */
const ExposureGraph = lazy(() =>
  import('./ExposureGraph').then(loaded => ({ default: loaded.ExposureGraph })),
);

const NARROW = '(max-width: 700px)';
const LEAST_HEIGHT = 220;
const MOST_HEIGHT = 640;
const HEIGHT_OF_ROW = 46;
const HEIGHT_OF_WORKLOAD = 60;

/** Who can reach an entity and what bounds it: a sentence, a picture, and its table. */
export function EntityExposure({ entityRef }: { entityRef: string }) {
  const { t } = usePostureTranslation();
  const exposure = useEntityExposure(entityRef);
  if (exposure.data && !exposure.failure)
    return <Shown entityRef={entityRef} exposure={exposure.data} />;
  return (
    <TabSection title={t('entity.exposure.title')} flush>
      <Loaded resource={exposure} height={LEAST_HEIGHT}>
        {data => <Shown entityRef={entityRef} exposure={data} />}
      </Loaded>
    </TabSection>
  );
}

function Shown({
  entityRef,
  exposure,
}: {
  entityRef: string;
  exposure: ExposureResponse;
}) {
  const { t } = usePostureTranslation();
  const { entity } = useEntity();
  const narrow = useMediaQuery(NARROW, { noSsr: true });
  const name = entity.metadata.title ?? entity.metadata.name;
  const nodes = useMemo(
    () => new Map(exposure.nodes.map(node => [node.id, node])),
    [exposure],
  );
  const drawn = useMemo(() => graphOf(exposure), [exposure]);
  return (
    <>
      <ChartSection
        title={t('entity.exposure.title')}
        sentence={exposureSentence(exposure, nodes, name, t)}
        prominent
        startsAs={narrow || drawn.nodes.length === 0 ? 'table' : 'chart'}
        chart={<ExposureGraph drawn={drawn} />}
        table={
          <ExposureTable
            entityRef={entityRef}
            exposure={exposure}
            nodes={nodes}
          />
        }
        height={heightOf(drawn)}
      />
      <ExposureNotes exposure={exposure} drawn={drawn.workloads} />
    </>
  );
}

/** Room for the column with the most boxes. */
function heightOf({ nodes }: DrawnExposure): number {
  const count = (...types: ExposureNodeType[]) =>
    nodes.filter(({ type }) => types.includes(type)).length;
  const room = Math.max(
    count('ingress', 'route') * HEIGHT_OF_ROW,
    count('service') * HEIGHT_OF_ROW,
    count('workload') * HEIGHT_OF_WORKLOAD,
    count('right') * HEIGHT_OF_ROW,
  );
  return Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, room));
}
