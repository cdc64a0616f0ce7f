import { useSyncExternalStore } from 'react';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'duizhao:theme';
const listeners = new Set<() => void>();
const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const isPrinted = matchMedia('print');

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'auto';
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  showTheme();
  for (const tell of listeners) tell();
}

/** Tokens follow `color-scheme`, which follows this attribute. */
export function showTheme(): void {
  document.documentElement.dataset['theme'] = chosenTheme();
}

/** Whether what is drawn without style sheets has to be drawn for a dark ground; paper is light. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

function isDark(): boolean {
  if (isPrinted.matches) return false;
  const theme = chosenTheme();
  return theme === 'auto' ? prefersDark.matches : theme === 'dark';
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  for (const query of [prefersDark, isPrinted]) query.addEventListener('change', tell);
  return () => {
    listeners.delete(tell);
    for (const query of [prefersDark, isPrinted]) query.removeEventListener('change', tell);
  };
}
