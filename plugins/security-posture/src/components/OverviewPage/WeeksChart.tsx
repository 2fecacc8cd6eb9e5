import {
  Bar,
  BarChart,
  LabelList,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import type { OverviewWeek } from 'backstage-plugin-security-posture-common';
import { formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import styles from './Charts.module.css';

/** Height of the words above the picture in pixels. */
const SIDES_HEIGHT = 26;

/** Room for the numbers above and beneath the bars. */
const MARGIN = { top: 18, right: 12, bottom: 0, left: 12 };

/** Props of {@link WeeksChart}. */
export interface WeeksChartProps {
  weeks: readonly OverviewWeek[];
  /** Pixels. */
  height: number;
}

/** New findings above the line and fixed ones beneath it, week by week, with their numbers. Reads nothing out: its frame does. */
export function WeeksChart({ weeks, height }: WeeksChartProps) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  const most = Math.max(
    1,
    ...weeks.flatMap(({ opened, fixed }) => [opened, fixed]),
  );
  const bars = weeks.map(({ from, opened, fixed }) => ({
    from,
    opened,
    fixed: -fixed,
  }));
  const middle = weeks[Math.floor(weeks.length / 2)];
  return (
    <div className={styles.weeks} aria-hidden="true">
      <ul className={styles.sides}>
        {(['opened', 'fixed'] as const).map(side => (
          <li key={side} className={styles.side}>
            <span className={styles.swatch} data-printed data-side={side} />
            {t(`overview.weeks.${side}`)}
          </li>
        ))}
      </ul>
      <ResponsiveContainer width="100%" height={height - SIDES_HEIGHT}>
        <BarChart
          data={bars}
          margin={MARGIN}
          stackOffset="sign"
          barCategoryGap="18%"
          accessibilityLayer={false}
        >
          <YAxis hide domain={[-1.2 * most, most]} />
          <XAxis
            dataKey="from"
            height={24}
            ticks={[weeks[0], middle, weeks.at(-1)!].map(({ from }) => from)}
            tickFormatter={day => formatDay(day, locale)}
            axisLine={false}
            tickLine={false}
            interval={0}
          />
          <Bar
            dataKey="opened"
            stackId="week"
            className={styles.opened}
            isAnimationActive={false}
          >
            <LabelList dataKey="opened" position="top" formatter={count} />
          </Bar>
          <Bar
            dataKey="fixed"
            stackId="week"
            className={styles.fixed}
            isAnimationActive={false}
          >
            <LabelList dataKey="fixed" position="top" formatter={count} />
          </Bar>
          <ReferenceLine y={0} className={styles.zero} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The number of a bar; none for a week without one. */
function count(value: unknown): string {
  const number = Math.abs(Number(value));
  return number === 0 ? '' : String(number);
}
