export { EvidenceExcerpt } from './EvidenceExcerpt';
export { fieldOfWhole } from './excerptOf';
