import type {
  Category,
  ControlScope,
  FrameworkId,
  FrameworkReferences,
  Severity,
  SubjectType,
} from 'security-posture-engine';

/** A control in words: what it asks for, why, and how to meet it. */
export interface ControlView {
  id: string;
  title: string;
  failureTitle: string;
  why: string;
  fix: string;
  severity: Severity;
  category: Category;
  /** What it judges. */
  subject: SubjectType;
  scope: ControlScope;
  /** True: judged and listed, but outside the default profile. */
  optional: boolean;
  frameworks: FrameworkReferences;
  /** Links to the standard or to the documentation of Kubernetes. */
  references: string[];
  reads: string;
  notes?: string;
  /** The backend module that added it; absent for a control of the library itself. */
  addedBy?: string;
  examples: {
    pass: string[];
    fail: string[];
    notApplicable?: string[];
    notEvaluated?: string[];
  };
}

/** The control library. */
export interface ControlsResponse {
  library: string;
  controls: ControlView[];
}

/** A framework and the controls that answer it. */
export interface FrameworkView {
  id: FrameworkId;
  title: string;
  controls: string[];
}

/** All frameworks. */
export interface FrameworksResponse {
  frameworks: FrameworkView[];
}
