import { displays } from './displays.ts';

// Windows on one screen take the focus from each other: tests that run at the same time have a screen each.
const display = displays[Number(process.env.VITEST_POOL_ID) - 1];
if (display) process.env.DISPLAY = display;
