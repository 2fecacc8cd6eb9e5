import {
  Area,
  AreaChart,
  CartesianGrid,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { formatDay } from '../../model/days';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { axisEnd, bandPlaces, OpenDay, openOf, SHOWN } from './openFindings';
import styles from './Charts.module.css';

/** Height of the days beneath the picture, and of a line of words, in pixels. */
const DAYS_HEIGHT = 24;
const LINE = 16;
const MARGIN = { top: 8, right: 0, bottom: 0, left: 0 };

/** Props of {@link OpenChart}. */
export interface OpenChartProps {
  days: readonly OpenDay[];
  /** Pixels. */
  height: number;
}

/** Open findings by severity, stacked, with the numbers of the last day beside them. Reads nothing out: its frame does. */
export function OpenChart({ days, height }: OpenChartProps) {
  const { t } = usePostureTranslation();
  const locale = t('shared.locale');
  const end = axisEnd(Math.max(...days.map(openOf)));
  return (
    <div className={styles.open} aria-hidden="true">
      <ResponsiveContainer width="100%" height={height}>
        <AreaChart data={[...days]} margin={MARGIN} accessibilityLayer={false}>
          <CartesianGrid vertical={false} className={styles.grid} />
          <YAxis
            width={34}
            domain={[0, end]}
            ticks={[0, end / 3, (2 * end) / 3, end]}
            axisLine={false}
            tickLine={false}
          />
          <XAxis
            dataKey="day"
            height={DAYS_HEIGHT}
            ticks={[
              days[0],
              days[Math.floor(days.length / 2)],
              days.at(-1)!,
            ].map(({ day }) => day)}
            tickFormatter={day => formatDay(day, locale)}
            tickLine={false}
            interval="preserveStartEnd"
          />
          {SHOWN.map(severity => (
            <Area
              key={severity}
              type="linear"
              dataKey={severity}
              stackId="open"
              className={styles[severity]}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
      <Numbers day={days[days.length - 1]} end={end} height={height} />
    </div>
  );
}

interface NumbersProps {
  day: OpenDay;
  end: number;
  height: number;
}

function Numbers({ day, end, height }: NumbersProps) {
  const { t } = usePostureTranslation();
  const inner = height - DAYS_HEIGHT - MARGIN.top;
  const places = bandPlaces(
    SHOWN.map(severity => day[severity]),
    end,
    inner,
    LINE,
  );
  return (
    <div className={styles.numbers} style={{ height }}>
      {SHOWN.map((severity, index) => (
        <span
          key={severity}
          className={styles.number}
          style={{ top: places[index] + MARGIN.top - LINE / 2 }}
        >
          <strong>{day[severity]}</strong>{' '}
          {t(`shared.severity.${severity}`).toLocaleLowerCase(
            t('shared.locale'),
          )}
        </span>
      ))}
    </div>
  );
}
