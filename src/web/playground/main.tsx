import './workers';
import { useGraphiQL } from '@graphiql/react';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchExamples, findAskedFor, printVariables, type ExampleQuestion } from './example-questions';
import { createExamplesPlugin } from './examples-menu';
import 'graphiql/style.css';
import './playground.css';

const fetcher = createGraphiQLFetcher({ url: '/graphql', enableIncrementalDelivery: false });

/** On a narrow screen the menu opens when it is asked for. */
const WIDE = matchMedia('(min-width: 800px)');
/** Where GraphiQL keeps the share of the side panel; its own default leaves little room for queries. */
const PANEL_SHARE = { key: 'graphiql:docExplorerFlex', value: '0.22' };
if (localStorage.getItem(PANEL_SHARE.key) === null) localStorage.setItem(PANEL_SHARE.key, PANEL_SHARE.value);

function Playground({ examples }: { examples: ExampleQuestion[] }) {
  const examplesPlugin = createExamplesPlugin(examples);
  return (
    <>
      <header className="masthead">
        <h1>
          <span lang="zh">对照</span> duizhao
        </h1>
        <p>
          <span lang="zh">部门预算与决算，并排来看</span>
          <span lang="en">departmental budgets, side by side — every number walks back to its printed row</span>
        </p>
      </header>
      <GraphiQL
        fetcher={fetcher}
        plugins={[HISTORY_PLUGIN, examplesPlugin]}
        visiblePlugin={WIDE.matches ? examplesPlugin : undefined}
        defaultEditorToolsVisibility
        {...chooseFirstTab(examples)}
      >
        <GraphiQL.Logo>
          <Endpoint />
        </GraphiQL.Logo>
      </GraphiQL>
    </>
  );
}

function Endpoint() {
  useWrappedLines();
  return <span className="endpoint">POST /graphql</span>;
}

/** The editor cuts long lines off at its edge: a question's explanation would stay unread. */
function useWrappedLines(): void {
  const queryEditor = useGraphiQL((state) => state.queryEditor);
  useEffect(() => queryEditor?.updateOptions({ wordWrap: 'on' }), [queryEditor]);
}

/**
 * What the address asks for stands in a tab of its own; else, on a first visit, the first question stands ready to run. Later GraphiQL
 * restores the visitor's own tabs.
 */
function chooseFirstTab(examples: ExampleQuestion[]) {
  const asked = findAskedFor(examples, location.search);
  if (asked) return { initialQuery: asked.query, initialVariables: asked.variables };
  const [first] = examples;
  const isReturning = localStorage.getItem('graphiql:tabState') !== null;
  return first && !isReturning ? { initialQuery: first.query, initialVariables: printVariables(first) } : {};
}

const app = document.getElementById('app');
if (app) createRoot(app).render(<Playground examples={await fetchExamples()} />);
