export { Day } from './Day';
export { FullDay } from './FullDay';
