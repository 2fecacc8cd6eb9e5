import type { WorkloadExposureView } from 'backstage-plugin-security-posture-common';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './EntityExposure.module.css';
import { hostWords, nodeName, tlsWords } from './nodeName';
import { ReachMark } from './ReachMark';
import { unreadWords } from './unreadWords';
import { NodesById, nodesOf, waysIn } from './waysIn';

/** Lists without which nobody can say that a workload is not reached. */
const TELLING = ['services', 'ingresses', 'routes'];

/** How far a workload is reached, and by what. */
export function ReachCell({
  row,
  nodes,
}: {
  row: WorkloadExposureView;
  nodes: NodesById;
}) {
  const { t } = usePostureTranslation();
  const entries = nodesOf(row.entries, nodes);
  const others = waysIn({ ...row, entries: [] }, nodes, t);
  const unread = row.unread
    .filter(({ list }) => TELLING.includes(list))
    .map(one => ({ ...one, cluster: row.resource.cluster }));
  return (
    <span className={styles.lines}>
      <ReachMark reach={row.reach} />
      {entries.map(entry => (
        <span key={entry.id} className={styles.aside}>
          {nodeName(entry, t)}: {hostWords(entry, t)}, {tlsWords(entry, t)}
        </span>
      ))}
      {others.map(way => (
        <span key={way} className={styles.aside}>
          {way}
        </span>
      ))}
      {unreadWords(unread, t).map(words => (
        <span key={words} className={styles.aside}>
          {words}
        </span>
      ))}
    </span>
  );
}
