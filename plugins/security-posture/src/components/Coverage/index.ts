export { Coverage } from './Coverage';
export { formatPercent } from './formatPercent';
