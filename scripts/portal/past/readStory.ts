import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { ClusterChange, PersonStep, Story } from './Story';

/** Reads the story in a folder: `people.yaml`, and a file for each of these clusters. Throws where one cannot be read. */
export async function readStory(
  folder: string,
  clusters: readonly string[],
): Promise<Story> {
  const changes = await Promise.all(
    clusters.map(async cluster => {
      const told = await readDocuments(join(folder, `${cluster}.yaml`));
      return told.map(change => ({ ...change, cluster } as ClusterChange));
    }),
  );
  const steps = await readDocuments(join(folder, 'people.yaml'));
  return { changes: changes.flat(), steps: steps as PersonStep[] };
}

async function readDocuments(file: string): Promise<object[]> {
  const documents = parseAllDocuments(await readFile(file, 'utf8'));
  return [...documents].flatMap(document => {
    const [error] = document.errors;
    if (error) throw new Error(`${file}: ${error.message}`);
    return document.toJS() ?? [];
  });
}
