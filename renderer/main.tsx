import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import '@fontsource-variable/jetbrains-mono/index.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { followLayout } from './keys/layout.ts';
import { guardWindow } from './leaving.ts';
import { followPreferences } from './personal.ts';
import { useApp } from './store/app.ts';

followPreferences(useApp);
void followLayout();
// Asked before React starts, so that the project opens while the page is being built.
void useApp.getState().begin();
guardWindow(useApp);

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
