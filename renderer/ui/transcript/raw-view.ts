import { createContext } from 'react';

/** True where texts are shown as they are written, mark for mark. */
export const RawView = createContext(false);
