/** Version of the control library. Scores of two versions are never compared silently. */
export const LIBRARY_VERSION = '0.1.0';
