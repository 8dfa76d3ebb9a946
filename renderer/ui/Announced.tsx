import { useEffect, useState } from 'react';

/** Says a text to a screen reader as what it is about appears: put in after its place is there, since only a change is read out. */
export function Announced({ text }: { text: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => setSaid(text), [text]);
  return (
    <span className="visually-hidden" aria-live="polite">
      {said}
    </span>
  );
}
