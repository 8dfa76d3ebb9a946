/** The channels between the page's preload script and the main process. */
export const CHANNELS = {
  call: 'touchstone:call',
  dropped: 'touchstone:dropped',
  event: 'touchstone:event',
} as const;
