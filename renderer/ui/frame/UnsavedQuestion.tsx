import { Button, Group, Modal } from '@mantine/core';
import { useText } from '../../catalogue/area.ts';
import { controlsText } from '../../catalogue/controls.ts';
import { useApp } from '../../store/app.ts';
import { useFailureWords } from '../failure-words.ts';

/** Asked before the desk is left with ratings that could not be saved. Staying is the way out by Enter and by Escape. */
export function UnsavedQuestion() {
  const t = useText(controlsText);
  const wordsOf = useFailureWords();
  const trouble = useApp((state) => state.rate.trouble);
  const answer = useApp((state) => state.answerLeaving);
  if (!trouble) return null;
  const { message, advice } = wordsOf(trouble.failure);
  return (
    <Modal opened onClose={() => answer(false)} title={t.leaveTitle} size={560} withCloseButton={false}>
      <p>
        <strong>{t.notSaved(trouble.lost.length)}</strong> {message} {advice}
      </p>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(true)}>
          {t.leave}
        </Button>
        <Button data-autofocus onClick={() => answer(false)}>
          {t.stay}
        </Button>
      </Group>
    </Modal>
  );
}
