import { useEffect, useState } from 'react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { usePostureTranslation } from '../../translation/usePostureTranslation';

const SHOWN_MS = 4_000;

/** Props of {@link CopyButton}. */
export interface CopyButtonProps {
  /** What lands on the clipboard. */
  text: string;
  /** Words on the button; "Copy" by default. */
  label?: string;
  variant?: 'secondary' | 'tertiary';
}

/** Copies a text, and says whether it did. */
export function CopyButton(props: CopyButtonProps) {
  const { text, label, variant = 'secondary' } = props;
  const { t } = usePostureTranslation();
  const [result, setResult] = useState<'copied' | 'failed'>();
  useEffect(() => {
    if (!result) return undefined;
    const timer = setTimeout(() => setResult(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [result]);
  return (
    <>
      <Button
        size="small"
        variant={variant}
        iconStart={result === 'copied' ? <RiCheckLine /> : <RiFileCopyLine />}
        onPress={async () => setResult(await copyToClipboard(text))}
      >
        {result ? t(`shared.copy.${result}`) : label ?? t('shared.copy.copy')}
      </Button>
      <VisuallyHidden role="status">
        {result && t(`shared.copy.${result}`)}
      </VisuallyHidden>
    </>
  );
}

/** Browsers refuse the clipboard to pages without TLS, and where the user said no. */
async function copyToClipboard(text: string): Promise<'copied' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) {
      return 'failed';
    }
    throw error;
  }
}
