import type { TrendMark } from 'backstage-plugin-security-posture-common';
import { usePlotArea, useXAxisScale } from 'recharts';
import { markPlaces } from './markPlaces';
import styles from './ScoreHistory.module.css';

const RADIUS = 9;
const ROW = 21;

/** The numbers of the marks at the foot of the picture, each beneath its day. */
export function ChartMarks({ marks }: { marks: readonly TrendMark[] }) {
  const scale = useXAxisScale();
  const area = usePlotArea();
  if (!scale || !area) return null;
  const places = markPlaces(
    marks.map(({ day }) => Number(scale(Date.parse(day)) ?? 0)),
  );
  const foot = area.y + area.height;
  return (
    <g className={styles.numbers}>
      {places.map(({ x, row }, index) => (
        <g key={marks[index].day}>
          <line x1={x} x2={x} y1={area.y} y2={foot} />
          <circle cx={x} cy={foot - row * ROW} r={RADIUS} />
          <text x={x} y={foot - row * ROW} dy="0.36em" textAnchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
    </g>
  );
}
