export { SeverityCount } from './SeverityCount';
