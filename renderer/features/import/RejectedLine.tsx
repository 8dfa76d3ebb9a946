import { Button } from '@mantine/core';
import { Warning } from '../../ui/icons.tsx';
import classes from './Import.module.css';
import { rejectedSentence } from './words.ts';

interface RejectedLineProps {
  /** The file's name, where there are several. */
  label: string | null;
  rejected: number;
  records: number;
  open: boolean;
  onToggle: () => void;
}

/** "14 of 1,200 lines could not be read. They are kept. See why." */
export function RejectedLine({ label, rejected, records, open, onToggle }: RejectedLineProps) {
  return (
    <p className={classes.rejected}>
      <span className={classes.attention}>
        <Warning />
      </span>
      <span>
        {label === null ? '' : `${label}: `}
        {rejectedSentence(rejected, records)}
      </span>
      <Button size="compact-sm" variant="subtle" aria-expanded={open} onClick={onToggle}>
        {open ? 'Hide them' : 'See why'}
      </Button>
    </p>
  );
}
