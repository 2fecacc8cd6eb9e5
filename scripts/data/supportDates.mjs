/** Managed services follow Kubernetes: no line before the oldest minor that is judged. */
const SINCE_1_20 = '2020-12-01';
const FOR_NODES = '2014-01-01';

/** The products of the table, by the id that endoflife.date gives them. */
export const PRODUCTS = [
  { product: 'kubernetes', name: 'Kubernetes', since: SINCE_1_20 },
  {
    product: 'amazon-eks',
    name: 'Amazon EKS',
    since: SINCE_1_20,
    extendedForEveryone: true,
  },
  {
    product: 'azure-kubernetes-service',
    name: 'Azure Kubernetes Service',
    since: SINCE_1_20,
  },
  {
    product: 'google-kubernetes-engine',
    name: 'Google Kubernetes Engine',
    since: SINCE_1_20,
  },
  {
    product: 'red-hat-openshift',
    name: 'Red Hat OpenShift',
    since: SINCE_1_20,
  },
  { product: 'containerd', name: 'containerd', since: FOR_NODES },
  { product: 'docker-engine', name: 'Docker Engine', since: FOR_NODES },
  { product: 'almalinux', name: 'AlmaLinux', since: FOR_NODES },
  { product: 'amazon-linux', name: 'Amazon Linux', since: FOR_NODES },
  { product: 'azure-linux', name: 'Azure Linux', since: FOR_NODES },
  { product: 'centos', name: 'CentOS Linux', since: FOR_NODES },
  { product: 'centos-stream', name: 'CentOS Stream', since: FOR_NODES },
  {
    product: 'debian',
    name: 'Debian',
    since: FOR_NODES,
    extendedForEveryone: true,
  },
  { product: 'oracle-linux', name: 'Oracle Linux', since: FOR_NODES },
  { product: 'rhel', name: 'Red Hat Enterprise Linux', since: FOR_NODES },
  { product: 'rocky-linux', name: 'Rocky Linux', since: FOR_NODES },
  { product: 'ubuntu', name: 'Ubuntu', since: FOR_NODES },
  { product: 'windows-server', name: 'Windows Server', since: FOR_NODES },
];

/** The product whose every patch release the table holds. */
const WITH_PATCHES = 'kubernetes';

/**
 * The table of support dates.
 * `answers` holds the releases of each product as endoflife.date's API v1 gives them, `patches` the day of each
 * patch release of Kubernetes, `asOf` the day of both.
 */
export function supportDatesTable({ answers, patches, asOf }) {
  return {
    asOf,
    sources: [
      { name: 'endoflife.date', url: 'https://endoflife.date', licence: 'MIT' },
      {
        name: 'endoflife-date/release-data',
        url: 'https://github.com/endoflife-date/release-data',
        licence: 'MIT',
      },
    ],
    rows: PRODUCTS.map(entry =>
      productRow(entry, answers[entry.product], patches),
    ),
  };
}

function productRow(
  { product, name, since, extendedForEveryone },
  releases,
  patches,
) {
  return {
    product,
    name,
    link: `https://endoflife.date/${product}`,
    ...(extendedForEveryone ? { extendedForEveryone } : {}),
    cycles: releases
      .filter(({ releaseDate }) => releaseDate >= since)
      .map(release =>
        cycleRow(release, product === WITH_PATCHES ? patches : undefined),
      ),
  };
}

function cycleRow(release, patches) {
  const { name, releaseDate, eolFrom, isEol, eoesFrom, latest } = release;
  const ends = eolFrom ?? isEol;
  return {
    cycle: name,
    released: releaseDate,
    ends,
    ...(eoesFrom && eoesFrom !== ends ? { extendedEnds: eoesFrom } : {}),
    ...(latest ? { latest: latest.name } : {}),
    ...(latest?.date ? { latestReleased: latest.date } : {}),
    ...(patches ? { patches: patchesOf(name, patches) } : {}),
  };
}

/** The patch releases of one minor, the newest first. */
function patchesOf(minor, patches) {
  const number = version => Number(version.slice(minor.length + 1));
  return Object.fromEntries(
    Object.entries(patches)
      .filter(
        ([version]) =>
          version.startsWith(`${minor}.`) && Number.isInteger(number(version)),
      )
      .sort(([one], [other]) => number(other) - number(one)),
  );
}
