import { KubernetesObject } from '../../model/kubernetesObject';
import { unlessMalformed } from '../../kit/unlessMalformed';
import { DAY, dateAt } from '../../read/dates';
import { ControlPlaneReport, filesAt, FileState } from '../../read/hostData';
import { allFiles, FileTest, hasMode, isOfRoot } from '../../read/fileTests';
import { objectOrEmpty } from '../../read/typedReads';

const FRESH_FOR = 7 * DAY;
const PRIVATE = 0o600;
const READABLE = 0o644;

/** Whether files are as a check of section 1.1 of CIS asks, by the number of the check. */
export type SensedChecks = ReadonlyMap<string, boolean>;

/** What the sensor of Kubescape saw of the files of a control plane. Checks on files that it does not name are left out. */
export function checksOfReport({
  manifests,
  adminConfig,
  pkiFolder,
  pkiFiles,
}: ControlPlaneReport): SensedChecks {
  const folder = pkiFolder ? [pkiFolder, ...pkiFiles] : pkiFiles;
  return new Map([
    ...pairOf(1, manifests['kube-apiserver']),
    ...pairOf(3, manifests['kube-controller-manager']),
    ...pairOf(5, manifests['kube-scheduler']),
    ...pairOf(7, manifests.etcd),
    ...pairOf(13, adminConfig),
    ...all('1.1.19', folder, isOfRoot),
    ...all('1.1.20', endingIn(pkiFiles, '.crt'), hasMode(READABLE)),
    ...all('1.1.21', endingIn(pkiFiles, '.key'), hasMode(PRIVATE)),
  ]);
}

/** What a CNIInfo says of the files of the container network; empty where it is too old or cannot be parsed. */
export function checksOfNetworkFiles(
  report: KubernetesObject,
  now: number,
): SensedChecks {
  const sensedAt = unlessMalformed(() =>
    dateAt(objectOrEmpty(report, 'status', ''), 'lastSensed', 'status'),
  );
  if (sensedAt === undefined || now - sensedAt > FRESH_FOR) return new Map();
  const files =
    unlessMalformed(() =>
      filesAt(objectOrEmpty(report, 'spec', ''), 'CNIConfigFiles', 'spec'),
    ) ?? [];
  return new Map([
    ...all('1.1.9', files, hasMode(PRIVATE)),
    ...all('1.1.10', files, isOfRoot),
  ]);
}

type Entry = readonly [string, boolean];

/** The check on the mode of a file, and the one after it on its owner. */
function pairOf(number: number, file: FileState | undefined): readonly Entry[] {
  return file
    ? [
        ...all(`1.1.${number}`, [file], hasMode(PRIVATE)),
        ...all(`1.1.${number + 1}`, [file], isOfRoot),
      ]
    : [];
}

/** Nothing where a file's state is not known. */
function all(
  check: string,
  files: readonly FileState[],
  test: FileTest,
): readonly Entry[] {
  const passed = allFiles(files, test);
  return passed === undefined ? [] : [[check, passed]];
}

function endingIn(
  files: readonly FileState[],
  end: string,
): readonly FileState[] {
  return files.filter(({ path }) => path.endsWith(end));
}
