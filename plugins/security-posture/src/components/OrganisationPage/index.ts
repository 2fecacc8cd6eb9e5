export { OrganisationBoard } from './OrganisationBoard';
export { OrganisationPage } from './OrganisationPage';
