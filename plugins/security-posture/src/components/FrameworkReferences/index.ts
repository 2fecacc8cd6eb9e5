export { FrameworkReferences } from './FrameworkReferences';
