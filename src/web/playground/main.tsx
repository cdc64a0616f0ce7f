import './workers';
import { useGraphiQL } from '@graphiql/react';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { fetchExamples, printVariables, type ExampleQuestion } from './example-questions';
import { createExamplesPlugin } from './examples-menu';
import 'graphiql/style.css';
import './playground.css';

const fetcher = createGraphiQLFetcher({ url: '/graphql', enableIncrementalDelivery: false });

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
        visiblePlugin={examplesPlugin}
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

/** On a first visit the first question stands ready to run; later GraphiQL restores the visitor's own tabs. */
function chooseFirstTab([first]: ExampleQuestion[]) {
  const isReturning = localStorage.getItem('graphiql:tabState') !== null;
  return first && !isReturning ? { initialQuery: first.query, initialVariables: printVariables(first) } : {};
}

const app = document.getElementById('app');
if (app) createRoot(app).render(<Playground examples={await fetchExamples()} />);
