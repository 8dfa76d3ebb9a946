/** The screens that the test run started for the windows of the tests; none where they share the person's own. */
export const displays = (process.env.TOUCHSTONE_DISPLAYS ?? '').split(' ').filter(Boolean);
