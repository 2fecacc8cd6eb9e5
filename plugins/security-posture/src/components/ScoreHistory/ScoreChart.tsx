import type {
  TrendMark,
  TrendPoint,
} from 'backstage-plugin-security-posture-common';
import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { ChartMarks } from './ChartMarks';
import { GradeLabels } from './GradeLabels';
import styles from './ScoreHistory.module.css';

/** Scores at which a band ends. */
const BAND_ENDS = [0, 40, 70, 90, 100];

/** Dates along the axis. */
const TICKS = 4;

/** Props of {@link ScoreChart}. */
export interface ScoreChartProps {
  /** One a day, at least two. */
  points: readonly TrendPoint[];
  marks: readonly TrendMark[];
  /** In pixels. */
  height: number;
}

/** The score as a line of steps over the bands of the grades, with numbered marks. Loads a charting library, so it is imported lazily. */
export function ScoreChart({ points, marks, height }: ScoreChartProps) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  const data = points.map(({ day, effective }) => ({
    time: Date.parse(day),
    score: effective,
  }));
  const [first, last] = [data[0].time, data[data.length - 1].time];
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart
        className={styles.chart}
        data={data}
        margin={{ top: 8, right: 88, bottom: 0, left: 24 }}
        accessibilityLayer={false}
      >
        <CartesianGrid vertical={false} horizontalValues={BAND_ENDS} />
        <YAxis hide domain={[0, 100]} />
        <XAxis
          dataKey="time"
          type="number"
          domain={[first, last]}
          ticks={ticksBetween(first, last)}
          tickFormatter={time => formatDay(isoDay(time), locale)}
          tickLine={false}
          tickMargin={8}
          interval={0}
        />
        {marks
          .filter(({ steps }) => steps.length > 0)
          .map(({ day }) => (
            <ReferenceLine
              key={day}
              x={Date.parse(day)}
              className={styles.version}
            />
          ))}
        <Line
          dataKey="score"
          type="stepAfter"
          dot={false}
          activeDot={false}
          isAnimationActive={false}
          connectNulls={false}
        />
        <GradeLabels last={data[data.length - 1]} />
        <ChartMarks marks={marks} />
      </LineChart>
    </ResponsiveContainer>
  );
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function ticksBetween(first: number, last: number): number[] {
  return Array.from({ length: TICKS }, (_, index) =>
    Math.round(first + ((last - first) * index) / (TICKS - 1)),
  );
}
