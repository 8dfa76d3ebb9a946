import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const accent: MantineColorsTuple = [
  '#eef3fb',
  '#dce6f5',
  '#b7cbea',
  '#8fafe0',
  '#6d96d6',
  '#4a77c2',
  '#3d68b0',
  '#2c569b',
  '#1f4a8c',
  '#183b71',
];

/** What floats above the page: its own surface, and a shadow in place of lines. */
const SURFACE = {
  background: 'var(--paper-float)',
  borderColor: 'var(--rule)',
  boxShadow: 'var(--shadow-float)',
};
const FLOATING = {
  content: SURFACE,
  header: { background: 'var(--paper-float)' },
  title: { fontWeight: 600, fontSize: 'var(--size-reading)' },
};

/** Mantine's theme, mapped onto the tokens of `tokens.css`. */
export const theme = createTheme({
  fontFamily: 'var(--font-ui)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font-ui)', fontWeight: '600' },
  fontSizes: {
    xs: 'var(--size-small)',
    sm: 'var(--size-body)',
    md: 'var(--size-body)',
    lg: 'var(--size-reading)',
    xl: 'var(--size-title)',
  },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '2px', sm: '4px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  colors: { accent },
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 6 },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    InputWrapper: { defaultProps: { labelProps: { mb: 4 }, descriptionProps: { mb: 6, fz: 'xs' } } },
    // The page itself never scrolls, so there is nothing to lock, and no style element to smuggle past the policy.
    Modal: {
      styles: FLOATING,
      defaultProps: {
        lockScroll: false,
        overlayProps: { backgroundOpacity: 0.25 },
        transitionProps: { duration: 100 },
        centered: false,
      },
    },
    Drawer: {
      styles: FLOATING,
      defaultProps: {
        lockScroll: false,
        overlayProps: { backgroundOpacity: 0.25 },
        transitionProps: { duration: 100 },
      },
    },
    SegmentedControl: { styles: { root: { flexShrink: 0 } } },
    Tabs: { vars: () => ({ root: { '--tab-border-color': 'var(--rule)' } }) },
    // A menu holds its items alone: the first of them has the focus, with no placeholder before it.
    Menu: {
      styles: {
        dropdown: { ...SURFACE, maxHeight: 'calc(100vh - var(--bar) - var(--space-2))', overflowY: 'auto' },
      },
      defaultProps: { transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false },
    },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
    MultiSelect: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 0 } } },
  },
});

const SHARED = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'transparent',
  '--mantine-color-default-hover': 'var(--accent-wash)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--rule-strong)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-primary-color-filled': 'var(--accent-fill)',
  '--mantine-primary-color-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-primary-color-light': 'var(--accent-wash)',
  '--mantine-primary-color-light-hover': 'var(--accent-wash)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-accent-filled': 'var(--accent-fill)',
  '--mantine-color-accent-filled-hover': 'var(--accent-fill-hover)',
  '--mantine-color-accent-light': 'var(--accent-wash)',
  '--mantine-color-accent-light-hover': 'var(--accent-wash)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
};

/** Mantine's own greys, where it names them directly, on our palette: edges of fields at 3:1, surfaces of our hue. */
const LIGHT = {
  '--mantine-color-gray-1': 'var(--paper-rail)',
  '--mantine-color-gray-2': 'var(--rule)',
  '--mantine-color-gray-3': 'var(--rule)',
  '--mantine-color-gray-4': 'var(--rule-strong)',
};
const DARK = {
  '--mantine-color-dark-4': 'var(--rule-strong)',
  '--mantine-color-dark-5': 'var(--rule)',
  '--mantine-color-dark-6': 'var(--paper-float)',
  '--mantine-color-dark-7': 'var(--paper-rail)',
  '--mantine-color-dark-8': 'var(--paper-rail)',
};

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...SHARED, ...LIGHT },
  dark: { ...SHARED, ...DARK },
});
