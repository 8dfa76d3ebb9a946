import { Button } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { marksText } from '../../catalogue/marks.ts';
import { settingsText } from '../../catalogue/settings.ts';
import { useApp } from '../../store/app.ts';

/** The lead's other work: what raters marked, and how the project is set up. */
export function LeadButtons() {
  const marks = useText(marksText);
  const settings = useText(settingsText);
  const showOverlay = useApp((state) => state.showOverlay);
  return (
    <Button.Group>
      <Button size="xs" variant="default" onClick={() => showOverlay('marks')}>
        {marks.button}
      </Button>
      <Button size="xs" variant="default" onClick={() => showOverlay('settings')}>
        {settings.open}
      </Button>
    </Button.Group>
  );
}
