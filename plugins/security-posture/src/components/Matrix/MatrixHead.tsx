import { Link } from '@backstage/ui';
import { MatrixColumn, MatrixColumnGroup } from './matrixTypes';
import styles from './Matrix.module.css';

/** Props of {@link MatrixHead}. */
export interface MatrixHeadProps {
  corner: string;
  columns: readonly MatrixColumn[];
}

/** The headings of the columns, beneath those of their groups. */
export function MatrixHead({ corner, columns }: MatrixHeadProps) {
  const groups = groupsOf(columns);
  return (
    <thead className={styles.head}>
      {groups.length > 0 && (
        <tr className={styles.groups}>
          <td aria-hidden="true" />
          {groups.map(({ group, size }) => (
            <th key={group.id} scope="colgroup" colSpan={size}>
              <span className={styles.group}>{group.header}</span>
            </th>
          ))}
        </tr>
      )}
      <tr>
        <th scope="col" className={styles.corner}>
          {corner}
        </th>
        {columns.map(({ id, name, href }) => (
          <th key={id} scope="col" className={styles.column}>
            {href ? (
              <Link href={href} className={styles.quiet} standalone>
                {name}
              </Link>
            ) : (
              name
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface SizedGroup {
  group: MatrixColumnGroup;
  size: number;
}

function groupsOf(columns: readonly MatrixColumn[]): SizedGroup[] {
  const groups: SizedGroup[] = [];
  for (const { group } of columns) {
    const last = groups.at(-1);
    if (!group) continue;
    if (last?.group.id === group.id) last.size += 1;
    else groups.push({ group, size: 1 });
  }
  return groups;
}
