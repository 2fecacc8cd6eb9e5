export { EntityExposure } from './EntityExposure';
