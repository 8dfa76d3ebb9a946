import { Button, Group, Modal } from '@mantine/core';
import { useApp } from '../../store/app.ts';
import { plural } from '../format.ts';

/** Asked before the desk is left with ratings that could not be saved. Staying is the way out by Enter and by Escape. */
export function UnsavedQuestion() {
  const trouble = useApp((state) => state.rate.trouble);
  const answer = useApp((state) => state.answerLeaving);
  if (!trouble) return null;
  const { failure, lost } = trouble;
  return (
    <Modal
      opened
      onClose={() => answer(false)}
      title="Leave without saving?"
      size={560}
      withCloseButton={false}
    >
      <p>
        <strong>{plural(lost.length, 'rating entry', 'rating entries')} could not be saved.</strong>{' '}
        {failure.message} {failure.advice}
      </p>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={() => answer(true)}>
          Leave without them
        </Button>
        <Button data-autofocus onClick={() => answer(false)}>
          Stay
        </Button>
      </Group>
    </Modal>
  );
}
