import '@mantine/core/styles.layer.css';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { useScheme } from './frame/useScheme.ts';
import { styleNonce } from './nonce.ts';
import { cssVariables, theme } from './theme.ts';

/** Where Mantine's components may stand. Fetched with the first of them: the Rate screen itself does without. */
export function Themed({ children }: { children: ReactNode }) {
  const scheme = useScheme();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      defaultColorScheme={scheme}
      forceColorScheme={scheme}
    >
      {children}
    </MantineProvider>
  );
}
