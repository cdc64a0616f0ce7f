import type {} from 'monaco-editor';

// The editor does its thinking in workers; they come from our own origin, bundled beside this page.
const FILES: Record<string, string> = { graphql: 'graphql.worker.js', json: 'json.worker.js' };

window.MonacoEnvironment = {
  getWorker(_id: string, label: string): Worker {
    return new Worker(`/playground/${FILES[label] ?? 'editor.worker.js'}`, { type: 'module', name: label });
  },
};
