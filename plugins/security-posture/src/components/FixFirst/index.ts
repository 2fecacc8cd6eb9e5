export { FixFirst } from './FixFirst';
export { FixEffectWords } from './FixEffectWords';
