export { ClassicOrganisationPage } from './ClassicOrganisationPage';
