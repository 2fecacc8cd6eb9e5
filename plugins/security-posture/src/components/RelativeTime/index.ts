export { Age } from './Age';
export { RelativeTime } from './RelativeTime';
