import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import { Kind, parse } from 'graphql';
import { useState } from 'react';
import { filterExamples, groupExamples, printVariables, type ExampleQuestion } from './example-questions';

/** The side panel "示例 Examples": each question opens in a tab of its own, or in the tab where it already stands. */
export function createExamplesPlugin(examples: ExampleQuestion[]): GraphiQLPlugin {
  return {
    title: '示例 Examples',
    icon: ExamplesIcon,
    content: () => <ExamplesMenu examples={examples} />,
  };
}

function ExamplesMenu({ examples }: { examples: ExampleQuestion[] }) {
  const [text, setText] = useState('');
  const found = filterExamples(examples, text);
  const isSearch = text.trim() !== '';
  return (
    <section className="examples" aria-label="示例 Examples">
      <h2>
        示例 <span>Examples</span>
      </h2>
      <input
        type="search"
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder="查找 Find"
        aria-label="查找示例 Find an example"
      />
      {groupExamples(found).map((group, place) => (
        <ExampleGroup key={`${group[0]?.group} ${isSearch}`} group={group} startsOpen={isSearch || place === 0} />
      ))}
      {found.length === 0 && <p>没有这样的示例。 No example like that.</p>}
    </section>
  );
}

/** Closed, so that all headings are in sight; what is found, and what stands in the editor, is shown. Later it is as the visitor leaves it. */
function ExampleGroup({ group, startsOpen }: { group: ExampleQuestion[]; startsOpen: boolean }) {
  const open = useOpenExample();
  const current = useGraphiQL((state) => state.tabs[state.activeTabIndex]?.query);
  const [isOpenAtFirst] = useState(startsOpen || group.some(({ query }) => query === current));
  return (
    <details open={isOpenAtFirst}>
      <summary>
        <h3>
          <span lang="zh">{group[0]?.groupZh}</span> <span lang="en">{group[0]?.group}</span>
        </h3>
        <small>{group.length}</small>
      </summary>
      <ul>
        {group.map((example) => (
          <li key={example.title}>
            <button type="button" aria-current={example.query === current} onClick={() => open(example)}>
              <strong lang="zh">{example.titleZh}</strong>
              <span lang="en">{example.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function useOpenExample() {
  const { addTab, changeTab, setOperationFacts } = useGraphiQLActions();
  const { tabs, queryEditor, variableEditor } = useGraphiQL(({ tabs, queryEditor, variableEditor }) => ({
    tabs,
    queryEditor,
    variableEditor,
  }));
  return (example: ExampleQuestion) => {
    const opened = tabs.findIndex((tab) => tab.query === example.query);
    if (opened >= 0) {
      changeTab(opened);
    } else {
      if (queryEditor?.getValue().trim()) addTab();
      queryEditor?.setValue(example.query);
      variableEditor?.setValue(printVariables(example));
    }
    // GraphiQL looks at an edited query a moment later; who runs it sooner would ask for the operation of the tab before.
    setOperationFacts(findOperations(example.query));
  };
}

function findOperations(query: string) {
  const documentAST = parse(query);
  const operations = documentAST.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return { documentAST, operations, operationName: operations[0]?.name?.value };
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <rect x="3.5" y="4" width="7" height="16" rx="1.5" />
      <rect x="13.5" y="4" width="7" height="16" rx="1.5" />
      <path d="M5.5 8h3M5.5 11h3M15.5 8h3M15.5 11h3" />
    </svg>
  );
}
