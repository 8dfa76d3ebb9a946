import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useText } from '../catalogue/area.ts';
import { controlsText } from '../catalogue/controls.ts';
import { copyText } from './copy-text.ts';
import { Check, Copy } from './icons.tsx';

interface CopyButtonProps {
  text: string;
  /** What is copied, for the button's name: "digest". */
  what: string;
}

type Copied = 'no' | 'yes' | 'refused';

/** Puts a text on the clipboard and says so where it was pressed. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const t = useText(controlsText);
  const [copied, setCopied] = useState<Copied>('no');
  useEffect(() => {
    if (copied === 'no') return;
    const timer = setTimeout(() => setCopied('no'), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () => setCopied(copyText(text) ? 'yes' : 'refused');
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={copied === 'yes' ? <Check /> : <Copy />}
      aria-label={t.copyOf(t.copy[copied], what)}
      onClick={copy}
    >
      <span aria-live="polite">{t.copy[copied]}</span>
    </Button>
  );
}
