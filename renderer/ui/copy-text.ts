/**
 * Puts a text on the clipboard; false where the system refuses. By way of a copy event, which needs no permission: the
 * program denies every permission a page can ask for, that of the clipboard too.
 */
export function copyText(text: string): boolean {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', put);
  return copied;
}
