export { ControlsPage } from './ControlsPage';
