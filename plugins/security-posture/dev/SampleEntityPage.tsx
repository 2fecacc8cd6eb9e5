import { EntityPostureTab } from '../src/components/EntityPostureTab';
import { JUDGED_POSTURES } from '../src/testing/samples';
import { answering } from './sampleApis';
import { SampleEntity } from './SampleEntity';
import { WithApi } from './WithApi';

/** Any entity's tab, with the sample posture. */
export function SampleEntityPage() {
  return (
    <WithApi api={answering({ posture: JUDGED_POSTURES.notReady() })}>
      <SampleEntity>
        <EntityPostureTab />
      </SampleEntity>
    </WithApi>
  );
}
