import { memo } from 'react';
import type { ShownMessage } from '../../../shared/contract/rating.ts';
import type { Role } from '../../../shared/domain/conversation.ts';
import { useText } from '../../catalogue/area.ts';
import { readingText } from '../../catalogue/reading.ts';
import { Fold } from './Fold.tsx';
import classes from './Message.module.css';
import { MessageText } from './MessageText.tsx';
import { Parts } from './Parts.tsx';

interface MessageProps {
  message: ShownMessage;
  /** Name of its text among those of the page. */
  id?: string;
  /** How much of it is set in full at once: characters. */
  ahead?: number;
}

const isFoldedRole = (role: Role): role is keyof (typeof readingText)['en']['folded'] =>
  role === 'system' || role === 'developer' || role === 'tool';

/** About the height of a message that was not shown yet: lines. */
export const linesOf = ({ role, text }: ShownMessage): number =>
  isFoldedRole(role) ? 1.6 : 0.6 + Math.max(1, Math.ceil(text.length / 64));

/** One message of the context, its role in the margin. Roles that speak to the machine are folded: the conversation is what people read. */
export const Message = memo(function Message({ message, id, ahead }: MessageProps) {
  const t = useText(readingText);
  const { role, text, parts } = message;
  const body = <MessageText text={text} {...(ahead === undefined ? {} : { ahead })} />;
  return (
    <div className={classes.message}>
      <div className={classes.role}>{t.roles[role]}</div>
      <div>
        {isFoldedRole(role) ? (
          <Fold title={t.folded[role]} text={text} kind={role}>
            <div className={classes.under} data-text={id}>
              {body}
            </div>
          </Fold>
        ) : text === '' ? null : (
          <div className={classes.text} data-text={id}>
            {body}
          </div>
        )}
        {parts ? <Parts parts={parts} id={id} /> : null}
      </div>
    </div>
  );
});
