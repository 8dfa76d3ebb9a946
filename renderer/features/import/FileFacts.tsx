import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Inspection } from '../../../shared/contract/importing.ts';
import { useText } from '../../catalogue/area.ts';
import { importFormatsText } from '../../catalogue/import-formats.ts';
import { percent } from '../../ui/format.ts';
import classes from './Choosing.module.css';
import type { ChosenFile } from './chosen.ts';
import { EncodingField } from './EncodingField.tsx';
import { FormatField } from './FormatField.tsx';
import shared from './Import.module.css';
import { isWhole } from './mapping/draft.ts';
import { useImport } from './store.ts';
import { adapterTitle, layoutWords } from './words.ts';

interface FileFactsProps {
  file: ChosenFile;
  inspection: Inspection | null;
  disabled: boolean;
  /** Further choices beside format and encoding. */
  children?: ReactNode;
}

const RUNNERS_UP = 3;
/** How many of the first records speak for it. */
const SHARE = / \(\d+ of the first \d+ records\)$/;

/** As what a file is read and why, what else it might be, and the ways to say otherwise. */
export function FileFacts({ file, inspection, disabled, children }: FileFactsProps) {
  const t = useText(importFormatsText);
  const { readAs, readByFields } = useImport();
  const { key, reading, draft } = file;
  const known = draft && !isWhole(draft) ? null : inspection;
  const others = (known?.runnersUp ?? []).filter(({ adapter }) => adapter !== known?.adapter);
  const choose = (value: string) =>
    void (value === 'fields' ? readByFields(key) : readAs(key, { adapter: value }));
  return (
    <>
      {inspection ? <p className={shared.hint}>{layoutWords(inspection)}</p> : null}
      <div className={classes.choices}>
        <FormatField
          label={t.readAs}
          value={draft || reading.mapping ? 'fields' : reading.adapter}
          found={known?.adapter ?? null}
          byFields
          disabled={disabled}
          onChange={choose}
        />
        {inspection?.framing === 'parquet' ? null : (
          <EncodingField
            value={reading.encoding}
            found={inspection?.encoding ?? null}
            disabled={disabled}
            onChange={(encoding) => void readAs(key, { encoding })}
          />
        )}
        {children}
      </div>
      {known ? <p className={shared.hint}>{t.because(percent(known.confidence), known.because)}</p> : null}
      {others.slice(0, RUNNERS_UP).map(({ adapter, confidence, because }) => (
        <p key={adapter} className={`${shared.hint} ${classes.otherwise}`}>
          <span>{t.otherwise(percent(confidence), adapterTitle(adapter), because.replace(SHARE, ''))}</span>
          <Button
            size="compact-xs"
            variant="subtle"
            disabled={disabled}
            aria-label={t.readAsInstead(adapterTitle(adapter))}
            onClick={() => void readAs(key, { adapter })}
          >
            {t.readInstead}
          </Button>
        </p>
      ))}
    </>
  );
}
