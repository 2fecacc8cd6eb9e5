export { ControlMeter } from './ControlMeter';
