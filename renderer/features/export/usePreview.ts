import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { ExportPreview, Recipe } from '../../../shared/contract/reporting.ts';
import { textNow } from '../../catalogue/area.ts';
import { exportText } from '../../catalogue/export.ts';
import { useApp } from '../../store/app.ts';
import type { Answer } from '../../ui/asking.ts';

export const PREVIEW_SLOT = 'export-preview';

/** What a recipe would write, counted again as it changes; a count no longer wanted is cancelled. */
export function usePreview(recipe: Recipe | null): Answer<ExportPreview> {
  const [settled] = useDebouncedValue(recipe, 300);
  const latest = useRef(settled);
  latest.current = settled;
  const key = JSON.stringify(settled);
  const [answer, setAnswer] = useState<Answer<ExportPreview>>({ value: null, error: null, loading: true });
  useEffect(() => {
    const wanted = latest.current;
    if (wanted === null || key === 'null') return;
    let stale = false;
    const { runJob, cancelJob } = useApp.getState();
    const ask = async () => {
      setAnswer((last) => ({ ...last, loading: true }));
      const result = await runJob(PREVIEW_SLOT, textNow(exportText).counting, 'export.preview', {
        recipe: wanted,
        limit: 5,
      });
      if (stale) return;
      setAnswer({
        value: result.ok ? result.value : null,
        error: result.ok ? null : result.error,
        loading: false,
      });
    };
    void ask();
    return () => {
      stale = true;
      void cancelJob(PREVIEW_SLOT);
    };
  }, [key]);
  return answer;
}
