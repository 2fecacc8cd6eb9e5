export { ChoiceCards } from './ChoiceCards';
export type { ChoiceCard } from './ChoiceCards';
export { Field } from './Field';
export { TextArea } from './TextArea';
export { TextInput } from './TextInput';
export { SelectInput } from './SelectInput';
