export { ChoiceField } from './ChoiceField';
export type { Choice, ChoiceFieldProps } from './ChoiceField';
