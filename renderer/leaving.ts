import type { AppState } from './store/state.ts';

interface Store {
  getState(): AppState;
}

/**
 * Keeps the window from closing on ratings that are not stored yet: they are sent, and where that fails the rater is asked. Chromium
 * hears of this only after a key or a click; before one there is nothing to lose.
 */
export function guardWindow({ getState }: Store): void {
  let mayGo = false;
  window.addEventListener('beforeunload', (event) => {
    getState().desk.keepPlace();
    getState().desk.flush();
    const { unsaved, trouble } = getState().rate;
    if (mayGo || (unsaved === 0 && trouble === null)) return;
    event.preventDefault();
    void getState()
      .mayLeave()
      .then((leave) => {
        mayGo = leave;
        if (leave) window.close();
      });
  });
}
