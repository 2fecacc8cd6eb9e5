export { EvidenceExcerpt } from './EvidenceExcerpt';
