import { Content, Header, Page } from '@backstage/core-components';
import { usePostureTranslation } from '../../translation/usePostureTranslation';
import { OrganisationBoard } from '../OrganisationPage';

/** The organisation's page with the header that classic portals expect from a page. */
export function ClassicOrganisationPage() {
  const { t } = usePostureTranslation();
  return (
    <Page themeId="tool">
      <Header title={t('organisation.title')} />
      <Content>
        <OrganisationBoard />
      </Content>
    </Page>
  );
}
