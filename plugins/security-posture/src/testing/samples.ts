export * from './sampleFindings';
export * from './sampleParts';
export * from './samplePostures';
