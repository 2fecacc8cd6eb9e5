import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import styles from './ExposureGraph.module.css';
import { DrawnExposure, DrawnNode } from './graphOf';
import { hostWords, nodeName } from './nodeName';

/** Characters of bold type that a box of the picture holds, in wide faces as well. */
const MOST_CHARACTERS = 26;
const BOX_WIDTH = 236;
const BOX_HEIGHT = 48;
const LINE_HEIGHT = 17;

/** Props of {@link ExposureGraph}. */
export interface ExposureGraphProps {
  drawn: DrawnExposure;
}

/** From what is open to the outside, to what the workloads may do, from left to right. A picture: its table says the same. */
export function ExposureGraph({ drawn }: ExposureGraphProps) {
  const { t } = usePostureTranslation();
  return (
    <DependencyGraph
      className={styles.graph}
      nodes={drawn.nodes}
      edges={drawn.edges}
      direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
      nodeMargin={14}
      ranker={DependencyGraphTypes.Ranker.LONGEST_PATH}
      rankMargin={56}
      paddingX={8}
      paddingY={8}
      zoom="disabled"
      fit="contain"
      allowFullscreen={false}
      showArrowHeads
      renderNode={({ node }) => <Box node={node} t={t} />}
      renderLabel={() => null}
    />
  );
}

function Box({ node, t }: { node: DrawnNode; t: PostureTranslate }) {
  const bounds = boundsWords(node, t);
  return (
    <g className={styles.node} data-type={node.type}>
      <rect
        width={BOX_WIDTH}
        height={bounds ? BOX_HEIGHT + LINE_HEIGHT : BOX_HEIGHT}
        rx={4}
      />
      <text x={12} y={19} className={styles.type}>
        {shorten(typeWords(node, t))}
      </text>
      <text x={12} y={37} className={styles.name}>
        {shorten(nameWords(node, t))}
      </text>
      {bounds && (
        <text x={12} y={37 + LINE_HEIGHT} className={styles.type}>
          {bounds}
        </text>
      )}
    </g>
  );
}

/** Of a workload: what bounds its traffic. */
function boundsWords(
  { policies }: DrawnNode,
  t: PostureTranslate,
): string | undefined {
  if (policies === undefined) return undefined;
  return policies === 0
    ? t('entity.exposure.noPolicy')
    : t('entity.exposure.policyCount', { count: policies });
}

function nameWords(node: DrawnNode, t: PostureTranslate): string {
  return node.rights
    ? t(`entity.exposure.rights.${node.rights}`)
    : nodeName(node, t);
}

/** What a thing is, with what matters most of it. */
function typeWords(node: DrawnNode, t: PostureTranslate): string {
  const { type, service, right, cluster } = node;
  const hosts = hostWords(node, t);
  if (hosts) return hosts;
  if (service) return t(`entity.exposure.service.${service.exposure}`);
  if (right?.severity) return t(`shared.severity.${right.severity}`);
  if (type === 'workload') return t('entity.exposure.workloadIn', { cluster });
  return t(`entity.exposure.type.${type}`);
}

function shorten(text: string): string {
  return text.length > MOST_CHARACTERS
    ? `${text.slice(0, MOST_CHARACTERS - 1)}…`
    : text;
}
