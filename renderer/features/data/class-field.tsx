import { Autocomplete } from '@mantine/core';
import { useState } from 'react';

interface ClassFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** Classes in use; another can be typed. */
  readonly classes: readonly string[];
  readonly onChoose: (chosen: string) => void;
}

/** A class chosen from those in use, or typed and entered. */
export function ClassField({ label, hint = '', classes, onChoose }: ClassFieldProps) {
  const [text, setText] = useState('');
  const choose = (chosen: string) => {
    const name = chosen.trim();
    if (name === '') return;
    setText('');
    onChoose(name);
  };
  return (
    <Autocomplete
      aria-label={label}
      placeholder={hint}
      size="xs"
      maxLength={200}
      data={[...classes]}
      value={text}
      onChange={setText}
      onOptionSubmit={choose}
      onKeyDown={(event) => {
        // An option under the keyboard is submitted by the list itself.
        if (event.key === 'Enter' && !event.defaultPrevented) choose(text);
      }}
    />
  );
}
