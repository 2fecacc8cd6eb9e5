export { foundVulnerabilities } from './foundVulnerabilities';
export type { FoundVulnerability } from './foundVulnerabilities';
export { freshImageReport, imageReport } from './imageReport';
export type { ImageReportSources } from './imageReport';
export { placeOfReport } from './newestReport';
export { reportsOfImage } from './reportsOfImage';
