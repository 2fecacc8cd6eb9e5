import { useExemptionsRegister } from '../../api';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { BoardFrame } from '../BoardFrame';
import { ExemptionPanels } from '../ExemptionPanels';
import { Loaded } from '../Loaded';
import { TabSection } from '../TabSection';
import { RegisterFilters } from './RegisterFilters';
import { RegisterList } from './RegisterList';
import { useRegisterState } from './useRegisterState';

/** Every exemption that the user may see: what waits, what ends soon, what is in force, what covers nothing, what is over. */
export function ExemptionsPage() {
  const { t } = usePostureTranslation();
  const list = useRegisterState();
  const register = useExemptionsRegister(list.query);
  return (
    <BoardFrame page="exemptions">
      <ExemptionPanels
        address={list.state}
        onChange={list.change}
        register={register.data}
      >
        <TabSection flush title={t('exemptions.title')}>
          <RegisterFilters list={list} register={register.data} />
          <Loaded resource={register} height={420}>
            {answer => (
              <RegisterList
                list={list}
                answer={answer}
                outdated={register.outdated}
              />
            )}
          </Loaded>
        </TabSection>
      </ExemptionPanels>
    </BoardFrame>
  );
}
