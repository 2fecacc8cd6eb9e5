export { FailureState } from './FailureState';
export { FailureNotice } from './FailureNotice';
