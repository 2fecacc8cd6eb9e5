export { FixFirst } from './FixFirst';
export { FixEffectWords } from './FixEffectWords';
export { FixAccordion } from './FixAccordion';
export { FixStack } from './FixStack';
