import { useControlEntities, useControlStanding } from '../../api';
import { usePathParameter } from '../../routing';
import {
  PostureTranslate,
  usePostureTranslation,
} from '../../translation/usePostureTranslation';
import { DetailFrame } from '../BoardFrame';
import { Loaded } from '../Loaded';
import { useCursorPages } from '../Pager';
import { ControlDetails } from './ControlDetails';
import { FailingServices, PAGE_SIZE } from './FailingServices';
import { UnknownControl } from './UnknownControl';

/** Room kept for the page until it is there. */
const SKELETON_HEIGHT = 480;

/** One control: how it stands, who fails it, what it asks and why, how it is judged, and how to meet it. */
export function ControlPage() {
  const id = usePathParameter('id');
  const { t } = usePostureTranslation();
  const details = useControlStanding(id);
  const pages = useCursorPages(id);
  const { cursor } = pages;
  const failing = useControlEntities(id, {
    limit: PAGE_SIZE,
    ...(cursor ? { cursor } : {}),
  });
  const { data, failure } = details;
  const unknown = failure?.kind === 'notFound' || failure?.kind === 'invalid';
  return (
    <DetailFrame
      page="controls"
      title={data?.control.title ?? id}
      metadata={data && metadataOf(data.control, t)}
    >
      {unknown ? (
        <UnknownControl id={id} />
      ) : (
        <Loaded resource={details} height={SKELETON_HEIGHT}>
          {answer => (
            <ControlDetails
              details={answer}
              failing={
                answer.standing.over === 'entities' && (
                  <FailingServices
                    control={id}
                    failing={failing}
                    pages={pages}
                  />
                )
              }
            />
          )}
        </Loaded>
      )}
    </DetailFrame>
  );
}

type Control = NonNullable<
  ReturnType<typeof useControlStanding>['data']
>['control'];

function metadataOf(control: Control, t: PostureTranslate) {
  const { severity, category, subject, optional, id, addedBy } = control;
  return [
    { label: t('control.severity'), value: t(`shared.severity.${severity}`) },
    { label: t('control.category'), value: t(`findings.category.${category}`) },
    { label: t('control.judges'), value: t(`control.subject.${subject}`) },
    { label: t('control.id'), value: id },
    ...(optional
      ? [{ label: t('control.profile'), value: t('control.optional') }]
      : []),
    ...(addedBy
      ? [
          {
            label: t('control.addedBy'),
            value: t('control.module', { name: addedBy }),
          },
        ]
      : []),
  ];
}
