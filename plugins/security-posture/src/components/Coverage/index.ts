export { Coverage } from './Coverage';
export { formatPercent, wholePercent, writePercent } from './formatPercent';
