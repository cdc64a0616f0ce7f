import { useEffect, useId, useState } from 'react';
import './search-field.css';

interface Field {
  readonly label: string;
  readonly hint: string;
  /** As the address has it. */
  readonly value: string;
  readonly onChange: (text: string) => void;
}

const PAUSE = 250;

/** A text to find by: it goes to the address when the typing pauses, and comes from there when one goes back. */
export function SearchField({ label, hint, value, onChange }: Field) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const [{ seen, sent }, setKnown] = useState({ seen: value, sent: value });
  if (value !== seen) {
    setKnown({ seen: value, sent });
    if (value !== sent) setTyped(value);
  }
  useEffect(() => {
    const text = typed.trim();
    if (text === sent) return;
    const timer = setTimeout(() => {
      setKnown((known) => ({ ...known, sent: text }));
      onChange(text);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed, sent, onChange]);
  return (
    <div className="search-field no-print">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        value={typed}
        placeholder={hint}
        autoComplete="off"
        onChange={({ target }) => setTyped(target.value)}
      />
    </div>
  );
}
