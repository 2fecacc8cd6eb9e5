import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { dayOf, formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { MemberDay } from './memberDays';
import styles from './MembersChart.module.css';

/** Dates along the axis. */
const TICKS = 4;

/** Props of {@link MembersChart}. */
export interface MembersChartProps {
  /** At least two. */
  days: readonly MemberDay[];
  /** In pixels. */
  height: number;
}

/** Members without a blocking finding as a line of steps beneath all that were judged. Loads a charting library, so it is imported lazily. */
export function MembersChart({ days, height }: MembersChartProps) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  const data = days.map(({ day, judged, unblocked }) => ({
    time: Date.parse(day),
    judged,
    unblocked,
  }));
  const [first, last] = [data[0].time, data[data.length - 1].time];
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        className={styles.chart}
        data={data}
        margin={{ top: 8, right: 28, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} />
        <YAxis
          allowDecimals={false}
          width={32}
          tickLine={false}
          axisLine={false}
        />
        <XAxis
          dataKey="time"
          type="number"
          domain={[first, last]}
          ticks={ticksBetween(first, last)}
          tickFormatter={time => formatDay(dayOf(time), locale)}
          tickLine={false}
          tickMargin={8}
          interval={0}
        />
        {days
          .filter(({ steps }) => steps.length > 0)
          .map(({ day }) => (
            <ReferenceLine
              key={day}
              x={Date.parse(day)}
              className={styles.version}
            />
          ))}
        <Area
          dataKey="judged"
          type="stepAfter"
          className={styles.judged}
          isAnimationActive={false}
          activeDot={false}
        />
        <Line
          dataKey="unblocked"
          type="stepAfter"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function ticksBetween(first: number, last: number): number[] {
  return Array.from({ length: TICKS }, (_, index) =>
    Math.round(first + ((last - first) * index) / (TICKS - 1)),
  );
}
