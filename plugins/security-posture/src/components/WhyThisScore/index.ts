export { WhyThisScore } from './WhyThisScore';
