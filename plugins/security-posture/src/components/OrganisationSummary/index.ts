export { OrganisationSummary } from './OrganisationSummary';
