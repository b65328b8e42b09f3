import type { Io } from '../io';

const NARROWEST = 60;
const WIDEST = 100;
const USUAL = 80;

/** Columns to fill: the terminal's, within what can be read well. */
export function widthOf(io: Io): number {
  return Math.min(WIDEST, Math.max(NARROWEST, io.columns ?? USUAL));
}

/** Characters that would move the cursor, reorder the line or hide. Line feeds are ours, never the user's. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** User's text on a terminal: what could garble it is written as a code point. */
export function safe(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Breaks text into lines at spaces; a word longer than a line stays whole, so that it can be copied. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of safe(text).split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Text after a label, wrapped beneath itself. */
export function hanging(label: string, text: string, width: number): string[] {
  const indent = ' '.repeat(label.length);
  return wrap(text, Math.max(20, width - label.length)).map((line, index) => (index === 0 ? label : indent) + line);
}

/** Narrower columns of text are harder to read than text on a line of its own. */
const NARROWEST_TEXT = 30;

/** Columns of equal width, the last one wrapped beneath itself, or on lines of its own where little room is left. */
export function table(rows: readonly (readonly string[])[], width: number, indent = '  '): string[] {
  const columns = Math.max(0, ...rows.map((row) => row.length)) - 1;
  const widths = Array.from({ length: columns }, (_, column) => Math.max(...rows.map((row) => safe(row[column] ?? '').length)));
  return rows.flatMap((row) => {
    const label = indent + widths.map((columnWidth, column) => safe(row[column] ?? '').padEnd(columnWidth + 2)).join('');
    const text = row[columns] ?? '';
    return width - label.length >= NARROWEST_TEXT ? hanging(label, text, width) : [label.trimEnd(), ...hanging(`${indent}    `, text, width)];
  });
}
