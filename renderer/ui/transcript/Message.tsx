import { memo } from 'react';
import type { ShownMessage } from '../../../shared/contract/rating.ts';
import type { Role } from '../../../shared/domain/conversation.ts';
import { count } from '../format.ts';
import classes from './Message.module.css';
import { MessageText } from './MessageText.tsx';
import { Parts } from './Parts.tsx';

const ROLE_NAMES: Record<Role, string> = {
  system: 'system',
  developer: 'developer',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
};

/** Roles that speak to the machine: folded, so that the conversation is what people read. */
const FOLDED: Partial<Record<Role, string>> = {
  system: 'System prompt',
  developer: 'Developer instructions',
  tool: 'Tool result',
};

/** One message of the context, its role in the margin. */
export const Message = memo(function Message({ message }: { message: ShownMessage }) {
  const { role, text, parts } = message;
  const folded = FOLDED[role];
  return (
    <div className={classes.message}>
      <div className={classes.role}>{ROLE_NAMES[role]}</div>
      <div>
        {folded ? (
          <details className={classes.folded} data-fold={role}>
            <summary>
              {folded}, {count(text.length)} characters
            </summary>
            <div className={classes.raw}>
              <MessageText text={text} />
            </div>
          </details>
        ) : (
          <div className={classes.text} dir="auto">
            <MessageText text={text} />
          </div>
        )}
        {parts ? <Parts parts={parts} /> : null}
      </div>
    </div>
  );
});
