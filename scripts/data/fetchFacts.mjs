import { Failure } from '../toolchain/Failure.mjs';
import { PRODUCTS } from './supportDates.mjs';

/** Where the facts are published. */
export const SOURCES = {
  endOfLife: 'https://endoflife.date',
  releases: 'https://raw.githubusercontent.com',
  vulnerabilities: 'https://vuln.go.dev',
};

const KUBERNETES = 'k8s.io/kubernetes';
/** Requests under way at once: the feeds are free of charge. */
const AT_ONCE = 4;
const TIMEOUT = 30_000;

/** All that the tables of support dates and known vulnerabilities are made from. */
export async function fetchFacts(sources = SOURCES) {
  return {
    answers: await fetchProducts(sources.endOfLife),
    patches: await fetchPatches(sources.releases),
    entries: await fetchVulnerabilities(sources.vulnerabilities),
  };
}

async function fetchProducts(base) {
  const answers = await inTurns(PRODUCTS, async ({ product }) => {
    const url = `${base}/api/v1/products/${product}/`;
    const { result } = await fetchJson(url);
    return [product, listOf(result?.releases, url)];
  });
  return Object.fromEntries(answers);
}

/** The day of each patch release of Kubernetes, by its version. */
async function fetchPatches(base) {
  const url = `${base}/endoflife-date/release-data/main/releases/kubernetes.json`;
  const { versions } = await fetchJson(url);
  const patches = listOf(Object.values(versions ?? {}), url);
  return Object.fromEntries(patches.map(({ name, date }) => [name, date]));
}

async function fetchVulnerabilities(base) {
  const url = `${base}/index/modules.json`;
  const modules = listOf(await fetchJson(url), url);
  const kubernetes = modules.find(({ path }) => path === KUBERNETES);
  return inTurns(listOf(kubernetes?.vulns, url), ({ id }) =>
    fetchJson(`${base}/ID/${id}.json`),
  );
}

/** A list with something in it: an empty feed is a broken one. */
function listOf(value, url) {
  if (Array.isArray(value) && value.length > 0) {
    return value;
  }
  throw new Failure(`${url} answered something other than expected.`);
}

async function fetchJson(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    if (response.ok) {
      return await response.json();
    }
    throw new Failure(`${url} answered ${response.status}.`);
  } catch (error) {
    throw error instanceof Failure
      ? error
      : new Failure(`${url} could not be read: ${reasonOf(error)}.`);
  }
}

function reasonOf(error) {
  if (error instanceof SyntaxError) {
    return 'it is no JSON';
  }
  return error.cause?.code ?? error.message;
}

/** What `work` makes of each item, in their order, a few at a time. */
async function inTurns(items, work) {
  const results = [];
  for (let start = 0; start < items.length; start += AT_ONCE) {
    const turn = items.slice(start, start + AT_ONCE);
    results.push(...(await Promise.all(turn.map(work))));
  }
  return results;
}
