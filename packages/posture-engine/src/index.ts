export { createEvaluator } from './evaluate/evaluateInventory';
export type {
  EvaluationOptions,
  Evaluator,
} from './evaluate/evaluateInventory';
export {
  evaluateControl,
  settleConsequences,
} from './evaluate/evaluateControl';
export { GapCollector, isGap, unreadInputs } from './evaluate/gaps';
export type { Gap, UnreadInputs } from './evaluate/gaps';
export { rightsOfAccount } from './evaluate/rightsOfAccount';
export type { AccountRight, AccountRights } from './evaluate/rightsOfAccount';
export { exposureOfWorkload } from './evaluate/exposureOfWorkload';
export type {
  ExposedService,
  Isolation,
  WorkloadExposure,
} from './evaluate/exposureOfWorkload';
export { listOf } from './evaluate/listOf';
export {
  defineClusterControl,
  defineControl,
  defineImageControl,
  defineNamespaceControl,
  defineNodeControl,
  defineRoleBindingControl,
  defineServiceAccountControl,
  eachContainer,
  fail,
  notApplicable,
  notEvaluated,
  onPod,
  pass,
  patchContainers,
  patchContainerSecurityContext,
} from './kit';
export type {
  Breach,
  Breaches,
  ContainerRule,
  EachContainerOptions,
  PodRule,
} from './kit';
export type { Attestation } from './model/attestation';
export type {
  Category,
  Control,
  ControlContext,
  ControlDescription,
  ControlExamples,
  ControlScope,
  EntityFacts,
  Example,
  ExampleSurroundings,
  PodSecurityLevel,
  PodSpecPatch,
  SubjectControl,
  WorkloadControl,
} from './model/control';
export { judges, WORKLOAD_SCOPES } from './model/control';
export {
  API_SERVER_METRICS,
  EVIDENCE_LISTS,
  KUBE_SYSTEM_CONFIG_MAPS,
} from './model/evidence';
export type {
  ApiServerFlags,
  EvidenceList,
  EvidenceLists,
  ImportedDocument,
  MetricSample,
  ProbeResult,
  ServedResource,
} from './model/evidence';
export type {
  EvidenceValue,
  Finding,
  Judgement,
  Violation,
} from './model/finding';
export { fixOfExample } from './examples/fixOfExample';
export type { ExampleFix } from './examples/fixOfExample';
export { DEFAULT_TABLES } from './data/defaultTables';
export { describeBinding } from './describe/describeBinding';
export type { DescribedBinding } from './describe/describeBinding';
export { describeCluster } from './describe/describeCluster';
export type { DescribedCluster } from './describe/describeCluster';
export { describeNamespace } from './describe/describeNamespace';
export type {
  BoundedPods,
  DescribedNamespace,
} from './describe/describeNamespace';
export { describeNode } from './describe/describeNode';
export type { DescribedNode } from './describe/describeNode';
export { supportOfLine } from './describe/RunningLine';
export type { LineSupport, RunningLine } from './describe/RunningLine';
export { TABLE_SCHEMAS } from './data/tableSchemas';
export type {
  DataSource,
  DataTable,
  DataTables,
  SupportedProduct,
} from './model/dataTables';
export { FRAMEWORKS } from './model/frameworks';
export type { FrameworkId, FrameworkReferences } from './model/frameworks';
export { listed, noEvidence, unlisted } from './model/inventory';
export type { Evidence, Inventory, Listed } from './model/inventory';
export type {
  ClusterSubject,
  ImageSubject,
  ImageUse,
  JudgedSubject,
  JudgedSubjects,
  ObjectSubject,
} from './model/judgedSubject';
export type {
  KubernetesObject,
  ObjectMetadata,
  OwnerReference,
} from './model/kubernetesObject';
export {
  DEFAULT_KUBERNETES_VERSION,
  formatKubernetesVersion,
  NEWEST_MINOR,
  OLDEST_MINOR,
  parseKubernetesVersion,
} from './model/kubernetesVersion';
export type { KubernetesVersion } from './model/kubernetesVersion';
export type { LivePod } from './model/livePod';
export {
  NOT_APPLICABLE_REASONS,
  NOT_EVALUATED_REASONS,
  OUTCOMES,
} from './model/outcome';
export type {
  NotApplicableReason,
  NotEvaluatedReason,
  Outcome,
  ReasonCode,
} from './model/outcome';
export { READ_PARTS, readPartOf, readPartOfKind } from './model/readRights';
export type { ReadPart, ReadPartName } from './model/readRights';
export { SUPPORTING_RESOURCES, WORKLOAD_RESOURCES } from './model/resources';
export type { OptInPart } from './model/resourceType';
export type {
  ControlNeed,
  ResourceType,
  SupportingResource,
  WorkloadResource,
} from './model/resources';
export { DEFAULT_SETTINGS } from './model/settings';
export type { EngineSettings } from './model/settings';
export {
  graverSeverity,
  SEVERITIES,
  SEVERITY_WEIGHTS,
  severityRank,
} from './model/severity';
export type { Severity } from './model/severity';
export { clusterRef } from './model/subject';
export type { SubjectRef, SubjectType } from './model/subject';
export { isWorkloadObject, templatePathOf, Workload } from './model/workload';
export { assembleWorkloads } from './normalize/assembleWorkloads';
export type { JudgedObject } from './normalize/assembleWorkloads';
export { inventoryOfManifests } from './normalize/inventoryOfManifests';
export { imageNamesOf, imagesOf, imageSubject } from './normalize/imagesOf';
export { isMirrorPod, normalizePod } from './normalize/normalizePod';
export type { NormalizedPod } from './normalize/normalizePod';
export { ownedObjectOf } from './normalize/OwnedObject';
export type { OwnedObject } from './normalize/OwnedObject';
export { objectKey, OwnerIndex } from './normalize/OwnerIndex';
export type { ObjectIdentity, RootOwner } from './normalize/OwnerIndex';
export { RunningPods } from './normalize/RunningPods';
export {
  needsOf,
  objectSubject,
  SUBJECT_LISTS,
  subjectsBesideWorkloads,
} from './normalize/subjectsOf';
export type { SubjectBesideWorkloads } from './normalize/subjectsOf';
export { usedSubjects } from './normalize/usedSubjects';
export { compareWithLive, fixedFailures } from './manifests/compareWithLive';
export type {
  ComparedFailure,
  LiveEntity,
  LiveExemption,
} from './manifests/compareWithLive';
export { failureKeys } from './manifests/failureKey';
export type { FailingFinding } from './manifests/failureKey';
export { isReadKind } from './manifests/isReadKind';
export { itemsOfList } from './manifests/itemsOfList';
export type { ListItems } from './manifests/itemsOfList';
export {
  judgeManifests,
  judgeManifestsInSteps,
  MANIFESTS_CLUSTER,
} from './manifests/judgeManifests';
export type {
  JudgedManifest,
  JudgedManifests,
  ManifestsPlan,
} from './manifests/judgeManifests';
export { needInWords } from './manifests/needInWords';
export {
  manifestProfile,
  scoreManifests,
  tallyManifests,
} from './manifests/scoreManifests';
export { controlsInScope, SCOPES } from './manifests/subjectsInScope';
export type { Scope } from './manifests/subjectsInScope';
export { toKubernetesObject } from './normalize/toKubernetesObject';
export { applyStrategicMerge } from './patch/applyStrategicMerge';
export { patchWorkload, provePatch } from './patch/provePatch';
export { renderPatch } from './patch/renderPatch';
export { PatchError, tryPatch } from './patch/tryPatch';
export type { PatchTrial } from './patch/tryPatch';
export { parseKubernetesYaml } from './read/kubernetesYaml';
export { readYamlDocuments } from './read/readYamlDocuments';
export type { YamlDocument } from './read/readYamlDocuments';
export { isJsonObject } from './read/typedReads';
export type { JsonObject } from './read/typedReads';
export {
  LabelSelectorError,
  parseLabelSelector,
  selectorMatches,
} from './relate/labelSelector';
export type { LabelRequirement, LabelSelector } from './relate/labelSelector';
export type { Entry, EntryHost, TlsUse } from './relate/exposure/entry';
export type { ServiceExposure } from './relate/exposure/exposureOfService';
export type { AppliedPolicy } from './relate/networkPolicies/policiesOfWorkload';
export type { PolicyRef } from './relate/networkPolicies/policyPart';
export type { Protection } from './relate/networkPolicies/protectionBy';
export type { Direction } from './relate/networkPolicies/trafficRule';
export { evidenceHash, findingKey, subjectKey } from './evaluate/findingKey';
export {
  allControls,
  controlsOfFramework,
  findControl,
  podSecurityLevelOf,
  referencesOf,
} from './library/controlLibrary';
export { ADVICE_SENTENCES } from './library/frameworks/adviceSentences';
export type { AdviceSentence } from './library/frameworks/adviceSentences';
export { otherCisEditions } from './library/frameworks/cisEditions';
export type {
  CisEdition,
  EditionRecommendation,
} from './library/frameworks/cisEditions';
export { crosswalk, itemsAnswered } from './library/frameworks/crosswalk';
export type {
  AnsweredItem,
  AnsweredSection,
} from './library/frameworks/crosswalk';
export type {
  FrameworkItem,
  FrameworkSection,
  FrameworkTable,
} from './library/frameworks/FrameworkTable';
export { FRAMEWORK_TABLES } from './library/frameworks/frameworkTables';
export { replacedBaselineChecks } from './library/podSecurityStandards';
export type { ReplacedCheck } from './library/podSecurityStandards';
export { checksOfOtherTools } from './library/checksOfOtherTools';
export { describeControl } from './library/describeControl';
export type { ControlText } from './library/describeControl';
export { BASE_LIBRARY, createLibrary } from './library/createLibrary';
export type { AddedControls, ControlLibrary } from './library/createLibrary';
export { flawOfControl } from './library/flawOfControl';
export { LIBRARY_VERSION } from './library/version';
export { SARIF_SCHEMA, sarifResult, sarifTool } from './report/sarif';
export type { SarifFinding } from './report/sarif';
export { addTallies, scoredFails, tallyFindings } from './score/controlTally';
export type {
  ControlTallies,
  ControlTally,
  SeverityTally,
  TalliedFinding,
} from './score/controlTally';
export { coverageOf } from './score/coverageOf';
export { clusterProfile, workloadProfile } from './score/profile';
export type { Profile } from './score/profile';
export {
  isJudged,
  profileWithReports,
  restsOnReports,
} from './score/reportedControls';
export { rankFixes } from './score/rankFixes';
export type { RankedFix } from './score/rankFixes';
export { DEFAULT_READINESS_THRESHOLDS, readinessOf } from './score/readiness';
export type {
  ClusterRecency,
  Readiness,
  ReadinessReason,
  ReadinessThresholds,
} from './score/readiness';
export {
  exactScore,
  gradeOf,
  LEAST_COVERAGE,
  scoreTallies,
} from './score/scoreTallies';
export type { Grade, Score } from './score/scoreTallies';
export { withoutExempted } from './score/withoutExempted';
export type { ExemptedFail } from './score/withoutExempted';
