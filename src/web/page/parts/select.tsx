import { useId } from 'react';

interface Chosen<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly (readonly [key: T, label: string])[];
  readonly onChoose: (key: T) => void;
}

/** One of a few. */
export function Select<T extends string>({ label, value, choices, onChoose }: Chosen<T>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChoose(target.value as T)}>
        {choices.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
